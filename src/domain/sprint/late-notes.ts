/**
 * Notes that came after the reveal. They stay in their writer's pile until the facilitator admits
 * them; then the writer may hand them in, while the wall is being worked on. What was handed in goes up
 * at the end of the phase, all of it together and shuffled: a note that comes by itself, at the moment
 * at which its writer comes back, has a name.
 */
import type { MemberId, NoteId } from '#domain/ids';
import { allowed, refused, type Ruling } from '#domain/refusal';
import { boardIsWritable, type Phase, type StepStatus } from '#domain/sprint/phases';

export type LateMoment = {
  readonly step: {
    readonly status: StepStatus;
    readonly phase: Phase | null;
    readonly admitsLate: boolean;
  };
  /** Notes with text of this writer for this wall. */
  readonly lateNotes: number;
};

/** Refuses: step-not-open, wrong-phase (a frozen or hidden wall), not-admitted-late, no-late-notes. */
export function mayLayLateNotes({ step, lateNotes }: LateMoment): Ruling {
  const ruling = mayAdmitLate(step);
  if (!ruling.allowed) return ruling;
  if (!step.admitsLate) return refused('not-admitted-late');
  return lateNotes > 0 ? allowed : refused('no-late-notes');
}

/**
 * Whether everybody can guess whose late notes these are: nobody else has handed any in. Told to their
 * writer beforehand.
 */
export function isGuessable(
  memberId: MemberId,
  handedIn: readonly { readonly memberId: MemberId; readonly noteIds: readonly NoteId[] }[],
): boolean {
  return !handedIn.some((one) => one.memberId !== memberId && one.noteIds.length > 0);
}

/** The facilitator admits late notes only while the wall can take them. */
export function mayAdmitLate(step: Omit<LateMoment['step'], 'admitsLate'>): Ruling {
  if (step.status !== 'open' || !step.phase) return refused('step-not-open');
  return boardIsWritable(step.phase) ? allowed : refused('wrong-phase');
}
