import { expect, test } from 'vitest';
import { errorFacts } from '#server/log';

test('a failed query is told without what somebody wrote', () => {
  const refused = Object.assign(new Error('duplicate key value violates unique constraint'), {
    code: '23505',
    constraint_name: 'people_email',
    detail: 'Key (lower(email))=(anna@example.org) already exists.',
  });
  const failed = Object.assign(
    new Error('Failed query: insert into "people"\nparams: anna@example.org', { cause: refused }),
    { params: ['anna@example.org'] },
  );
  const told = errorFacts(failed);
  expect(JSON.stringify(told)).not.toContain('anna');
  expect(told).toMatchObject({
    message: 'Failed query: insert into "people"',
    cause: { code: '23505', constraint: 'people_email' },
  });
});
