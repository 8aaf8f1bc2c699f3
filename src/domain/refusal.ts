/**
 * A refusal: a rule said no. The list is closed; `lib/refusals` gives each code its words, so a
 * code without words does not compile. Rules return a ruling; the button greys itself with it,
 * the command throws it.
 */
export const refusalCodes = [
  'not-signed-in',
  'not-a-member',
  'not-your-role',
  'not-the-decider',
  'not-the-artist',
  'not-yourself',
  'no-such-sprint',
  'no-such-step',
  'no-such-board',
  'no-such-member',
  'no-such-candidate',
  'no-such-link',
  'step-not-open',
  'step-already-open',
  'step-already-closed',
  'step-already-started',
  'another-step-open',
  'wrong-phase',
  'phase-moved-on',
  'clock-not-running',
  'clock-already-running',
  'door-closed',
  'room-full',
  'wrong-code',
  'link-expired',
  'removed-from-sprint',
  'left-sprint',
  'field-empty',
  'field-too-long',
  'field-too-short',
  'field-invalid',
  'field-character',
  'name-is-a-role',
  'email-taken',
  'email-or-password-wrong',
  'password-wrong',
  'password-not-chosen',
  'password-common',
  'password-simple',
  'password-own',
  'registration-closed',
  'registration-confirmed',
  'registration-expired',
  'invitation-used',
  'invitation-needed',
  'mail-not-configured',
  'too-fast',
  'page-too-old',
  'wrong-origin',
  'no-dots-left',
  'no-dot-to-take-back',
  'spot-full',
  'outside-exhibit',
  'decider-lays-down',
  'no-dots-placed',
  'one-winner',
  'not-a-voter',
  'round-not-open',
  'round-already-open',
  'no-candidates',
  'already-decided',
  'nothing-decided',
  'not-amendable',
  'no-decider',
  'no-mandate',
  'last-facilitator',
  'needs-account',
  'account-scoped',
  'signs-in-instead',
  'not-admitted-late',
  'no-late-notes',
  'board-locked',
  'board-full',
  'sprint-full',
  'no-such-snapshot',
  'board-unreadable',
  'pile-unreadable',
  'pad-unreadable',
  'paper-elsewhere',
  'moment-unreadable',
  'nothing-to-undo',
  'votes-cast',
  'changed-meanwhile',
  'picture-too-large',
  'picture-unreadable',
  'picture-too-many-pixels',
  'too-many-pictures',
  'no-such-picture',
  'example-off',
  'example-full',
  'nobody-behind',
  'sketch-empty',
  'sketch-hangs',
  'sketch-too-heavy',
  'sketches-voted-on',
  'not-handed-in',
  'no-such-customer',
  'too-many-customers',
  'customer-not-planned',
  'interview-running',
  'interview-not-running',
  'questions-put',
  'no-such-question',
  'answer-out-of-range',
  'answer-not-whole',
  'too-many-dots',
  'words-first',
  'words-settled',
  'answers-sent',
  'questions-elsewhere',
  'no-such-belofte',
  'no-behoefte',
  'no-belofte',
  'no-proof',
  'contradicted',
  'set-too-large',
  'reason-needed',
  'nothing-signed',
  'question-gone',
  'no-answers',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export type Refusal = {
  readonly code: RefusalCode;
  /** The form field or command field that is at fault, by its name in the form or command. */
  readonly field?: string;
  /** Figures for the sentence, such as `{ max: 60 }` or `{ retryAfterS: 30 }`. */
  readonly about?: Readonly<Record<string, string | number>>;
};

export type Ruling =
  { readonly allowed: true } | { readonly allowed: false; readonly refusal: Refusal };

export const allowed: Ruling = { allowed: true };

export function refused(code: RefusalCode, rest: Omit<Refusal, 'code'> = {}): Ruling {
  return { allowed: false, refusal: { code, ...rest } };
}

/** Thrown where a refusal has to end a use case; the edge turns it into an answer. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  /** By name: the web bundle and the server bundle each have a copy of this class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (this !== RefusedError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return value instanceof Error && value.name === 'RefusedError';
  }

  constructor(code: RefusalCode, rest: Omit<Refusal, 'code'> = {}) {
    super(`refused: ${code}`);
    this.name = 'RefusedError';
    this.refusal = { code, ...rest };
  }
}

/** Throws the refusal of a ruling that is not allowed. */
export function ensure(ruling: Ruling): void {
  if (!ruling.allowed) {
    const { code, ...rest } = ruling.refusal;
    throw new RefusedError(code, rest);
  }
}
