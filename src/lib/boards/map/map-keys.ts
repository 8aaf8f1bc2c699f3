/** Keys on a thing of the map that has the focus. Alt with an arrow carries a chapter, Delete takes away; undo is the room's. */
import { m } from '$lib/paraglide/messages';
import type { MapBoard } from './map-board.svelte';

export function mapKeys(event: KeyboardEvent, id: string, board: MapBoard): void {
  const { model } = board;
  const command = event.ctrlKey || event.metaKey;
  if (command && event.code === 'KeyZ') {
    event.preventDefault();
    if (event.shiftKey) model.redo();
    else model.undo();
    return;
  }
  if (!board.writable || board.manners.choosing) return;
  const { chapters, actors } = model.plain;
  const at = chapters.findIndex((chapter) => chapter.id === id);
  if (at !== -1 && event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    event.preventDefault();
    const isLeft = event.key === 'ArrowLeft';
    if (isLeft ? at === 0 : at === chapters.length - 1) return;
    model.moveChapter(id, chapters[isLeft ? at - 1 : at + 2]?.id ?? null);
    board.say(m.map_chapter_moved({ number: at + (isLeft ? 0 : 2), count: chapters.length }));
    void board.focus(id);
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    const next = chapters[at + 1]?.id ?? chapters[at - 1]?.id;
    if (at !== -1) model.remove('chapters', id);
    else if (actors.some((actor) => actor.id === id)) model.remove('actors', id);
    else if (chapters.some((chapter) => marksOf(chapter).includes(id))) model.remove('marks', id);
    else return;
    event.preventDefault();
    board.say(m.map_removed());
    if (next !== undefined) void board.focus(next);
  } else if (at !== -1 && (event.key === '+' || event.key === '-')) {
    event.preventDefault();
    board.addMark(id, event.key === '+' ? 'gain' : 'pain');
  }
}

function marksOf(chapter: MapBoard['model']['plain']['chapters'][number]): string[] {
  return [...chapter.touchpoints, ...chapter.pains, ...chapter.gains].map(({ id }) => id);
}
