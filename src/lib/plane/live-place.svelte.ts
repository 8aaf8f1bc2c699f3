/** Moves an element again and again, frame by frame, and looks at nothing else meanwhile. */
import type { Attachment } from 'svelte/attachments';
import type { Viewport } from './viewport';

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

/** Where the plane stands: in whole pixels of the screen unless it grows or shrinks now. */
export function placeOf({ view, zooming }: { view: Viewport; zooming: boolean }): string {
  const { x, y, scale } = view;
  const ratio = globalThis.devicePixelRatio || 1;
  const at = (px: number): number => (zooming ? px : Math.round(px * ratio) / ratio);
  return `translate3d(${at(x)}px, ${at(y)}px, 0) scale(${scale})`;
}
