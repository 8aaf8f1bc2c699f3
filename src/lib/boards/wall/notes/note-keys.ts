/**
 * Keys on a note that has focus. On a selected note letters are typed into it and arrows carry it; on one
 * that only has focus letters are acts and arrows lead on. With Alt arrows carry it, with Ctrl they lead
 * on, selected or not. Whatever has no meaning of its own here goes on to the board.
 */
import { flushSync } from 'svelte';
import { NOTE_GAP, NOTE_WIDTH } from '#document/schema';
import { stepInRow } from './arrange-notes';
import { doAct, mayAct } from '$lib/boards/wall/board-acts';
import type { Board } from '$lib/boards/wall/board.svelte';
import { actOf, type BoardAct } from '$lib/boards/wall/key-map';
import { directionOf } from '$lib/plane/toward';

/** Acts on the focused note, or on all that are selected with it. */
const onNotes: readonly BoardAct[] = [
  ...(['left', 'right', 'up', 'down', 'edit', 'remove', 'duplicate'] as const),
  ...(['move', 'lock', 'forward', 'backward', 'menu'] as const),
];

/** These leave a note that only has focus unselected: the next letter is still an act. */
const ofFocus: readonly BoardAct[] = [
  'left',
  'right',
  'up',
  'down',
  'remove',
  'lock',
  'forward',
  'backward',
];

export function noteKey(event: KeyboardEvent, id: string, board: Board): void {
  if (event.target !== event.currentTarget) return;
  if (event.key === 'Tab') board.writing.flow = null;
  const command = event.ctrlKey || event.metaKey;
  const carries = board.writable && (event.altKey || (!command && board.selected.has(id)));
  const arrow = directionOf(event.key);
  if (!(arrow && carries) && board.rove(event, id)) return;
  if (event.altKey && !arrow) return;
  if (event.key === ' ' && !command && board.selectable) {
    board.toggle(id);
    return done(event);
  }
  if (event.key === 'Enter' && !command && board.wall.note(id)?.picture) {
    board.enlarged = id;
    return done(event);
  }
  const alone = board.selection.length === 1 && board.selected.has(id);
  const { key, code, shiftKey: shift } = event;
  const flows = board.writing.flow === id;
  const act = actOf({ key, code, shift, command }, { letters: alone || flows ? 'text' : 'acts' });
  if (flows && act === 'type' && !alone) {
    const place = board.wall.note(id)?.place;
    flushSync(() => board.add(place && { x: place.x + NOTE_WIDTH + NOTE_GAP, y: place.y }));
    event.stopPropagation();
    return;
  }
  if (act !== null && act !== 'select-none') board.writing.flow = null;
  if (alone && !command && (act === 'type' || act === 'new-note')) {
    if (!board.mayChange(id)) return;
    // The field takes focus before the key's own default, so that this letter lands in it.
    flushSync(() => board.edit(id));
    event.stopPropagation();
    return;
  }
  if (act === null || act === 'type' || !onNotes.includes(act)) return;
  if (!board.selected.has(id) && !ofFocus.includes(act)) board.select([id]);
  const ids = board.selected.has(id) ? board.selection : [id];
  if (!mayAct(board, act, ids)) return;
  doAct(board, act, { ids, fine: shift });
  done(event);
}

function done(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Keys on a note in the list. Letters are acts there: a press of Enter or Space opens the note. */
export function listKey(event: KeyboardEvent, id: string, board: Board): void {
  if (event.target !== event.currentTarget) return;
  const { key, code, shiftKey: shift } = event;
  if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
    if (!board.writable || !board.wall.canMove(id)) return;
    stepInRow(board, id, key === 'ArrowUp' ? -1 : 1);
    void board.focus(id);
    return done(event);
  }
  if (event.altKey || key === 'Enter' || key.startsWith('Arrow')) return;
  const act = actOf(
    { key, code, shift, command: event.ctrlKey || event.metaKey },
    { letters: 'acts' },
  );
  if (act === null || act === 'type' || !onNotes.includes(act)) return;
  const ids = board.selected.has(id) ? board.selection : [id];
  if (!mayAct(board, act, ids)) return;
  if (act === 'move') board.select(ids);
  doAct(board, act, { ids, fine: shift });
  done(event);
}
