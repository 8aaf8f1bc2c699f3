/**
 * Who may give which command, once. The command asks it first of all; the button asks it to be
 * greyed. `facilitator`, `deelnemer`, `expert` and `waarnemer` are base roles; `beslisser` is the
 * Decider or the holder of the mandate; `interviewer` has that duty; `member` is everybody in the sprint.
 */
import { allowed, refused, type Ruling } from '#domain/refusal';
import { decides, type Standing } from '#domain/sprint/roles';

export type Actor =
  'facilitator' | 'deelnemer' | 'expert' | 'waarnemer' | 'beslisser' | 'interviewer' | 'member';

export const commandActors = {
  // agenda
  'open-step': ['facilitator'],
  'close-step': ['facilitator'],
  'next-step': ['facilitator'],
  'skip-step': ['facilitator'],
  'move-step': ['facilitator'],
  'repeat-step': ['facilitator'],
  'add-step': ['facilitator'],
  'remove-step': ['facilitator'],
  'retime-step': ['facilitator'],
  'set-step-choices': ['facilitator'],
  'advance-phase': ['facilitator'],
  'cancel-reveal': ['facilitator'],
  'give-turn': ['facilitator'],
  'begin-trial': ['facilitator'],
  'postpone-last-day': ['facilitator'],
  'admit-late': ['facilitator'],
  'back-step': ['facilitator'],
  'squeeze-day': ['facilitator'],
  // clock
  'start-clock': ['facilitator'],
  'pause-clock': ['facilitator'],
  'extend-clock': ['facilitator'],
  // the room
  'set-board-lock': ['facilitator'],
  'set-wide-tools': ['facilitator'],
  'bring-here': ['facilitator'],
  nudge: ['facilitator'],
  'write-facilitator-note': ['facilitator'],
  'restore-snapshot': ['facilitator'],
  'rebuild-board': ['facilitator'],
  'set-hand': ['member'],
  'lower-hand': ['facilitator'],
  // the work
  'set-ready': ['facilitator', 'deelnemer', 'expert', 'beslisser'],
  'cast-dot': ['facilitator', 'deelnemer', 'beslisser'],
  'take-back-dot': ['facilitator', 'deelnemer', 'beslisser'],
  'lay-down-supervote': ['beslisser'],
  'choose-prototypes': ['beslisser'],
  'keep-beloften': ['beslisser'],
  'sign-beloften': ['beslisser'],
  'change-belofte': ['facilitator', 'beslisser'],
  'lay-down-verdict': ['beslisser'],
  'lay-down-outcome': ['beslisser'],
  'take-along': ['beslisser', 'facilitator'],
  'lay-late-notes': ['facilitator', 'deelnemer', 'expert', 'beslisser'],
  'hand-in': ['facilitator', 'deelnemer', 'beslisser'],
  'take-back-sketch': ['facilitator', 'deelnemer', 'beslisser'],
  'ask-question': ['facilitator', 'deelnemer', 'beslisser'],
  'take-back-question': ['facilitator', 'deelnemer', 'beslisser'],
  'critique-exhibit': ['facilitator'],
  'reveal-maker': ['facilitator'],
  // A facilitator anybody's, everybody else their own.
  'rebuild-pile': ['facilitator', 'deelnemer', 'expert', 'waarnemer', 'beslisser'],
  'ask-pen': ['facilitator', 'deelnemer', 'expert', 'beslisser'],
  'pass-pen': ['facilitator', 'deelnemer', 'expert', 'beslisser'],
  decide: ['beslisser'],
  'decide-go': ['facilitator', 'beslisser'],
  'withdraw-decision': ['beslisser'],
  'amend-decision': ['beslisser', 'facilitator'],
  // the test: customers' names are known to these two alone
  'add-customer': ['facilitator', 'interviewer'],
  'edit-customer': ['facilitator', 'interviewer'],
  'call-in-reserve': ['facilitator', 'interviewer'],
  'confirm-customer': ['facilitator', 'interviewer'],
  'miss-customer': ['facilitator', 'interviewer'],
  'withdraw-customer': ['facilitator', 'interviewer'],
  'start-interview': ['facilitator', 'interviewer'],
  'round-off-interview': ['facilitator', 'interviewer'],
  'point-row': ['facilitator', 'interviewer'],
  'set-task-result': ['facilitator', 'interviewer'],
  'lay-late-observations': ['facilitator', 'deelnemer', 'waarnemer', 'beslisser'],
  'choose-questionnaires': ['facilitator'],
  'begin-asking': ['facilitator', 'interviewer'],
  'give-score': ['facilitator', 'interviewer'],
  'give-words': ['facilitator', 'interviewer'],
  'give-customer-dots': ['facilitator', 'interviewer'],
  'finish-asking': ['facilitator', 'interviewer'],
  'make-customer-link': ['facilitator', 'interviewer'],
  'revoke-customer-link': ['facilitator', 'interviewer'],
  // people
  'rename-me': ['member'],
  'leave-sprint': ['member'],
  'make-phone-link': ['member'],
  'make-paper-link': ['member'],
  'set-participates': ['facilitator'],
  'set-role': ['facilitator'],
  'set-decider': ['facilitator'],
  'set-duties': ['facilitator'],
  'give-mandate': ['facilitator', 'beslisser'],
  'end-mandate': ['facilitator', 'beslisser'],
  'hand-over': ['facilitator'],
  'remove-member': ['facilitator'],
  'empty-lobby': ['facilitator'],
  'make-return-link': ['facilitator'],
  // the door
  'set-door': ['facilitator'],
  'new-code': ['facilitator'],
  'make-join-link': ['facilitator'],
  'revoke-join-link': ['facilitator'],
  // the sprint
  'edit-sprint': ['facilitator'],
  'delete-sprint': ['facilitator'],
} as const satisfies Record<string, readonly Actor[]>;

export type CommandKind = keyof typeof commandActors;

export const commandKinds = Object.keys(commandActors) as readonly CommandKind[];

/** Whether this member may give this command at all; what the moment allows is asked after it. */
export function mayCommand(kind: CommandKind, member: Standing): Ruling {
  const actors: readonly Actor[] = commandActors[kind];
  const is = (actor: Actor): boolean =>
    actor === 'member' ||
    actor === member.role ||
    (actor === 'beslisser' && decides(member)) ||
    (actor === 'interviewer' && member.duties?.includes('interviewer') === true);
  if (actors.some(is)) return allowed;
  return refused(
    actors.every((actor) => actor === 'beslisser') ? 'not-the-decider' : 'not-your-role',
  );
}
