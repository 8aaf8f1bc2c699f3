/** The Decider's dots become the choice: the round closes, the decision is recorded and all see it, in one transaction. */
import { eq } from 'drizzle-orm';
import { shownName } from '#domain/sprint/names';
import { pause } from '#domain/sprint/timebox';
import { mayLayDown, winnersAndLater } from '#domain/votes/supervote';
import { castingOf } from './ballot';
import { clockOfSprint, writeClock } from '#server/commands/agenda/clock-columns';
import type { Handler } from '#server/commands/command';
import { closeRound } from './rounds';
import { requireStep } from '#server/commands/agenda/steps';
import { candidates, decisions } from '#server/db/ballot-tables';
import { steps } from '#server/db/tables';

export const layDownSupervote: Handler<'lay-down-supervote'> = {
  // who: the runner asked permissions; the dots are the Decider's or the stand-in's, never both.
  // whether
  whether({ authority, me, command }) {
    const { roundId, reason } = command;
    const found = authority.rounds.find(({ id }) => id === roundId);
    const round = found && { status: found.status as 'open' | 'closed', way: found.way };
    const { ballot } = castingOf(authority, me, { roundId, candidateId: '' }, authority.dots);
    return mayLayDown({ round, ballot, reason });
  },
  // do
  async do(doing) {
    const { tx, authority, me, command, newId, now } = doing;
    const { roundId, reason } = command;
    const round = authority.rounds.find(({ id }) => id === roundId);
    if (!round) throw new Error('a round that was ruled upon is not there');
    const step = requireStep(authority, round.stepId);
    await closeRound(doing, round);
    const rows = await tx.select().from(candidates).where(eq(candidates.roundId, roundId));
    const { winners } = winnersAndLater(rows.map((row) => ({ ...row, dots: row.dots ?? 0 })));
    // The Decider decides in their own name, whoever else holds a mandate.
    const mandate = me.decider ? null : authority.mandate;
    await tx.insert(decisions).values({
      ...{ id: newId(), sprintId: authority.sprint.id, stepId: step.id, roundId, reason },
      candidateId: winners[0]?.id ?? null,
      text: winners.map(({ text }) => text).join('\n'),
      ...{ byName: shownName(me), byMemberId: me.id, decidedAt: now },
      ...{ mandateId: mandate?.id ?? null, onBehalfOf: mandate?.onBehalfOf ?? null },
    });
    await tx
      .update(steps)
      .set({ phase: 'result', phaseCount: step.phaseCount + 1 })
      .where(eq(steps.id, step.id));
    const clock = clockOfSprint(authority.sprint);
    if (clock.state === 'running') {
      await writeClock(tx, authority.sprint.id, pause(clock, now.getTime()));
    }
    return null;
  },
};
