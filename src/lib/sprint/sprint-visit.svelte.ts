/**
 * What belongs to this browser while it is in a sprint, and to nobody else: which way the room is
 * looked at, which dialog is open, and the sound. Made by the sprint's layout, given by context.
 */
export type RoomDialog = 'people' | 'door' | 'phone' | 'rename' | 'leave' | 'hand-over';

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
}
