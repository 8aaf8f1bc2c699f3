/** A line of the trail as a plain sentence without its subject: the name stands before it. */
import { exerciseById } from '#domain/exercises/registry';
import type { ActKind } from '#domain/sprint/acts';
import { days } from '#domain/sprint/days';
import { phases } from '#domain/sprint/phases';
import { roles } from '#domain/sprint/roles';
import type { Act, ActDetails } from '#protocol/acts';
import { m } from '$lib/paraglide/messages';
import { roleName } from './role-words';
import { phaseName, stepTitle } from './step-words';
import { dayName } from './week-days';

const sentences: Record<ActKind, (detail: ActDetails) => string> = {
  'open-step': (d) => m.room_did_open_step({ step: step(d) }),
  'close-step': (d) => m.room_did_close_step({ step: step(d) }),
  'next-step': (d) =>
    d.exercise ? m.room_did_next_step({ step: step(d) }) : m.room_did_close_last(),
  'skip-step': (d) =>
    d.on ? m.room_did_skip_step({ step: step(d) }) : m.room_did_unskip_step({ step: step(d) }),
  'move-step': (d) => m.room_did_move_step({ step: step(d), day: day(d) }),
  'repeat-step': (d) => m.room_did_repeat_step({ step: step(d) }),
  'add-step': (d) => m.room_did_add_step({ step: step(d) }),
  'remove-step': (d) => m.room_did_remove_step({ step: step(d) }),
  'retime-step': (d) => m.room_did_retime_step({ step: step(d), minutes: d.minutes ?? 0 }),
  'set-step-choices': (d) => m.room_did_set_step_choices({ step: step(d) }),
  'advance-phase': (d) => m.room_did_advance_phase({ step: step(d), phase: phase(d) }),
  'cancel-reveal': (d) => m.room_did_cancel_reveal({ step: step(d) }),
  'give-turn': (d) => m.room_did_give_turn({ step: step(d) }),
  'admit-late': (d) => (d.on ? m.room_did_admit_late() : m.room_did_admit_late_off()),
  'back-step': (d) => m.room_did_back_step({ step: step(d) }),
  'squeeze-day': (d) => m.room_did_squeeze_day({ count: d.count ?? 0 }),
  'start-clock': (d) =>
    d.minutes === undefined
      ? m.room_did_start_clock()
      : m.room_did_start_clock_at({ minutes: d.minutes }),
  'pause-clock': () => m.room_did_pause_clock(),
  'extend-clock': (d) => m.room_did_extend_clock({ minutes: d.minutes ?? 0 }),
  'set-board-lock': (d) => (d.on ? m.room_did_lock() : m.room_did_unlock()),
  'set-wide-tools': (d) => (d.on ? m.room_did_wide_tools() : m.room_did_plain_tools()),
  'bring-here': () => m.room_did_bring_here(),
  'restore-snapshot': () => m.room_did_restore_snapshot(),
  'rebuild-board': () => m.room_did_rebuild_board(),
  'begin-trial': () => m.room_did_begin_trial(),
  'decide-go': (d) => (d.on ? m.room_did_go() : m.room_did_no_go()),
  'postpone-last-day': () => m.room_did_postpone(),
  'critique-exhibit': () => m.room_did_critique_exhibit(),
  'reveal-maker': () => m.room_did_reveal_maker(),
  decide: (d) => m.room_did_decide({ step: step(d) }),
  'amend-decision': (d) => m.room_did_amend_decision({ step: step(d) }),
  'lay-down-supervote': () => m.room_did_lay_down_supervote(),
  'choose-prototypes': () => m.room_did_choose_prototypes(),
  'keep-beloften': () => m.room_did_keep_beloften(),
  'sign-beloften': () => m.room_did_sign_beloften(),
  'change-belofte': () => m.room_did_change_belofte(),
  'lay-down-outcome': () => m.room_did_lay_down_outcome(),
  'lay-down-verdict': () => m.room_did_lay_down_verdict(),
  'take-along': (d) => (d.on ? m.room_did_take_along() : m.room_did_leave_behind()),
  'withdraw-decision': (d) => m.room_did_withdraw_decision({ step: step(d) }),
  'set-participates': (d) => (d.on ? m.room_did_participate() : m.room_did_not_participate()),
  'set-role': (d) => m.room_did_set_role({ person: person(d), role: role(d) }),
  'set-decider': (d) =>
    d.person ? m.room_did_set_decider({ person: d.person }) : m.room_did_unset_decider(),
  'start-interview': () => m.room_did_start_interview(),
  'round-off-interview': () => m.room_did_round_off_interview(),
  'choose-questionnaires': () => m.room_did_choose_questionnaires(),
  'set-duties': (d) => m.room_did_set_duties({ person: person(d) }),
  'give-mandate': (d) => m.room_did_give_mandate({ person: person(d) }),
  'end-mandate': () => m.room_did_end_mandate(),
  'hand-over': (d) => m.room_did_hand_over({ person: person(d) }),
  'remove-member': (d) => m.room_did_remove_member({ person: person(d) }),
  'empty-lobby': () => m.room_did_empty_lobby(),
  'make-return-link': (d) => m.room_did_make_return_link({ person: person(d) }),
  'set-door': (d) => (d.on ? m.room_did_open_door() : m.room_did_shut_door()),
  'new-code': () => m.room_did_new_code(),
  'make-join-link': (d) => m.room_did_make_join_link({ role: role(d) }),
  'revoke-join-link': () => m.room_did_revoke_join_link(),
  'edit-sprint': () => m.room_did_edit_sprint(),
};

export function actSentence({ kind, detail }: Act): string {
  // A trail may hold a kind that this page does not know, from a newer or an older server.
  return (sentences[kind] ?? (() => m.room_did_something()))(detail);
}

function step({ exercise = '', title }: ActDetails): string {
  if (title) return title;
  return exerciseById(exercise) ? stepTitle({ exercise, title: null }) : m.room_did_some_step();
}

function person({ person: name }: ActDetails): string {
  return name ?? m.room_did_somebody();
}

function role({ role: kept }: ActDetails): string {
  const known = roles.find((one) => one === kept);
  return known ? roleName(known) : '';
}

function phase({ phase: kept }: ActDetails): string {
  const known = phases.find((one) => one === kept);
  return known ? phaseName(known) : '';
}

function day({ day: kept }: ActDetails): string {
  const known = days.find((one) => one === kept);
  return known === undefined ? '' : dayName(known);
}
