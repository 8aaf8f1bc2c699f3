/** Undo and redo of one's own work, with what was touched brought into view. */
import { tick } from 'svelte';
import { toast } from 'svelte-sonner';
import type * as Y from 'yjs';
import { roots } from '#document/schema';
import { m } from '$lib/paraglide/messages';
import type { WallView } from '$lib/room/wall/wall-view.svelte';
import type { Board } from '$lib/boards/wall/board.svelte';

type Events = Y.YEvent<Y.AbstractType<unknown>>[];
type Touched = {
  readonly notes: readonly string[];
  readonly groups: readonly string[];
  /** Something was left, because another wrote in it. */
  readonly spared: boolean;
};

function idsOf(events: Events): string[] {
  return events.flatMap((event) => {
    const id = event.path[0];
    return typeof id === 'string' ? [id] : [...event.changes.keys.keys()];
  });
}

/** @returns the notes and groups that the undo or redo touched, those that it took away included. */
function touchedBy(wall: WallView, way: 'undo' | 'redo'): Touched {
  const notes = new Set<string>();
  const groups = new Set<string>();
  const { doc } = wall.room;
  const onNotes = (events: Events): void => idsOf(events).forEach((id) => notes.add(id));
  const onGroups = (events: Events): void => idsOf(events).forEach((id) => groups.add(id));
  roots.notes(doc).observeDeep(onNotes);
  roots.groups(doc).observeDeep(onGroups);
  let spared = false;
  try {
    spared = way === 'undo' ? wall.undo() : wall.redo();
  } finally {
    roots.notes(doc).unobserveDeep(onNotes);
    roots.groups(doc).unobserveDeep(onGroups);
  }
  return { notes: [...notes], groups: [...groups], spared };
}

export function turnBack(board: Board, way: 'undo' | 'redo'): void {
  const { notes, groups, spared } = touchedBy(board.wall, way);
  board.say(way === 'undo' ? m.board_undone() : m.board_redone());
  if (spared) toast(m.board_spared());
  const shown = notes.filter((id) => board.wall.note(id));
  const group = groups.find((id) => board.wall.group(id));
  void tick().then(() => {
    const [first] = shown;
    const box = shown.length > 1 && !board.asList ? board.boundsOf(shown) : undefined;
    if (box) board.camera.show(box);
    else if (first !== undefined) board.bringIntoView('note', first);
    else if (group !== undefined) board.bringIntoView('group', group);
  });
}
