import { expect, it } from 'vitest';
import type { Standing } from '#domain/sprint/roles';
import { mayLayDownOutcome, mayWithdrawOutcome, readOutcome } from '#domain/votes/outcome';

const me: Standing = {
  ...{ role: 'deelnemer' as const, decider: true, standIn: false },
  ...{ participates: true, hasAccount: false },
};
const step = { exercise: 'besluit', status: 'open' };
const asked = { me, step, decided: false, text: 'Het belletje werkt' };
const said = (over: object): string => {
  const ruling = mayLayDownOutcome({ ...asked, ...over });
  return ruling.allowed ? 'ok' : ruling.refusal.code;
};

it.each([
  [{}, 'ok'],
  [{ me: { ...me, decider: false } }, 'not-the-decider'],
  [{ step: { ...step, exercise: 'doel' } }, 'wrong-phase'],
  [{ step: { ...step, status: 'done' } }, 'step-not-open'],
  [{ decided: true }, 'already-decided'],
  [{ text: ' ' }, 'field-empty'],
  [{ text: 'x'.repeat(2_001) }, 'field-too-long'],
])('[R207] the Decider lays down what the week comes to, once, with a sentence', (over, code) => {
  expect(said(over)).toBe(code);
});

it('[R207] it is taken back while its step is open', () => {
  expect(mayWithdrawOutcome({ ...asked, decided: true }).allowed).toBe(true);
  expect(mayWithdrawOutcome(asked).allowed).toBe(false);
  const done = { ...asked, decided: true, step: { ...step, status: 'done' } };
  expect(mayWithdrawOutcome(done).allowed).toBe(false);
  expect(readOutcome('rumble')).toBeNull();
  expect(readOutcome('epic-win')).toBe('epic-win');
});
