import { expect, test } from 'vitest';
import { handleError } from './hooks.server';

function failed(error: unknown) {
  const lines: { level: string; line: Record<string, unknown> }[] = [];
  const log = Object.fromEntries(
    ['debug', 'info', 'warn', 'error'].map((level) => [
      level,
      (line: Record<string, unknown>) => void lines.push({ level, line }),
    ]),
  );
  const event = {
    locals: { app: { log }, language: 'nl' },
    url: new URL('http://localhost/reset/a-secret'),
    route: { id: null },
    request: new Request('http://localhost/reset/a-secret', { method: 'POST' }),
  };
  const answer = handleError({ error, event, status: 500, message: 'Internal Error' } as never);
  return { lines, answer };
}

test('[P40] four hundred requests that are broken off are no errors, and no stack is written', () => {
  for (let times = 0; times < 400; times += 1) {
    const aborted = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    const { lines } = failed(times % 2 ? aborted : new TypeError('no form', { cause: aborted }));
    const line = { event: 'visitor-gone', route: 'reset', method: 'POST' };
    expect(lines).toEqual([{ level: 'debug', line }]);
  }
});

test('[P40] a fault of ours, also of a database that broke off, is one with an id', () => {
  const broken = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  for (const error of [new Error('a bug'), broken, 'thrown as words']) {
    const { lines, answer } = failed(error);
    expect(lines).toMatchObject([{ level: 'error', line: { event: 'page-failed', err: error } }]);
    expect(answer).toMatchObject({ id: lines[0]?.line.id });
  }
});
