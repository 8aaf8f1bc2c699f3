/** The open step goes to its next phase, or back where that is allowed; the countdown of a reveal, the opening and the closing of a round begin here. */
import { eq } from 'drizzle-orm';
import { exerciseOf } from '#domain/exercises/registry';
import { refused } from '#domain/refusal';
import { decides } from '#domain/sprint/roles';
import { effectOf, mayAdvance, type Advance, type PhaseEffect } from '#domain/sprint/phase-machine';
import { pilesOfReveal, rehearseReveal, reveal } from '#server/commands/boards/reveal';
import {
  boardRoomId,
  closeRound,
  openRound,
  openRoundOf,
  undoClose,
} from '#server/commands/votes/rounds';
import { layHandedIn } from '#server/commands/boards/handed-in';
import { roomsToClose, roomsToEnd } from './open-and-close';
import { requireStep, stepById } from './steps';
import { steps } from '#server/db/tables';
import { keepEnd } from '#server/history/take-snapshot';
import type { Asked, Handler } from '#server/commands/command';

/** The fields of the pages stay open for a moment: the server's own timer does the rest. */
function countsDown(asked: Asked<'advance-phase'>): boolean {
  return asked.revealCountdownMs > 0 && effectIn(asked) === 'reveal';
}

/** What the move does; nothing of a step that is gone. */
function effectIn({ authority, command }: Asked<'advance-phase'>): PhaseEffect {
  const step = stepById(authority, command.stepId);
  return step ? effectOf(exerciseOf(step.exercise), command.from, command.to) : 'none';
}

export const advancePhase: Handler<'advance-phase'> = {
  rooms(asked) {
    const { authority, command } = asked;
    const step = stepById(authority, command.stepId);
    const effect = effectIn(asked);
    if (!step || countsDown(asked)) return [];
    const needsBoard = effect === 'reveal' || effect === 'open-round' || effect === 'undo-close';
    return needsBoard ? roomsToClose(authority, step) : [];
  },
  keeps(asked) {
    const { authority, command } = asked;
    const piles = effectIn(asked) === 'reveal' ? pilesOfReveal(authority) : [];
    return [...roomsToEnd(authority, stepById(authority, command.stepId)), ...piles];
  },
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    if (step.revealAt !== null) return refused('phase-moved-on');
    const open = openRoundOf(authority, step.id);
    if (command.from === 'voting' && command.to === 'result' && open?.way === 'binding') {
      return refused('decider-lays-down');
    }
    const { dots } = exerciseOf(step.exercise);
    const isBinding = dots?.way === 'binding' && command.to === 'voting';
    if (isBinding && !authority.members.some(decides)) return refused('no-decider');
    return mayAdvance({
      exercise: exerciseOf(step.exercise),
      step: step as Advance['step'],
      from: command.from,
      to: command.to,
      hasOpenRound: open !== undefined,
      // Counted in `do`, where the board is held; an empty wall is refused there.
      candidates: Number.POSITIVE_INFINITY,
      decided: authority.decisions.some((one) => one.stepId === step.id),
    });
  },
  // do
  async do(doing) {
    const { tx, authority, command, now, revealCountdownMs } = doing;
    const step = requireStep(authority, command.stepId);
    const effect = effectIn(doing);
    if (countsDown(doing)) {
      rehearseReveal(doing, step);
      const revealAt = new Date(now.getTime() + revealCountdownMs);
      await tx.update(steps).set({ revealAt }).where(eq(steps.id, step.id));
      return null;
    }
    if (effect === 'reveal') {
      await reveal(doing, step);
      return null;
    }
    const roomId = boardRoomId(authority, step.boardId);
    const { id: stepId, boardId } = step;
    await layHandedIn(doing, step);
    if (roomId !== undefined && boardId !== null && doing.holds(roomId)) {
      await keepEnd(doing, { roomId, boardId, stepId, phase: command.from, reason: 'phase' });
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
