/**
 * What belongs to this browser while it is in a sprint, and to nobody else: which way the room is
 * looked at, which dialog is open, and the sound. Made by the sprint's layout, given by context.
 */
import type { BoardId, StepId } from '#domain/ids';
import type { BoardView } from '#protocol/view';
import { FacilitatorNotes } from './facilitator-notes';

export type RoomDialog =
  'people' | 'log' | 'door' | 'phone' | 'rename' | 'leave' | 'hand-over' | 'export';

export class SprintVisit {
  /** A facilitator's look at the room as a participant: private controls are not drawn. */
  asParticipant = $state(false);
  /** The agenda beside the wall, on wide screens. */
  agendaShown = $state(true);
  /** The agenda over the wall, on narrow screens. */
  agendaSheet = $state(false);
  cockpitSheet = $state(false);
  dialog = $state<RoomDialog | null>(null);
  /** Candidate that the Decider is about to choose. */
  choosing = $state<string | null>(null);
  soundOn = $state(false);
  /** Whose view of the board this browser follows: a member's id. */
  following = $state<string | null>(null);
  /** The proposal to shorten the day that was put aside, and how late it was then. */
  squeezeAside = $state.raw<{ stepId: StepId | null; lateMinutes: number } | null>(null);
  /** Parts of the cockpit that are open. */
  unfolded = $state({ rights: false, notes: true });
  /** What a facilitator is writing for facilitators. */
  readonly notes = new FacilitatorNotes();
  /** What this browser sees of the board that is on its screen; the board keeps it, null without one. */
  boardView = $state.raw<{ boardId: BoardId; view: BoardView } | null>(null);
}
