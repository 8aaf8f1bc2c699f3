/** Sketches and the museum in the stage: what is handed in, what hangs, and what was chosen of it. */
import type { BoardId, MemberId, StepId } from '#domain/ids';

/** Sketches that are handed in, of the step in which they were drawn last. */
export type StageSketches = {
  stepId: StepId;
  /** How many are in, second ones too, and how many people take part. */
  handedIn: number;
  of: number;
  /** The reader's own that are in, and of those the ones that hang: 1 for the first, 2 for a second. */
  mine: number[];
  hangs: number[];
  /** Who has none in; only sent to facilitators. */
  missing: MemberId[] | null;
};

/** The museum, by the ids of its exhibits; what hangs in it is in its board. */
export type StageMuseum = {
  boardId: BoardId;
  /** Names of makers that were told, and of no others; null of who is known no more. */
  makers: Record<string, string | null>;
  /** The exhibit that is talked about now, and those that were. */
  critique: string | null;
  talkedThrough: string[];
  /** What the supervote chose, most dots first; empty before it is laid down. */
  winners: string[];
  /** Of what may come later: what is taken along, with the name of who did that. */
  takenAlong: Record<string, string>;
  /** The reader's own questions that nobody else sees yet. */
  waiting: { id: string; exhibitId: string; text: string }[];
};
