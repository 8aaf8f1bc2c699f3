/**
 * The trail of facilitation that every member may read: which commands leave a line, and what that
 * line keeps. Names of people, steps, minutes and switches; never a note, a vote, a secret, a link
 * or a code. What somebody does for themselves (ready, dots, hand, name) is no act of facilitation.
 */
import type { CommandKind } from '#domain/sprint/permissions';

/**
 * `step`: which step, by exercise and own title. `person`: whose name. `on`: which way a switch went.
 * `count`: of how many steps. The others are as in the command.
 */
export type ActDetail = 'step' | 'person' | 'minutes' | 'role' | 'phase' | 'day' | 'on' | 'count';

/** Null: leaves no line. */
export const keptOfAct = {
  'open-step': ['step'],
  'close-step': ['step'],
  'next-step': ['step'],
  'skip-step': ['step', 'on'],
  'move-step': ['step', 'day'],
  'repeat-step': ['step'],
  'add-step': ['step'],
  'remove-step': ['step'],
  'retime-step': ['step', 'minutes'],
  'set-step-choices': ['step'],
  'advance-phase': ['step', 'phase'],
  'cancel-reveal': ['step'],
  'give-turn': ['step'],
  'begin-trial': [],
  'postpone-last-day': [],
  'admit-late': ['step', 'on'],
  'back-step': ['step'],
  'squeeze-day': ['count'],
  'start-clock': ['minutes'],
  'pause-clock': [],
  'extend-clock': ['minutes'],
  'set-board-lock': ['step', 'on'],
  'set-wide-tools': ['step', 'on'],
  'bring-here': [],
  // Between two people.
  nudge: null,
  'write-facilitator-note': null,
  'restore-snapshot': ['step'],
  'rebuild-board': ['step'],
  // Whose pile it was is the facilitator's and theirs to know.
  'rebuild-pile': null,
  'set-hand': null,
  'ask-pen': null,
  'pass-pen': null,
  'lower-hand': null,
  'set-ready': null,
  'cast-dot': null,
  'take-back-dot': null,
  'lay-late-notes': null,
  // Nothing tells who handed in before whom.
  'hand-in': null,
  'take-back-sketch': null,
  'ask-question': null,
  'take-back-question': null,
  'critique-exhibit': [],
  'reveal-maker': [],
  decide: ['step'],
  'lay-down-supervote': ['step'],
  'choose-prototypes': ['step'],
  'keep-beloften': ['step'],
  'sign-beloften': [],
  'change-belofte': [],
  'lay-down-verdict': [],
  'lay-down-outcome': ['step'],
  'take-along': ['on'],
  'decide-go': ['step', 'on'],
  'withdraw-decision': ['step'],
  'amend-decision': ['step'],
  // Who the customers are is told to nobody.
  'add-customer': null,
  'edit-customer': null,
  'call-in-reserve': null,
  'confirm-customer': null,
  'miss-customer': null,
  'withdraw-customer': null,
  'start-interview': [],
  'round-off-interview': [],
  'point-row': null,
  'set-task-result': null,
  'lay-late-observations': null,
  'choose-questionnaires': [],
  // Who was asked what, and how, is nobody's to read.
  'begin-asking': null,
  'give-score': null,
  'give-words': null,
  'give-customer-dots': null,
  'finish-asking': null,
  'make-customer-link': null,
  'revoke-customer-link': null,
  'rename-me': null,
  'leave-sprint': null,
  'make-phone-link': null,
  'make-paper-link': null,
  'set-participates': ['on'],
  'set-role': ['person', 'role'],
  'set-decider': ['person'],
  'set-duties': ['person'],
  'give-mandate': ['person'],
  'end-mandate': [],
  'hand-over': ['person'],
  'remove-member': ['person'],
  'empty-lobby': [],
  'make-return-link': ['person'],
  'set-door': ['on'],
  'new-code': [],
  'make-join-link': ['role'],
  'revoke-join-link': [],
  'edit-sprint': [],
  // Nothing is left to read it in.
  'delete-sprint': null,
} as const satisfies Record<CommandKind, readonly ActDetail[] | null>;

/** A command that leaves a line. */
export type ActKind = {
  [K in CommandKind]: (typeof keptOfAct)[K] extends null ? never : K;
}[CommandKind];

export function isAct(kind: CommandKind): kind is ActKind {
  return keptOfAct[kind] !== null;
}
