/** The open step goes to its next phase, or back where that is allowed; the reveal, the opening and the closing of a round happen here. */
import { eq } from 'drizzle-orm';
import { exerciseOf } from '#domain/exercises/registry';
import { refused } from '#domain/refusal';
import { effectOf, mayAdvance, type Advance } from '#domain/sprint/phase-machine';
import { layPiles, markSkipped, pilesOfReveal } from '#server/commands/reveal';
import {
  boardRoomId,
  closeRound,
  openRound,
  openRoundOf,
  undoClose,
} from '#server/commands/rounds';
import { layHandedIn } from '#server/commands/handed-in';
import { roomsToClose, roomsToEnd } from '#server/commands/open-and-close';
import { requireStep, stepById } from '#server/commands/steps';
import { steps } from '#server/db/tables';
import { capture, keepEnd, keepMoment } from '#server/history/take-snapshot';
import type { Handler } from '#server/commands/command';

export const advancePhase: Handler<'advance-phase'> = {
  rooms({ authority, command }) {
    const step = stepById(authority, command.stepId);
    const effect = effectOf(command.from, command.to);
    if (!step) return [];
    const needsBoard = effect === 'reveal' || effect === 'open-round' || effect === 'undo-close';
    return needsBoard ? roomsToClose(authority, step) : [];
  },
  keeps({ authority, command }) {
    const piles = effectOf(command.from, command.to) === 'reveal' ? pilesOfReveal(authority) : [];
    return [...roomsToEnd(authority, stepById(authority, command.stepId)), ...piles];
  },
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    return mayAdvance({
      exercise: exerciseOf(step.exercise),
      step: step as Advance['step'],
      from: command.from,
      to: command.to,
      hasOpenRound: openRoundOf(authority, step.id) !== undefined,
      // Counted in `do`, where the board is held; an empty wall is refused there.
      candidates: Number.POSITIVE_INFINITY,
      decided: authority.decisions.some((one) => one.stepId === step.id),
    });
  },
  // do
  async do(doing) {
    const { tx, authority, command } = doing;
    const step = requireStep(authority, command.stepId);
    const effect = effectOf(command.from, command.to);
    const roomId = boardRoomId(authority, step.boardId);
    const boardId = step.boardId;
    await layHandedIn(doing, step);
    if (roomId !== undefined && boardId !== null && doing.holds(roomId)) {
      const ended = { boardId, stepId: step.id, phase: command.from };
      const before = effect === 'reveal' ? capture(doing.doc(roomId)) : null;
      const { laid, skipped } = before
        ? layPiles(doing, { step, members: authority.members })
        : { laid: 0, skipped: [] };
      await markSkipped(doing, skipped);
      // Only where something lay on the wall already does it matter how it was without the piles.
      if (before && laid > 0 && !before.isEmpty) {
        await keepMoment(doing, before, { ...ended, reason: 'reveal' });
      }
      await keepEnd(doing, { ...ended, roomId, reason: 'phase' });
    }
    if (effect === 'close-round') {
      const round = openRoundOf(authority, step.id);
      if (round) await closeRound(doing, round);
    }
    if (effect === 'undo-close') await undoClose(tx, step.id);
    await tx
      .update(steps)
      .set({ phase: command.to, phaseCount: step.phaseCount + 1, admitsLate: false })
      .where(eq(steps.id, step.id));
    if (effect === 'open-round' || effect === 'undo-close') {
      await openRound(doing, { step, roomId });
    }
    return null;
  },
};
