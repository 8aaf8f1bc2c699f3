/** Moves an element again and again, frame by frame, and looks at nothing else meanwhile. */
import type { Attachment } from 'svelte/attachments';

/**
 * Keeps an element where `to` says, as a CSS transform. By an effect of its own, outside the tree of the
 * page's: what follows each frame of a moving view is then all that is gone through in that frame.
 */
export function livePlace(to: () => string): Attachment<HTMLElement> {
  return (element) =>
    $effect.root(() => {
      $effect.pre(() => {
        element.style.transform = to();
      });
    });
}
