/** What a card is called in a sentence: who presents it and what it is about. */
import type { PlainCard } from '#document/kinds/cards/plain';
import { m } from '$lib/paraglide/messages';

const LONGEST = 80;

export function cardName({ presenter, title }: Pick<PlainCard, 'presenter' | 'title'>): string {
  const whole = title.trim().split('\n')[0] ?? '';
  const words = whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1)}…` : whole;
  const what = words || m.cards_untitled();
  return presenter === '' ? what : m.cards_name({ presenter, title: what });
}
