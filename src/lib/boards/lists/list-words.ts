/** The words of what stands on a list from the beginning, in the language of the sprint: headings and items by their keys. */
import type { PlainItem } from '#document/kinds/lists/plain';
import type { StandingItemId, StandingListId } from '#domain/lists/standing';
import type { Language, Say } from '$lib/exercises/exercise-words';
import { m } from '$lib/paraglide/messages';

const headings: Readonly<Record<StandingListId, Say>> = {
  'opening-people': m.lists_opening_people,
  'opening-week': m.lists_opening_week,
  'opening-rules': m.lists_opening_rules,
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
