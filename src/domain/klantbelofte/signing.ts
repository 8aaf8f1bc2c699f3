/**
 * Signing a set, and changing what was signed. The Decider signs what is sound in one act; what is
 * contradicted or has no proof is signed with a recorded reason or not at all. What is signed is
 * frozen as a version: it changes by a new one, which has a reason.
 */
import { limits } from '#domain/limits';
import { rungStates, type Ladder } from '#domain/klantbelofte/ladder';
import { setCount } from '#domain/klantbelofte/set';

/** What stands in the way of one signature. The last two give way to a reason. */
export type SigningLack = 'no-behoefte' | 'no-belofte' | 'no-proof' | 'contradicted';

/** @returns null: sound, signed as it is. */
export function signingLack(ladder: Ladder): SigningLack | null {
  const { behoefte, belofte, bewijs } = rungStates(ladder);
  if (behoefte !== 'lit') return 'no-behoefte';
  if (belofte !== 'lit') return 'no-belofte';
  if (bewijs === 'broken') return 'contradicted';
  return bewijs === 'lit' ? null : 'no-proof';
}

/** Why this is not signed: of one promise, or of the whole set. */
export type SigningRefusal = SigningLack | 'set-too-large' | 'reason-too-long';

/**
 * Whether one promise may be signed.
 * @param of how many promises the set has.
 * @param reason recorded with the signature; '' for none.
 * @returns null: it may.
 */
export function signingRefusal(
  ladder: Ladder,
  { of, reason }: { of: number; reason: string },
): SigningRefusal | null {
  if (setCount(of) === 'too-many') return 'set-too-large';
  if (reason.length > limits.reason) return 'reason-too-long';
  const lack = signingLack(ladder);
  const yields = lack === 'no-proof' || lack === 'contradicted';
  return lack === null || (yields && reason.trim() !== '') ? null : lack;
}

export type Signed<Frozen> = {
  /** From 1. */
  readonly version: number;
  readonly frozen: Frozen;
  readonly signedBy: string;
  /** Milliseconds since 1970. */
  readonly signedAt: number;
  /** Why without proof, against the findings, or anew; '' where nothing had to be said. */
  readonly reason: string;
};

/** Why what was signed is not signed anew. */
export type ChangeRefusal = 'reason-needed' | 'reason-too-long' | 'changed-meanwhile';

/**
 * Signs as the next version. Of two who sign at once, the second is refused: they saw another version.
 * @param seen the version that the signer had on screen; 0 for none.
 */
export function sign<Frozen>(
  versions: readonly Signed<Frozen>[],
  { seen, ...next }: Omit<Signed<Frozen>, 'version'> & { seen: number },
): Signed<Frozen> | ChangeRefusal {
  const last = versions.at(-1)?.version ?? 0;
  if (seen !== last) return 'changed-meanwhile';
  if (next.reason.length > limits.reason) return 'reason-too-long';
  if (last > 0 && next.reason.trim() === '') return 'reason-needed';
  return { ...next, version: last + 1 };
}
