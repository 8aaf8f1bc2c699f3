/** The words of what stands on a list from the beginning, in the language of the sprint: headings and items by their keys. */
import type { PlainItem } from '#document/kinds/lists/plain';
import type { StandingItemId, StandingListId } from '#domain/lists/standing';
import type { Language, Say } from '$lib/exercises/exercise-words';
import { m } from '$lib/paraglide/messages';

const headings: Readonly<Record<StandingListId, Say>> = {
  'opening-people': m.lists_opening_people,
  'opening-week': m.lists_opening_week,
  'opening-rules': m.lists_opening_rules,
  'preparation-goal': m.lists_preparation_goal,
  'preparation-team': m.lists_preparation_team,
  'preparation-experts': m.lists_preparation_experts,
  'preparation-days': m.lists_preparation_days,
  'preparation-things': m.lists_preparation_things,
  'recruiting-screener': m.lists_recruiting_screener,
  'recruiting-talks': m.lists_recruiting_talks,
  'recruiting-consent': m.lists_recruiting_consent,
  'readiness-people': m.lists_readiness_people,
  'readiness-customers': m.lists_readiness_customers,
  'readiness-room': m.lists_readiness_room,
  'lab-technology': m.lists_lab_technology,
  'lab-customer': m.lists_lab_customer,
};

const items: Readonly<Record<StandingItemId, Say>> = {
  'opening-introduced': m.lists_opening_introduced,
  'opening-decider': m.lists_opening_decider,
  'opening-facilitator': m.lists_opening_facilitator,
  'opening-walked': m.lists_opening_walked,
  'opening-hours': m.lists_opening_hours,
  'opening-absent': m.lists_opening_absent,
  'opening-devices': m.lists_opening_devices,
  'opening-one-talk': m.lists_opening_one_talk,
  'opening-silence': m.lists_opening_silence,
  'opening-decides': m.lists_opening_decides,
  'opening-inside': m.lists_opening_inside,
  'preparation-challenge': m.lists_preparation_challenge,
  'preparation-measurable': m.lists_preparation_measurable,
  'preparation-scope': m.lists_preparation_scope,
  'preparation-expertise': m.lists_preparation_expertise,
  'preparation-decider': m.lists_preparation_decider,
  'preparation-customers-voice': m.lists_preparation_customers_voice,
  'preparation-experts-asked': m.lists_preparation_experts_asked,
  'preparation-experts-slots': m.lists_preparation_experts_slots,
  'preparation-calendars': m.lists_preparation_calendars,
  'preparation-free': m.lists_preparation_free,
  'preparation-place': m.lists_preparation_place,
  'preparation-remote': m.lists_preparation_remote,
  'preparation-screen': m.lists_preparation_screen,
  'preparation-paper': m.lists_preparation_paper,
  'preparation-tools': m.lists_preparation_tools,
  'preparation-trial-photo': m.lists_preparation_trial_photo,
  'recruiting-who': m.lists_recruiting_who,
  'recruiting-questions': m.lists_recruiting_questions,
  'recruiting-spread': m.lists_recruiting_spread,
  'recruiting-slots': m.lists_recruiting_slots,
  'recruiting-reserve': m.lists_recruiting_reserve,
  'recruiting-reminder': m.lists_recruiting_reminder,
  'recruiting-consent-text': m.lists_recruiting_consent_text,
  'recruiting-incentive': m.lists_recruiting_incentive,
  'readiness-decider': m.lists_readiness_decider,
  'readiness-team': m.lists_readiness_team,
  'readiness-experts': m.lists_readiness_experts,
  'readiness-reserve': m.lists_readiness_reserve,
  'readiness-consent': m.lists_readiness_consent,
  'readiness-tried': m.lists_readiness_tried,
  'readiness-things': m.lists_readiness_things,
  'lab-sound': m.lists_lab_sound,
  'lab-picture': m.lists_lab_picture,
  'lab-observers': m.lists_lab_observers,
  'lab-recording': m.lists_lab_recording,
  'lab-consent': m.lists_lab_consent,
  'lab-prototype': m.lists_lab_prototype,
  'lab-quiet': m.lists_lab_quiet,
  'lab-thanks': m.lists_lab_thanks,
};

/** @returns the id itself of a heading that nobody knows: a list made by a newer server. */
export function headingWords(id: string, language: Language): string {
  return said(headings, id, language) ?? id;
}

export function itemWords({ says, text }: Pick<PlainItem, 'says' | 'text'>, language: Language) {
  return says === '' ? text.trim() : (said(items, says, language) ?? says);
}

function said(words: Readonly<Record<string, Say>>, key: string, language: Language) {
  return Object.hasOwn(words, key) ? words[key]?.({}, { locale: language }) : undefined;
}
