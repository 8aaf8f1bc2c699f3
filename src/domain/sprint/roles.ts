/** Base roles and duties of a member. */
export const roles = ['facilitator', 'deelnemer', 'expert', 'waarnemer'] as const;
export type Role = (typeof roles)[number];

export const duties = ['scribe', 'interviewer', 'klantpet'] as const;
export type Duty = (typeof duties)[number];

/** What the rules need to know of a member. */
export type Standing = {
  readonly role: Role;
  /** The Decider of the sprint. At most one member of a sprint. */
  readonly decider: boolean;
  /** Holds the Decider's running mandate. */
  readonly standIn: boolean;
  /** A facilitator with the switch 'ik doe mee' on. */
  readonly participates: boolean;
  /** Has an account (e-mail and password) rather than a guest's cookie only. */
  readonly hasAccount: boolean;
  /** What they do beside their role. */
  readonly duties?: readonly Duty[];
  /** Is played by the server in an example sprint: nobody is behind it. */
  readonly example?: boolean;
};

/** Writes notes: participants, experts, the Decider, and a facilitator who takes part. */
export function writes(member: Standing): boolean {
  return member.role === 'expert' || counts(member);
}

/**
 * Is counted among those whom the room waits for, and votes where the exercise lets them:
 * participants, the Decider, and a facilitator who takes part.
 */
export function counts(member: Standing): boolean {
  if (member.decider || member.role === 'deelnemer') return true;
  return member.role === 'facilitator' && member.participates;
}

/** May take the Decider's binding choices: the Decider, or who holds the mandate. */
export function decides(member: Standing): boolean {
  return member.decider || member.standIn;
}
