/**
 * Carries a thing with a mouse or pen to another place in its order: while it is carried the board shows
 * where it would come, letting go puts it there, Escape or a second button gives it back. A finger
 * scrolls instead; each board offers the same by menu and by keys.
 */
import type { Attachment } from 'svelte/attachments';

/** A press that moves less is a press. */
const SLACK = 6;

export type Carrying<Place> = {
  /** Whether it may be taken up now. */
  may(): boolean;
  /** Where something let go here would come. @param point in pixels of the window. */
  landing(point: { x: number; y: number }, thing: HTMLElement): Place;
  /** It hangs over that place now; null: it is carried no longer. */
  over(place: Place | null): void;
  drop(place: Place): void;
};

/** What has `data-no-drag` in it takes the press for itself. */
export function carry<Place>({
  may,
  landing,
  over,
  drop,
}: Carrying<Place>): Attachment<HTMLElement> {
  return (thing) => {
    let start: { x: number; y: number; pointer: number } | null = null;
    let carried: { place: Place } | null = null;

    const end = (): void => {
      start = null;
      carried = null;
      over(null);
      document.removeEventListener('keydown', onKey, true);
      // Followed everywhere: the first move may already be beside what was taken up.
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', end);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end();
    };
    const down = (event: PointerEvent): void => {
      const target = event.target as Element;
      if (event.button !== 0 || event.pointerType === 'touch') return;
      if (!may() || target.closest('[data-no-drag]')) return;
      start = { x: event.clientX, y: event.clientY, pointer: event.pointerId };
      document.addEventListener('pointermove', move);
      document.addEventListener('pointerup', up);
      document.addEventListener('pointercancel', end);
    };
    const move = (event: PointerEvent): void => {
      if (start?.pointer !== event.pointerId) return;
      if (event.buttons !== 1) return end();
      if (!carried) {
        if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < SLACK) return;
        thing.setPointerCapture(event.pointerId);
        document.addEventListener('keydown', onKey, true);
      }
      carried = { place: landing({ x: event.clientX, y: event.clientY }, thing) };
      over(carried.place);
    };
    const up = (event: PointerEvent): void => {
      if (start?.pointer !== event.pointerId) return;
      const dropped = carried;
      end();
      if (!dropped) return;
      drop(dropped.place);
      // The click that follows would open the text.
      const swallow = (click: Event): void => {
        click.stopPropagation();
        click.preventDefault();
      };
      thing.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => thing.removeEventListener('click', swallow, { capture: true }), 0);
    };

    thing.addEventListener('pointerdown', down);
    return () => {
      if (start) end();
      thing.removeEventListener('pointerdown', down);
    };
  };
}
