/** Carries a chapter along the row: a mark shows between which chapters it would come. */
import type { Attachment } from 'svelte/attachments';
import { carry } from '$lib/boards/carry';
import type { MapBoard } from './map-board.svelte';

export function carrying(board: MapBoard, id: string): Attachment<HTMLElement> {
  return carry<{ before: string | null }>({
    may: () => board.writable && !board.manners.choosing,
    landing: ({ x }, card) => ({ before: landing(card, x) }),
    over: (place) => (board.carried = place && { id, ...place }),
    drop({ before }) {
      board.model.moveChapter(id, before);
      void board.focus(id);
    },
  });
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
