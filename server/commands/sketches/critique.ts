/** The critique: one exhibit after the other, each with its own minutes, and its maker told at the end of it by the facilitator. */
import { and, eq } from 'drizzle-orm';
import { exerciseOf } from '#domain/exercises/registry';
import { allowed, refused, type Ruling } from '#domain/refusal';
import { idleClock, start } from '#domain/sprint/timebox';
import { writeClock } from '#server/commands/agenda/clock-columns';
import type { Handler } from '#server/commands/command';
import { openStepOf } from '#server/commands/agenda/steps';
import { sketches } from '#server/db/sketch-tables';
import type { Authority } from '#server/stage/authority';

/** Of each sketch. */
const MINUTES = 3;

/** The critique goes to this exhibit, with its own three minutes. */
export const critiqueExhibit: Handler<'critique-exhibit'> = {
  // who: the runner asked permissions.
  // whether
  whether: ({ authority, command }) => mayCritique(authority, command.exhibitId),
  // do
  async do({ tx, authority, command, now }) {
    const sprintId = authority.sprint.id;
    const of = eq(sketches.sprintId, sprintId);
    await tx
      .update(sketches)
      .set({ critique: 'done' })
      .where(and(of, eq(sketches.critique, 'now')));
    await tx
      .update(sketches)
      .set({ critique: 'now' })
      .where(and(of, eq(sketches.exhibitId, command.exhibitId)));
    const clock = start(idleClock(MINUTES), { now: now.getTime(), minutes: MINUTES });
    await writeClock(tx, sprintId, clock);
    return null;
  },
};

/** Tells everybody who made an exhibit that was talked about; nobody is ever told of another. */
export const revealMaker: Handler<'reveal-maker'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const ruling = mayCritique(authority, command.exhibitId);
    if (!ruling.allowed) return ruling;
    const sketch = authority.sketches.find(({ exhibitId }) => exhibitId === command.exhibitId);
    return sketch?.critique === 'waits' ? refused('wrong-phase') : allowed;
  },
  // do
  async do({ tx, authority, command }) {
    await tx
      .update(sketches)
      .set({ revealed: true })
      .where(
        and(eq(sketches.sprintId, authority.sprint.id), eq(sketches.exhibitId, command.exhibitId)),
      );
    return null;
  },
};

function mayCritique(authority: Authority, asked: string): Ruling {
  const open = openStepOf(authority);
  if (!open) return refused('step-not-open');
  if (!exerciseOf(open.exercise).critiques) return refused('wrong-phase');
  const hangs = authority.sketches.some(({ exhibitId }) => exhibitId === asked);
  return hangs ? allowed : refused('no-such-candidate');
}
