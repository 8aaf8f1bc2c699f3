/** What can be done with notes, as a menu: the same acts as the keys, the bar and the list have. Fetched when first opened. */
import Copy from '@lucide/svelte/icons/copy';
import Expand from '@lucide/svelte/icons/expand';
import FolderInput from '@lucide/svelte/icons/folder-input';
import Group from '@lucide/svelte/icons/group';
import Layers from '@lucide/svelte/icons/layers';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Lock from '@lucide/svelte/icons/lock';
import LockOpen from '@lucide/svelte/icons/lock-open';
import MoveUp from '@lucide/svelte/icons/arrow-up';
import MoveDown from '@lucide/svelte/icons/arrow-down';
import Palette from '@lucide/svelte/icons/palette';
import Pencil from '@lucide/svelte/icons/pencil';
import Scissors from '@lucide/svelte/icons/scissors';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import Trash2 from '@lucide/svelte/icons/trash-2';
import Ungroup from '@lucide/svelte/icons/ungroup';
import { paperColors } from '#document/schema';
import type { MenuItem } from '$lib/components/ui/Menu.svelte';
import { m } from '$lib/paraglide/messages';
import { afterOverlay } from './after-overlay';
import { groupTogether, layLoose, stepInRow } from '$lib/boards/wall/notes/arrange-notes';
import type { Board } from '$lib/boards/wall/board.svelte';
import { colorName } from '$lib/boards/wall/notes/color-words';
import { copyByMenu } from '$lib/boards/wall/clips/copy-by-menu';
import { setLocked } from '$lib/boards/wall/notes/refine-notes';
import { removeNotes } from '$lib/boards/wall/notes/remove-notes';
import { reasonAgainst } from './rights-words';
import { wideItems, type Gate } from './wide-note-menu';

/** Greyed, with the reason, when this person may do it to none of these notes. */
function gate(board: Board, ids: readonly string[], may: (id: string) => boolean): Gate {
  const hint = reasonAgainst(board, ids, may);
  return hint === undefined ? { disabled: false } : { disabled: true, hint };
}

export function noteItems(board: Board, ids: readonly string[]): MenuItem[] {
  const { wall } = board;
  const { wide, arranging } = board.manners;
  const [first] = ids;
  if (first === undefined) return [];
  const notes = ids.flatMap((id) => wall.note(id) ?? []);
  const only = ids.length === 1;
  const edit = gate(board, ids, (id) => wall.canEdit(id));
  const move = gate(board, ids, (id) => wall.canMove(id));
  const pick: MenuItem = {
    label: m.board_pick_more(),
    icon: ListChecks,
    onselect: () => {
      board.select(ids);
      board.picking = true;
    },
  };
  const copy: MenuItem = {
    label: m.board_copy(),
    icon: Copy,
    keys: m.board_key_copy(),
    onselect: () => void copyByMenu(board, ids),
  };
  if (!board.writable) return [copy, pick];
  const stacked = notes.filter((note) => note.beneath.length > 0);
  const grouped = notes.filter((note) => note.group !== null);
  const locked = notes.every((note) => note.locked);
  const row = only && (board.asList || grouped.length > 0);
  return [
    ...(only
      ? [
          {
            label: m.board_note_edit(),
            icon: Pencil,
            keys: 'Enter',
            ...edit,
            onselect: () => afterOverlay(() => board.edit(first)),
          },
        ]
      : []),
    ...(only && notes[0]?.picture
      ? [
          {
            label: m.pictures_enlarge(),
            icon: Expand,
            onselect: () => afterOverlay(() => (board.enlarged = first)),
          },
        ]
      : []),
    colorItem(board, ids, edit),
    {
      label: m.board_move(),
      icon: FolderInput,
      keys: 'M',
      ...move,
      onselect: () => {
        board.select(ids);
        afterOverlay(() => (board.moveOpen = true));
      },
    },
    ...(only
      ? []
      : [
          {
            label: m.board_move_new_group(),
            icon: Group,
            ...move,
            onselect: () => afterOverlay(() => groupTogether(board, ids)),
          },
        ]),
    ...(!only && (wide || arranging)
      ? [
          {
            label: m.board_stack_together(),
            icon: Layers,
            ...move,
            onselect: () => stackTogether(board, ids),
          },
        ]
      : []),
    ...(stacked.length > 0
      ? [
          {
            label: m.board_move_unstack(),
            icon: Ungroup,
            ...move,
            onselect: () => wall.unstack(stacked.map(({ id }) => id)),
          },
        ]
      : []),
    ...(grouped.length > 0
      ? [
          {
            label: m.board_move_loose(),
            icon: StickyNote,
            ...move,
            onselect: () => layLoose(board, ids),
          },
        ]
      : []),
    ...(row
      ? [
          {
            label: m.board_list_up(),
            icon: MoveUp,
            ...move,
            onselect: () => stepInRow(board, first, -1),
          },
          {
            label: m.board_list_down(),
            icon: MoveDown,
            ...move,
            onselect: () => stepInRow(board, first, 1),
          },
        ]
      : []),
    ...(wide ? wideItems(board, ids, { edit, move, loose: notes.length - grouped.length }) : []),
    copy,
    ...(wide
      ? [
          {
            label: m.board_cut(),
            icon: Scissors,
            keys: m.board_key_cut(),
            ...move,
            onselect: () => void copyByMenu(board, ids, { cut: true }),
          },
        ]
      : []),
    ...(wall.facilitates
      ? [
          {
            label: locked ? m.board_unlock() : m.board_lock(),
            icon: locked ? LockOpen : Lock,
            keys: m.board_key_lock(),
            onselect: () => setLocked(board, { noteIds: ids }, !locked),
          },
        ]
      : []),
    pick,
    { kind: 'line' },
    {
      label: only ? m.board_note_remove() : m.board_notes_remove({ count: ids.length }),
      icon: Trash2,
      keys: 'Delete',
      danger: true,
      ...move,
      onselect: () => removeNotes(board, ids),
    },
  ];
}

function colorItem(board: Board, ids: readonly string[], edit: Gate): MenuItem {
  if (edit.disabled) return { label: m.board_note_color(), icon: Palette, ...edit };
  return {
    kind: 'sub',
    label: m.board_note_color(),
    icon: Palette,
    items: paperColors.map((paper) => ({
      label: colorName(paper),
      paper,
      checked: ids.every((id) => board.wall.note(id)?.color === paper),
      onselect: () => board.wall.colorNotes([...ids], paper),
    })),
  };
}

/** All on the first of them, which stays on top. */
function stackTogether(board: Board, ids: readonly string[]): void {
  const [top, ...rest] = ids;
  if (top === undefined) return;
  board.wall.stackOn(rest, top);
  board.select([top]);
  board.say(m.board_moved_stack());
}
