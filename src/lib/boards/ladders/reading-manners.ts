/** What somebody may do who only looks: nothing. */
import type { Language } from '$lib/exercises/exercise-words';
import type { LaddersManners } from './ladders-board.svelte';

/** @param language of the sprint. */
export function readingManners(language: Language, title: string): LaddersManners {
  return {
    ...{ writable: false, language, title, today: '', votes: null, keep: null, signing: null },
    ...{ ranking: null, tested: [], opensAs: 'set', afterTest: true, elsewhere: null, hat: '' },
  };
}
