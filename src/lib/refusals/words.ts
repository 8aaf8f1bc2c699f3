/**
 * From a refusal to words: what happened and what to do, how loud it is, and the button that helps.
 * A Record over the closed list: a new code without words does not compile.
 */
import type { Refusal, RefusalCode } from '#domain/refusal';
import { m } from '$lib/paraglide/messages';

export type RefusalAction = 'sign-in' | 'reload' | 'join' | null;
export type RefusalSeverity = 'info' | 'warning' | 'danger';

export type RefusalWords = {
  readonly text: string;
  readonly severity: RefusalSeverity;
  readonly action: RefusalAction;
};

type Entry = {
  readonly say: (refusal: Refusal) => string;
  readonly severity?: RefusalSeverity;
  readonly action?: RefusalAction;
};

const table: Record<RefusalCode, Entry> = {
  'not-signed-in': { say: () => m.refusals_not_signed_in(), action: 'sign-in' },
  'not-a-member': { say: () => m.refusals_not_a_member(), action: 'join' },
  'not-your-role': { say: () => m.refusals_not_your_role() },
  'not-the-decider': { say: () => m.refusals_not_the_decider() },
  'not-the-artist': { say: () => m.refusals_not_the_artist() },
  'not-yourself': { say: () => m.refusals_not_yourself() },
  'no-such-sprint': { say: () => m.refusals_no_such_sprint(), severity: 'danger' },
  'no-such-step': { say: () => m.refusals_no_such_step() },
  'no-such-board': { say: () => m.refusals_no_such_board() },
  'no-such-snapshot': { say: () => m.refusals_no_such_snapshot() },
  'board-unreadable': { say: () => m.refusals_board_unreadable() },
  'pile-unreadable': { say: () => m.refusals_pile_unreadable() },
  'pad-unreadable': { say: () => m.refusals_pad_unreadable() },
  'paper-elsewhere': { say: () => m.refusals_paper_elsewhere() },
  'moment-unreadable': { say: () => m.refusals_moment_unreadable() },
  'no-such-member': { say: () => m.refusals_no_such_member() },
  'no-such-candidate': { say: () => m.refusals_no_such_candidate() },
  'no-such-link': { say: () => m.refusals_no_such_link(), severity: 'danger', action: 'join' },
  'step-not-open': { say: () => m.refusals_step_not_open() },
  'step-already-open': { say: () => m.refusals_step_already_open(), severity: 'info' },
  'step-already-closed': { say: () => m.refusals_step_already_closed() },
  'step-already-started': { say: () => m.refusals_step_already_started() },
  'another-step-open': { say: () => m.refusals_another_step_open() },
  'wrong-phase': { say: () => m.refusals_wrong_phase() },
  'phase-moved-on': { say: () => m.refusals_phase_moved_on(), severity: 'info' },
  'clock-not-running': { say: () => m.refusals_clock_not_running(), severity: 'info' },
  'clock-already-running': { say: () => m.refusals_clock_already_running(), severity: 'info' },
  'door-closed': { say: () => m.refusals_door_closed() },
  'room-full': { say: () => m.refusals_room_full() },
  'wrong-code': { say: () => m.refusals_wrong_code(), severity: 'danger' },
  'link-expired': { say: () => m.refusals_link_expired(), severity: 'danger', action: 'join' },
  'left-sprint': { say: () => m.refusals_left_sprint(), severity: 'info', action: 'join' },
  'removed-from-sprint': { say: () => m.refusals_removed_from_sprint(), action: 'join' },
  'field-empty': {
    say: ({ field }) => m.refusals_field_empty({ field: fieldName(field) }),
    severity: 'danger',
  },
  'field-too-long': { say: sayTooLong, severity: 'danger' },
  'field-too-short': { say: sayTooShort, severity: 'danger' },
  'field-invalid': { say: sayInvalid, severity: 'danger' },
  'field-character': {
    say: ({ field, about }) =>
      m.refusals_field_character({
        field: fieldName(field),
        character: about?.['character'] ?? '',
      }),
    severity: 'danger',
  },
  'name-is-a-role': { say: () => m.refusals_name_is_a_role(), severity: 'danger' },
  'email-taken': { say: () => m.refusals_email_taken(), severity: 'danger', action: 'sign-in' },
  'email-or-password-wrong': {
    say: () => m.refusals_email_or_password_wrong(),
    severity: 'danger',
  },
  'password-wrong': { say: () => m.refusals_password_wrong(), severity: 'danger' },
  'password-not-chosen': { say: () => m.refusals_password_not_chosen(), severity: 'danger' },
  'password-common': { say: () => m.refusals_password_common(), severity: 'danger' },
  'password-simple': { say: () => m.refusals_password_simple(), severity: 'danger' },
  'password-own': { say: () => m.refusals_password_own(), severity: 'danger' },
  'registration-closed': { say: () => m.refusals_registration_closed(), action: 'sign-in' },
  'registration-confirmed': {
    say: () => m.refusals_registration_confirmed(),
    severity: 'info',
    action: 'sign-in',
  },
  'registration-expired': { say: () => m.refusals_registration_expired(), severity: 'danger' },
  'invitation-used': { say: () => m.refusals_invitation_used() },
  'invitation-needed': { say: () => m.refusals_invitation_needed(), action: 'sign-in' },
  'mail-not-configured': { say: () => m.refusals_mail_not_configured() },
  'too-fast': { say: sayTooFast },
  'page-too-old': { say: () => m.refusals_page_too_old(), action: 'reload' },
  'wrong-origin': { say: () => m.refusals_wrong_origin(), severity: 'danger' },
  'no-dots-left': { say: () => m.refusals_no_dots_left() },
  'no-dot-to-take-back': { say: () => m.refusals_no_dot_to_take_back(), severity: 'info' },
  'spot-full': { say: () => m.refusals_spot_full() },
  'outside-exhibit': { say: () => m.refusals_outside_exhibit() },
  'decider-lays-down': { say: () => m.refusals_decider_lays_down() },
  'no-dots-placed': { say: () => m.refusals_no_dots_placed() },
  'one-winner': { say: () => m.refusals_one_winner() },
  'not-a-voter': { say: () => m.refusals_not_a_voter() },
  'round-not-open': { say: () => m.refusals_round_not_open() },
  'round-already-open': { say: () => m.refusals_round_already_open(), severity: 'info' },
  'no-candidates': {
    say: ({ about }) =>
      about?.['board'] === 'gallery'
        ? m.refusals_no_candidates_in_museum()
        : m.refusals_no_candidates(),
  },
  'already-decided': { say: () => m.refusals_already_decided() },
  'not-amendable': { say: () => m.refusals_not_amendable(), severity: 'info' },
  'nothing-decided': { say: () => m.refusals_nothing_decided(), severity: 'info' },
  'no-decider': { say: () => m.refusals_no_decider() },
  'no-mandate': { say: () => m.refusals_no_mandate(), severity: 'info' },
  'last-facilitator': {
    say: ({ about }) =>
      about?.['sprint'] === undefined
        ? m.refusals_last_facilitator()
        : m.refusals_last_facilitator_of({ sprint: about['sprint'] }),
  },
  'needs-account': { say: () => m.refusals_needs_account(), action: 'sign-in' },
  'account-scoped': { say: () => m.refusals_account_scoped(), action: 'sign-in' },
  'signs-in-instead': { say: () => m.refusals_signs_in_instead(), action: 'sign-in' },
  'not-admitted-late': { say: () => m.refusals_not_admitted_late() },
  'board-locked': { say: () => m.refusals_board_locked() },
  'board-full': { say: () => m.refusals_board_full() },
  'sprint-full': { say: () => m.refusals_sprint_full() },
  'no-late-notes': { say: () => m.refusals_no_late_notes(), severity: 'info' },
  'example-off': { say: () => m.refusals_example_off(), severity: 'info' },
  'example-full': { say: () => m.refusals_example_full() },
  'nobody-behind': { say: () => m.refusals_nobody_behind(), severity: 'info' },
  'sketch-empty': { say: () => m.refusals_sketch_empty(), severity: 'info' },
  'sketch-hangs': { say: () => m.refusals_sketch_hangs() },
  'sketch-too-heavy': { say: () => m.refusals_sketch_too_heavy() },
  'sketches-voted-on': { say: () => m.refusals_sketches_voted_on() },
  'not-handed-in': { say: () => m.refusals_not_handed_in(), severity: 'info' },
  'no-such-customer': { say: () => m.refusals_no_such_customer(), severity: 'info' },
  'too-many-customers': {
    say: ({ about }) => m.refusals_too_many_customers({ max: about?.['max'] ?? 12 }),
  },
  'customer-not-planned': { say: () => m.refusals_customer_not_planned() },
  'interview-running': { say: () => m.refusals_interview_running() },
  'interview-not-running': { say: () => m.refusals_interview_not_running(), severity: 'info' },
  'questions-put': { say: () => m.refusals_questions_put() },
  'no-such-question': { say: () => m.refusals_no_such_question() },
  'answer-out-of-range': {
    say: ({ about }) =>
      m.refusals_answer_out_of_range({ min: about?.['min'] ?? 0, max: about?.['max'] ?? 10 }),
    severity: 'danger',
  },
  'answer-not-whole': { say: () => m.refusals_answer_not_whole(), severity: 'danger' },
  'too-many-dots': {
    say: ({ about }) => m.refusals_too_many_dots({ max: about?.['max'] ?? 3 }),
    severity: 'danger',
  },
  'words-first': { say: () => m.refusals_words_first() },
  'words-settled': { say: () => m.refusals_words_settled() },
  'answers-sent': { say: () => m.refusals_answers_sent(), severity: 'info' },
  'questions-elsewhere': { say: () => m.refusals_questions_elsewhere() },
  'no-such-belofte': { say: () => m.refusals_no_such_belofte() },
  'no-behoefte': { say: () => m.refusals_no_behoefte() },
  'no-belofte': { say: () => m.refusals_no_belofte() },
  'no-proof': { say: () => m.refusals_no_proof() },
  contradicted: { say: () => m.refusals_contradicted() },
  'set-too-large': { say: () => m.refusals_set_too_large() },
  'reason-needed': { say: () => m.refusals_reason_needed() },
  'nothing-signed': { say: () => m.refusals_nothing_signed() },
  'question-gone': { say: () => m.refusals_question_gone() },
  'no-answers': { say: () => m.refusals_no_answers() },
  'nothing-to-undo': { say: () => m.refusals_nothing_to_undo(), severity: 'info' },
  'votes-cast': { say: () => m.refusals_votes_cast() },
  'changed-meanwhile': { say: () => m.refusals_changed_meanwhile() },
  'picture-too-large': { say: sayPictureTooLarge, severity: 'danger' },
  'picture-unreadable': {
    say: ({ about }) =>
      about?.['kind'] === 'heic' ? m.refusals_picture_heic() : m.refusals_picture_unreadable(),
    severity: 'danger',
  },
  'picture-too-many-pixels': {
    say: ({ about }) => m.refusals_picture_too_many_pixels({ max: about?.['max'] ?? 0 }),
    severity: 'danger',
  },
  'too-many-pictures': { say: () => m.refusals_too_many_pictures() },
  'no-such-picture': { say: () => m.refusals_no_such_picture() },
};

/** The words of a refusal, in the language of the page. */
export function refusalWords(refusal: Refusal): RefusalWords {
  const { say, severity = 'warning', action = null } = table[refusal.code];
  return { text: say(refusal), severity, action };
}

const fieldNames: Readonly<Record<string, () => string>> = {
  name: m.refusals_name_name,
  email: m.refusals_name_email,
  password: m.refusals_name_password,
  newPassword: m.refusals_name_new_password,
  code: m.refusals_name_code,
  challenge: m.refusals_name_challenge,
  startsOn: m.refusals_name_starts_on,
  deleteAfter: m.refusals_name_delete_after,
  videoUrl: m.refusals_name_video_url,
  language: m.refusals_name_language,
  template: m.refusals_name_template,
  timeZone: m.refusals_name_time_zone,
  reason: m.refusals_name_reason,
  title: m.refusals_name_title,
  minutes: m.refusals_name_minutes,
  question: m.refusals_name_question,
  text: m.refusals_name_text,
};

function fieldName(field: string | undefined): string {
  // A command names a nested field by its path ("choices.question"): its last word says what it is.
  return (fieldNames[field?.split('.').at(-1) ?? ''] ?? m.refusals_name_other)();
}

function sayTooLong({ field, about }: Refusal): string {
  const max = about?.['max'];
  return max === undefined
    ? m.refusals_field_too_long_plain({ field: fieldName(field) })
    : m.refusals_field_too_long({ field: fieldName(field), max });
}

function sayTooShort({ field, about }: Refusal): string {
  const min = about?.['min'];
  return min === undefined
    ? m.refusals_field_too_short_plain({ field: fieldName(field) })
    : m.refusals_field_too_short({ field: fieldName(field), min });
}

function sayInvalid({ field }: Refusal): string {
  if (field === 'email') return m.refusals_field_invalid_email();
  if (field === 'videoUrl') return m.refusals_field_invalid_web_address();
  if (field === 'startsOn' || field === 'deleteAfter' || field === 'date')
    return m.refusals_field_invalid_date();
  return m.refusals_field_invalid({ field: fieldName(field) });
}

function sayPictureTooLarge({ about }: Refusal): string {
  const bytes = Number(about?.['max'] ?? 0);
  if (bytes === 0) return m.refusals_picture_too_large_plain();
  return m.refusals_picture_too_large({ max: Math.max(1, Math.floor(bytes / 1_048_576)) });
}

function sayTooFast({ about }: Refusal): string {
  const seconds = Number(about?.['retryAfterS']);
  if (!(seconds > 0)) return m.refusals_too_fast();
  if (seconds < 120) return m.refusals_too_fast_seconds({ seconds });
  return m.refusals_too_fast_minutes({ minutes: Math.ceil(seconds / 60) });
}
