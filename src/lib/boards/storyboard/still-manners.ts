/** What one may do on a storyboard that is only looked at: nothing. */
import type { PenActs, StoryManners } from './story-board.svelte';

export const stillManners: StoryManners = {
  ...{ writable: false, facilitates: false, settles: false },
  ...{ me: null, artist: null, asking: [], people: [], question: '', row: null },
};

export const noPenActs: PenActs = { ask: () => undefined, pass: () => undefined };
