/** How the shelves of sketches are called, once the supervote chose. */
import { m } from '$lib/paraglide/messages';
import type { Shelf } from './shelves';

export const shelfWords: Record<Exclude<Shelf<unknown>['kind'], 'all'>, () => string> = {
  chosen: () => m.storyboard_shelf_chosen(),
  along: () => m.storyboard_shelf_along(),
  later: () => m.storyboard_shelf_later(),
};
