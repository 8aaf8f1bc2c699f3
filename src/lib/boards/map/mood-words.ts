/** A mood in words: for the list, the phone and whoever does not see the line. */
import type { Mood } from '#domain/map/mood';
import { m } from '$lib/paraglide/messages';

const words: Readonly<Record<Mood, () => string>> = {
  1: m.map_mood_1,
  2: m.map_mood_2,
  3: m.map_mood_3,
  4: m.map_mood_4,
  5: m.map_mood_5,
  6: m.map_mood_6,
  7: m.map_mood_7,
};

/** 'laag, 2 van 7'. */
export function moodWords(mood: Mood): string {
  return m.map_mood_of({ words: words[mood](), mood });
}
