/** Names of roles and duties, and the short tag beside a name. */
import type { Duty, Role } from '#domain/sprint/roles';
import type { StageMember } from '#protocol/stage';
import { m } from '$lib/paraglide/messages';

const roleNames: Record<Role, () => string> = {
  facilitator: m.room_role_facilitator,
  deelnemer: m.room_role_deelnemer,
  expert: m.room_role_expert,
  waarnemer: m.room_role_waarnemer,
};

const dutyNames: Record<Duty, () => string> = {
  scribe: m.room_duty_scribe,
  interviewer: m.room_duty_interviewer,
  klantpet: m.room_duty_klantpet,
};

export function roleName(role: Role): string {
  return roleNames[role]();
}

export function dutyName(duty: Duty): string {
  return dutyNames[duty]();
}

/** The facilitator's role for somebody else: a second one, who needs an account. */
export function coRole({ role, hasAccount }: Pick<StageMember, 'role' | 'hasAccount'>): string {
  return hasAccount || role === 'facilitator' ? m.room_role_co() : m.room_role_co_account();
}

/** What stands beside a name: nothing for a plain participant. */
export function roleTag(member: Pick<StageMember, 'role' | 'decider' | 'standIn'>): string | null {
  if (member.decider) return m.room_role_beslisser();
  if (member.standIn) return m.room_role_stand_in();
  return member.role === 'deelnemer' ? null : roleName(member.role);
}
