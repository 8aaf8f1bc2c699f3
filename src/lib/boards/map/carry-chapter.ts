/**
 * Carries a chapter along the row with a mouse or pen: a mark shows between which chapters it would
 * come, letting go puts it there, Escape or a second button gives it back. A finger scrolls instead;
 * the chapter's menu and Alt with an arrow do the same.
 */
import type { Attachment } from 'svelte/attachments';
import type { MapBoard } from './map-board.svelte';

/** A press that moves less is a press. */
const SLACK = 6;

export function carrying(board: MapBoard, id: string): Attachment<HTMLElement> {
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
      if (!board.writable || board.manners.choosing || target.closest('[data-no-drag]')) return;
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
      board.carried = { id, before: landing(card, event.clientX) };
    };
    const up = (event: PointerEvent): void => {
      if (start?.pointer !== event.pointerId) return;
      const carried = isCarried ? board.carried : null;
      end();
      if (!carried) return;
      board.model.moveChapter(id, carried.before);
      // The click that follows would open the text.
      const swallow = (click: Event): void => {
        click.stopPropagation();
        click.preventDefault();
      };
      card.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => card.removeEventListener('click', swallow, { capture: true }), 0);
      void board.focus(id);
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

/** The chapter in front of which something let go at this x of the window comes; null: last. */
function landing(card: HTMLElement, x: number): string | null {
  const row = card.closest('[data-map]');
  const chapters = [...(row?.querySelectorAll<HTMLElement>('[data-chapter]') ?? [])];
  const next = chapters.find((chapter) => {
    const { left, width } = chapter.getBoundingClientRect();
    return x < left + width / 2;
  });
  return next?.dataset['chapter'] ?? null;
}
