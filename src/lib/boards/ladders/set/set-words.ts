/** What the set says of a ladder in words: its place in both orders, why a rung is not made, and when something was seen. */
import type { Rung, RungState } from '#domain/klantbelofte/ladder';
import type { Place } from '#domain/klantbelofte/ranking';
import type { Strength } from '#domain/klantbelofte/strength';
import type { Language } from '$lib/exercises/exercise-words';
import { m } from '$lib/paraglide/messages';

/** The degrees as they stand at the left, from weak to strong. */
export const degreeWords: Readonly<Record<Strength, () => string>> = {
  opinion: m.ladders_set_opinion,
  'seen-in-test': m.ladders_set_seen_in_test,
  'pilot-data': m.ladders_set_pilot_data,
  'running-data': m.ladders_set_running_data,
};

export const restsOn: Readonly<Record<Rung, () => string>> = {
  behoefte: m.ladders_set_behoefte,
  belofte: m.ladders_set_belofte,
  bewijs: m.ladders_set_bewijs,
};

/** Why this rung is not made, in a few words; '' where it is. @param planned there is an errand, and nothing in place. */
export function unmadeWords(
  rung: Rung,
  states: Readonly<Record<Rung, RungState>>,
  { planned }: { planned: boolean },
): string {
  const state = states[rung];
  if (state === 'hangs') return m.ladders_set_hangs();
  if (state !== 'waits' && state !== 'open') return '';
  if (states.behoefte !== 'lit') return m.ladders_set_no_behoefte();
  if (states.belofte !== 'lit') return m.ladders_set_no_belofte();
  return planned ? m.ladders_set_errands() : m.ladders_set_no_bewijs();
}

/** A place in the customers' order: '2', or '1,5' where two share it. */
export function placeWords(place: number, language: Language): string {
  return place.toLocaleString(language, { maximumFractionDigits: 1 });
}

/** 'team 3, klanten 1'; only the team's where customers gave none. */
export function rankWords({ team, customers }: Place, language: Language): string {
  if (customers === null) return m.ladders_rank_team({ team });
  return m.ladders_rank_both({ team, customers: placeWords(customers, language) });
}

/** '2 plaatsen hoger dan het team'; '' where the two orders lie close. */
export function apartWords({ higher, isFarApart }: Place, language: Language): string {
  if (!isFarApart) return '';
  const apart = placeWords(Math.abs(higher), language);
  return higher > 0 ? m.ladders_higher({ places: apart }) : m.ladders_lower({ places: apart });
}
