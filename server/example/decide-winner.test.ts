import { expect, test } from 'vitest';
import type { CommandInput } from '#protocol/commands';
import { caseNl } from '#server/example/case-nl';
import { decideWinner } from '#server/example/decide-winner';
import type { Moment } from '#server/example/moment';

/** A vote that was closed two to one, with the decision asked for. */
function momentOf(more: { mandate?: object; decisions?: object[]; watchedMs?: number } = {}) {
  const given: CommandInput[] = [];
  const { mandate = null, decisions = [], watchedMs = 60_000 } = more;
  const authority = {
    ...{ mandate, decisions, sprint: { id: 's' } },
    rounds: [{ id: 'r', stepId: 'step', status: 'closed' }],
    candidates: [
      { id: 'one', roundId: 'r', text: 'taart', dots: 1 },
      { id: 'two', roundId: 'r', text: 'eerder zeggen dat het uitloopt?', dots: 2 },
    ],
  };
  const persona = caseNl.standIns.find(({ decider }) => decider);
  const moment = {
    ...{ authority, story: caseNl, step: { id: 'step', exercise: 'hmw-stemmen' }, watchedMs },
    standIns: [
      { persona, member: { id: 'ingrid', decider: true, personId: 'p', name: 'Ingrid de Boer' } },
    ],
    parts: {
      commands: {
        run: (_session: unknown, _sprint: string, input: CommandInput) => {
          given.push(input);
          return Promise.resolve({ ok: true, result: null });
        },
      },
    },
  };
  return { moment: moment as unknown as Moment, given };
}

test('[X12] the note with most dots, with a reason that quotes it', async () => {
  const { moment, given } = momentOf();
  await decideWinner(moment);
  expect(given).toEqual([
    expect.objectContaining({
      ...{ kind: 'decide', stepId: 'step', candidateId: 'two' },
      reason: expect.stringMatching(
        /^Ik kies ‘eerder zeggen dat het uitloopt\?’\. Wachten/,
      ) as string,
    }),
  ]);
});

test('[X12] a stand-in that holds the mandate decides in the Decider’s place', async () => {
  const { moment, given } = momentOf({ mandate: { memberId: 'ingrid' } });
  await decideWinner(moment);
  expect(given).toHaveLength(1);
});

test('[X12] not while a person holds the mandate, not twice, and not without thinking first', async () => {
  for (const more of [
    { mandate: { memberId: 'visitor' } },
    { decisions: [{ stepId: 'step' }] },
    { watchedMs: 1_000 },
  ]) {
    const { moment, given } = momentOf(more);
    await decideWinner(moment);
    expect(given).toEqual([]);
  }
});
