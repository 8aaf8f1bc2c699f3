/**
 * What may be done to members. Who may give the command is permissions.ts; these rulings are shared
 * by the button and the command. A sprint always keeps a facilitator, and every facilitator has an
 * account.
 */
import type { MemberId } from '#domain/ids';
import { limits } from '#domain/limits';
import { allowed, refused, type Ruling } from '#domain/refusal';
import type { Role, Standing } from '#domain/sprint/roles';

export type RuledMember = Standing & { readonly id: MemberId };
type Found = RuledMember | undefined;
type Everybody = { readonly members: readonly RuledMember[] };

export function mayRemoveMember(
  target: Found,
  { me, members }: Everybody & { readonly me: RuledMember },
): Ruling {
  if (!target) return refused('no-such-member');
  if (target.id === me.id) return refused('not-yourself');
  return keepsAFacilitator(target, members);
}

/** A link back to a seat is for a guest who lost the cookie: who has an account signs in instead. */
export function mayGiveSeatBack(target: Found, { me }: { readonly me: RuledMember }): Ruling {
  if (!target) return refused('no-such-member');
  if (target.id === me.id) return refused('not-yourself');
  if (target.example) return refused('nobody-behind');
  return target.hasAccount ? refused('signs-in-instead') : allowed;
}

/** Asking for somebody's attention; nobody is behind a stand-in of an example. */
export function mayNudge(target: Found, { me }: { readonly me: RuledMember }): Ruling {
  if (!target) return refused('no-such-member');
  if (target.id === me.id) return refused('not-yourself');
  return target.example ? refused('nobody-behind') : allowed;
}

/**
 * A guest who took no part yet and was given none: what they wrote, showed or voted is for the
 * caller to look up. A stand-in of an example is no guest.
 */
export function isIdleGuest(
  member: RuledMember & {
    readonly duties: readonly unknown[];
    readonly readyFor: string | null;
    readonly handRaisedAt: Date | null;
  },
): boolean {
  if (member.hasAccount || member.example || member.role === 'facilitator') return false;
  if (member.decider || member.standIn || member.duties.length > 0) return false;
  return member.readyFor === null && member.handRaisedAt === null;
}

/** Leaving by oneself; the last facilitator hands over or deletes the sprint first. */
export function mayLeave({ me, members }: Everybody & { readonly me: RuledMember }): Ruling {
  return keepsAFacilitator(me, members);
}

export function maySetRole(
  target: Found,
  { role, members }: Everybody & { readonly role: Role },
): Ruling {
  if (!target) return refused('no-such-member');
  if (role === 'facilitator') return target.hasAccount ? allowed : refused('needs-account');
  return keepsAFacilitator(target, members);
}

/** The other becomes facilitator and the giver participant, in one act. */
export function mayHandOver(target: Found, { me }: { readonly me: RuledMember }): Ruling {
  if (!target) return refused('no-such-member');
  if (target.id === me.id) return refused('not-yourself');
  return target.hasAccount ? allowed : refused('needs-account');
}

/** Anybody but an observer may be the Decider. `null` takes the role away. */
export function maySetDecider(target: Found | null): Ruling {
  if (target === null) return allowed;
  if (!target) return refused('no-such-member');
  return target.role === 'waarnemer' ? refused('field-invalid', { field: 'memberId' }) : allowed;
}

/**
 * The Decider, or a facilitator in their absence, names a stand-in with a reason that is recorded. A
 * stand-in does not pass the mandate on. An observer cannot hold one.
 */
export function mayGiveMandate(
  target: Found,
  { me, members, reason }: Everybody & { readonly me: RuledMember; readonly reason: string },
): Ruling {
  if (me.role !== 'facilitator' && !me.decider) return refused('not-the-decider');
  if (!members.some((member) => member.decider)) return refused('no-decider');
  if (!target) return refused('no-such-member');
  if (target.decider)
    return refused(target.id === me.id ? 'not-yourself' : 'field-invalid', { field: 'memberId' });
  if (target.role === 'waarnemer') return refused('field-invalid', { field: 'memberId' });
  return mayReason(reason);
}

/** The Decider or a facilitator ends it; a stand-in may give it back. */
export function mayEndMandate({ me, members }: Everybody & { readonly me: RuledMember }): Ruling {
  if (!members.some((member) => member.standIn)) return refused('no-mandate');
  return me.decider || me.standIn || me.role === 'facilitator'
    ? allowed
    : refused('not-the-decider');
}

/** A reason has to be given, within its length. */
export function mayReason(reason: string): Ruling {
  if (reason.trim() === '') return refused('field-empty', { field: 'reason' });
  if (reason.length <= limits.reason) return allowed;
  return refused('field-too-long', { field: 'reason', about: { max: limits.reason } });
}

function keepsAFacilitator(leaver: RuledMember, members: readonly RuledMember[]): Ruling {
  if (leaver.role !== 'facilitator') return allowed;
  const others = members.some((one) => one.role === 'facilitator' && one.id !== leaver.id);
  return others ? allowed : refused('last-facilitator');
}
