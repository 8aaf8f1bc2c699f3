/**
 * Which placed dots a change of roles takes back, told before it is done: asked by the screen of who
 * facilitates. The server brings the ballots in step by the same budgets.
 */
import type { MemberId } from '#domain/ids';
import type { Role, Standing } from '#domain/sprint/roles';
import { ballotFor, type BallotContext } from '#domain/votes/budget';

/** Acts that change who votes, and with how much. */
export type StandingChange =
  | { readonly kind: 'set-role'; readonly memberId: MemberId; readonly role: Role }
  | { readonly kind: 'set-decider'; readonly memberId: MemberId | null }
  | { readonly kind: 'set-participates'; readonly participates: boolean }
  | { readonly kind: 'give-mandate'; readonly memberId: MemberId }
  | { readonly kind: 'end-mandate' }
  | { readonly kind: 'hand-over'; readonly memberId: MemberId }
  | { readonly kind: 'remove-member'; readonly memberId: MemberId };

type Member = Standing & { readonly id: MemberId };

/** How everybody stands after the change; who is removed is not there. `meId` makes it. */
export function standingsAfter<M extends Member>(
  members: readonly M[],
  change: StandingChange,
  meId: MemberId,
): M[] {
  const isMeant = (member: M): boolean => 'memberId' in change && member.id === change.memberId;
  const each = (become: (member: M) => Partial<Standing>): M[] =>
    members.map((member) => ({ ...member, ...become(member) }));
  switch (change.kind) {
    case 'set-role': {
      const { role } = change;
      const endsMandate =
        role === 'waarnemer' && members.some((one) => isMeant(one) && (one.decider || one.standIn));
      return each((member) => ({
        ...(endsMandate ? { standIn: false } : {}),
        ...(isMeant(member)
          ? {
              role,
              decider: member.decider && role !== 'waarnemer',
              participates: member.participates && role === 'facilitator',
            }
          : {}),
      }));
    }
    case 'set-decider':
      if (members.some((member) => member.decider && isMeant(member))) return [...members];
      return each((member) => ({ decider: isMeant(member), standIn: false }));
    case 'set-participates':
      return each((member) => (member.id === meId ? { participates: change.participates } : {}));
    case 'give-mandate':
      return each((member) => ({ standIn: isMeant(member) }));
    case 'end-mandate':
      return each(() => ({ standIn: false }));
    case 'hand-over':
      return each((member) => {
        if (isMeant(member)) return { role: 'facilitator' };
        return member.id === meId ? { role: 'deelnemer', participates: false } : {};
      });
    case 'remove-member': {
      const gone = members.find(isMeant);
      const endsMandate = gone?.decider === true || gone?.standIn === true;
      return members
        .filter((member) => !isMeant(member))
        .map((member) => (endsMandate ? { ...member, standIn: false } : member));
    }
  }
}

/**
 * @param left what each voter has of the open round; the rest is placed.
 * @returns who loses how many placed dots. Empty dots go first, so a smaller budget may cost nothing.
 */
export function dotsTakenBack(
  members: readonly Member[],
  change: StandingChange,
  {
    meId,
    left,
    ...context
  }: Omit<BallotContext, 'mandateRunning'> & {
    meId: MemberId;
    left: Readonly<Record<MemberId, { readonly budget: number; readonly left: number }>>;
  },
): { memberId: MemberId; dots: number }[] {
  const after = standingsAfter(members, change, meId);
  const mandateRunning = after.some((member) => member.standIn);
  return Object.entries(left).flatMap(([memberId, ballot]) => {
    const member = after.find(({ id }) => id === memberId);
    const budget = member ? ballotFor(member, { ...context, mandateRunning }) : 0;
    const dots = Math.max(0, ballot.budget - ballot.left - budget);
    return dots > 0 ? [{ memberId, dots }] : [];
  });
}
