/**
 * What a browser knows of its line to the stage, as a union, and what the server's goodbye means:
 * 44xx is final (somebody has to do something), everything else is tried again.
 */
import type { Refusal } from '#domain/refusal';
import { closeCodes } from '#protocol/close-codes';

export type LiveStatus =
  | { kind: 'offline' }
  | { kind: 'connecting'; attempt: number }
  | { kind: 'live' }
  | { kind: 'refused'; refusal: Refusal };

/** @returns the refusal that a final close code stands for, or null where trying again may help. */
export function finalRefusal(code: number): Refusal | null {
  switch (code) {
    case closeCodes.notSignedIn:
      return { code: 'not-signed-in' };
    case closeCodes.notAMember:
      return { code: 'not-a-member' };
    case closeCodes.noSuchRoom:
      return { code: 'no-such-sprint' };
    case closeCodes.clientTooOld:
      return { code: 'page-too-old' };
    default:
      return code >= 4400 && code < 4500 ? { code: 'page-too-old' } : null;
  }
}

/** Wait before attempt n (from 0): half a second, doubling to four, spread so that a room does not return as one. */
export function backoffMs(attempt: number, random: () => number): number {
  return Math.min(4_000, 500 * 2 ** attempt) * (0.6 + 0.8 * random());
}
