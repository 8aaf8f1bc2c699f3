/**
 * What belongs to this browser while it is in a sprint, and to nobody else: which way the room is
 * looked at, which dialog is open, and the sound. Made by the sprint's layout, given by context.
 */
import type { BoardId, StepId } from '#domain/ids';
import type { BoardView } from '#protocol/view';
import type { TakingDots } from './taking-dots';
import { FacilitatorNotes } from './facilitator-notes';
import { recallSound, rememberSound } from './sound-wanted';

export type RoomDialog =
  'people' | 'log' | 'door' | 'phone' | 'rename' | 'leave' | 'hand-over' | 'export' | 'customers';

export class SprintVisit {
  /** A facilitator's look at the room as a participant: private controls are not drawn. */
  asParticipant = $state(false);
  /** The agenda beside the wall, on wide screens. */
  agendaShown = $state(true);
  /** The agenda over the wall, on narrow screens. */
  agendaSheet = $state(false);
  cockpitSheet = $state(false);
  dialog = $state<RoomDialog | null>(null);
  /** An act that would take placed dots back, and waits for an answer. */
  takingDots = $state.raw<TakingDots | null>(null);
  /** The board of the room is on its way to paper. */
  printing = $state(false);
  /** Candidate that the Decider is about to choose. */
  choosing = $state<string | null>(null);
  #soundOn = $state(false);
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

  /** The gong and the rustle; as this browser last chose. */
  get soundOn(): boolean {
    return this.#soundOn;
  }
  set soundOn(on: boolean) {
    this.#soundOn = on;
    rememberSound(on);
  }

  /** Takes over what this browser chose before; called once the page lives, since the server knows nothing of it. */
  recall(): void {
    this.#soundOn = recallSound();
  }
}
