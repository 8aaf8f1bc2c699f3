/**
 * Carries a panel over the grid with a mouse or pen: a mark shows in front of which panel it would come,
 * letting go puts it there, Escape or a second button gives it back. A finger scrolls instead; the
 * panel's menu and Alt with an arrow do the same. While the pen draws, only its edge is carried.
 */
import type { Attachment } from 'svelte/attachments';
import type { StoryBoard } from './story-board.svelte';

/** A press that moves less is a press. */
const SLACK = 6;

export function carrying(board: StoryBoard, id: string): Attachment<HTMLElement> {
  return (card) => {
    let start: { x: number; y: number; pointer: number } | null = null;
    let isCarried = false;

    const end = (): void => {
      start = null;
      isCarried = false;
      board.carried = null;
      document.removeEventListener('keydown', onKey, true);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end();
    };
    const down = (event: PointerEvent): void => {
      const target = event.target as Element;
      if (event.button !== 0 || event.pointerType === 'touch') return;
      if (!board.writable || event.defaultPrevented || target.closest('[data-no-drag]')) return;
      start = { x: event.clientX, y: event.clientY, pointer: event.pointerId };
    };
    const move = (event: PointerEvent): void => {
      if (start?.pointer !== event.pointerId) return;
      if (event.buttons !== 1) return end();
      if (!isCarried) {
        if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < SLACK) return;
        isCarried = true;
        card.setPointerCapture(event.pointerId);
        document.addEventListener('keydown', onKey, true);
      }
      board.carried = { id, before: landing(card, event) };
    };
    const up = (event: PointerEvent): void => {
      if (start?.pointer !== event.pointerId) return;
      const carried = isCarried ? board.carried : null;
      end();
      if (carried) board.movePanel(id, carried.before);
    };

    card.addEventListener('pointerdown', down);
    card.addEventListener('pointermove', move);
    card.addEventListener('pointerup', up);
    card.addEventListener('pointercancel', end);
    return () => {
      end();
      card.removeEventListener('pointerdown', down);
      card.removeEventListener('pointermove', move);
      card.removeEventListener('pointerup', up);
      card.removeEventListener('pointercancel', end);
    };
  };
}

type Boxed = {
  readonly id: string;
  readonly box: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
};

/**
 * The panel in front of which something let go at this place comes; null: last. Rows are read from
 * left to right and from above to below.
 */
export function landingIn(
  panels: readonly Boxed[],
  { x, y }: { x: number; y: number },
): string | null {
  const next = panels.find(
    ({ box }) => y < box.bottom && (y < box.top || x < (box.left + box.right) / 2),
  );
  return next?.id ?? null;
}

function landing(card: HTMLElement, { clientX: x, clientY: y }: PointerEvent): string | null {
  const grid = card.closest('[data-panels]');
  const cards = [...(grid?.querySelectorAll<HTMLElement>('[data-panel]') ?? [])];
  const panels = cards.map((one) => ({
    ...{ id: one.dataset['panel'] ?? '', box: one.getBoundingClientRect() },
  }));
  return landingIn(panels, { x, y });
}
