/**
 * The reveal counts down for everybody at once: fields stay open until zero, then every page ends what is
 * being composed, closes its fields and sends what was typed. The server lays the notes when the pages
 * that count said so, or after a grace. Asked by the command, the server's own timer and the screen.
 */
import { allowed, refused, type Ruling } from '#domain/refusal';
import type { Phase, StepStatus } from '#domain/sprint/phases';

/** Long enough to end a word, short enough to hold one's breath. */
export const REVEAL_COUNTDOWN_MS = 3_000;
/** What a page gets after zero to send the last letters; a page that stays silent is not waited for longer. */
export const REVEAL_GRACE_MS = 1_500;

/** @param revealsAt when the hidden notes go to the wall, in ms; null while nothing counts down. */
export type CountingStep = {
  readonly status: StepStatus;
  readonly phase: Phase | null;
  readonly revealsAt: number | null;
};

/** Whole seconds that are left, as they are shown: 3, 2, 1, and 0 from the moment that fields are closed. */
export function revealSecondsLeft(revealsAt: number, now: number): number {
  return Math.max(0, Math.ceil((revealsAt - now) / 1_000));
}

/** Until zero. Refuses `phase-moved-on`: it was carried out, called off by another, or the fields are closed. */
export function mayCancelReveal({ status, phase, revealsAt }: CountingStep, now: number): Ruling {
  const counts = status === 'open' && phase === 'writing' && revealsAt !== null;
  return counts && now < revealsAt ? allowed : refused('phase-moved-on');
}

/**
 * Whether the server lays the notes now.
 * @param awaited pages of who writes that have not yet said that they sent everything.
 */
export function revealIsDue(
  revealsAt: number,
  { now, awaited }: { now: number; awaited: number },
): boolean {
  if (now < revealsAt) return false;
  return awaited === 0 || now >= revealsAt + REVEAL_GRACE_MS;
}
