/** What pages read of a sprint's boards as they were, and of one board whole: shapes only. Instants are ms since 1970. */
import type { BoardId, SprintId, StepId } from '#domain/ids';
import type { Phase } from '#domain/sprint/phases';
import type { BoardAddress, StageDecision, StageRound, StageStep } from '#protocol/stage';

/**
 * Why a moment was kept: a phase ended, hidden notes were about to come, a step was closed, an older
 * state was about to be put back, people had worked for some minutes, or somebody was about to take
 * much away.
 */
export const momentReasons = ['phase', 'reveal', 'step', 'restore', 'interval', 'removal'] as const;
export type MomentReason = (typeof momentReasons)[number];

/** A board as it was once. */
export type BoardMoment = {
  id: string;
  boardId: BoardId;
  reason: MomentReason;
  /** The step that was open, unless it was taken off the agenda since. */
  stepId: StepId | null;
  /** The phase that ended; of a restore, the phase that was going on. */
  phase: Phase | null;
  notes: number;
  /** Of a `removal`, the notes that went; else null. */
  removed: number | null;
  takenAt: number;
};

export type BoardHistory = {
  board: BoardAddress;
  /** Steps that worked on this board, in order of the agenda. */
  steps: StageStep[];
  /** Newest first. */
  moments: BoardMoment[];
};

/** Everything of one board that is read, printed or exported. */
export type BoardSheet = {
  sprint: { id: SprintId; name: string; startsOn: string; language: 'nl' | 'en' };
  board: BoardAddress;
  steps: StageStep[];
  /** The document as one V1 update, in base64: the very bytes, whatever kind of board they are. */
  state: string;
  /** The moment that this is, or null for the board as it is now. */
  moment: BoardMoment | null;
  /** The last closed round on this board, with its results; null where there is none, or dots are being put now. */
  round: StageRound | null;
  decision: StageDecision | null;
};
