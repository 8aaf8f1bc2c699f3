/** What can be done with the whole wall: at a place on it, and from the tool bar. Fetched when first opened. */
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import Eye from '@lucide/svelte/icons/eye';
import FileUp from '@lucide/svelte/icons/file-up';
import Image from '@lucide/svelte/icons/image';
import Keyboard from '@lucide/svelte/icons/keyboard';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Maximize from '@lucide/svelte/icons/maximize';
import Rows3 from '@lucide/svelte/icons/rows-3';
import Scan from '@lucide/svelte/icons/scan';
import Search from '@lucide/svelte/icons/search';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import Users from '@lucide/svelte/icons/users';
import { NOTE_HEIGHT, NOTE_WIDTH } from '#document/schema';
import type { MenuItem } from '$lib/components/ui/Menu.svelte';
import { m } from '$lib/paraglide/messages';
import { afterOverlay } from './after-overlay';
import { doAct } from '$lib/boards/wall/board-acts';
import type { Board } from '$lib/boards/wall/board.svelte';
import { chooseTable } from '$lib/boards/wall/clips/choose-table';
import { pasteByMenu } from '$lib/boards/wall/clips/copy-by-menu';
import { tidy } from '$lib/boards/wall/notes/refine-notes';
import type { Point } from '$lib/plane/viewport';

/** At a place on the wall. */
export function wallItems(board: Board, place?: Point): MenuItem[] {
  const at = place && { x: place.x - NOTE_WIDTH / 2, y: place.y - NOTE_HEIGHT / 2 };
  return [
    ...(board.writable
      ? [
          {
            label: at ? m.board_note_here() : m.board_note_new(),
            icon: StickyNote,
            keys: 'N',
            onselect: () => afterOverlay(() => board.add(at, { exact: at !== undefined })),
          },
          paste(board),
        ]
      : []),
    {
      label: m.board_select_all(),
      icon: ListChecks,
      keys: m.board_key_all(),
      onselect: () => doAct(board, 'select-all'),
    },
    ...(board.asList ? [] : viewItems(board)),
    ...restItems(board),
  ];
}

/** From the tool bar: what has no button of its own there. */
export function boardItems(board: Board): MenuItem[] {
  return [
    ...(board.writable ? bringIn(board) : []),
    {
      label: m.board_pick(),
      icon: ListChecks,
      checked: board.picking,
      onselect: () => (board.picking = !board.picking),
    },
    ...followItems(board),
    ...(board.asList ? [] : viewItems(board)),
    ...restItems(board),
  ];
}

function paste(board: Board): MenuItem {
  return {
    label: m.board_paste(),
    icon: ClipboardPaste,
    keys: m.board_key_paste(),
    onselect: () => void pasteByMenu(board),
  };
}

function bringIn(board: Board): MenuItem[] {
  const pictures = board.manners.wide && board.onChoosePicture;
  return [
    paste(board),
    {
      label: m.board_import(),
      icon: FileUp,
      hint: m.board_import_hint(),
      onselect: () => chooseTable(board),
    },
    ...(pictures ? [{ label: m.board_picture(), icon: Image, onselect: pictures }] : []),
    { kind: 'line' },
  ];
}

function viewItems(board: Board): MenuItem[] {
  const loose = board.tops.filter(({ group }) => group === null).map(({ id }) => id);
  return [
    { kind: 'line' },
    ...(board.writable && board.manners.wide && loose.length > 1
      ? [{ label: m.board_tidy_loose(), icon: Rows3, onselect: () => tidy(board, loose) }]
      : []),
    {
      label: m.board_fit(),
      icon: Maximize,
      keys: 'Shift 1',
      onselect: () => doAct(board, 'fit'),
    },
    {
      label: m.board_full_size(),
      icon: Scan,
      keys: 'Shift 0',
      onselect: () => doAct(board, 'full-size'),
    },
  ];
}

function restItems(board: Board): MenuItem[] {
  return [
    { kind: 'line' },
    {
      label: m.board_search(),
      icon: Search,
      keys: '/',
      onselect: () => afterOverlay(() => board.search.begin()),
    },
    {
      label: m.board_keys(),
      icon: Keyboard,
      keys: '?',
      onselect: () => afterOverlay(() => (board.keysOpen = true)),
    },
  ];
}

/** Who else is here: to follow, or to look once where they are. */
function followItems(board: Board): MenuItem[] {
  const { people, leader } = board.follow;
  if (board.asList || people.length === 0 || board.wall.cursorsHidden) return [];
  return [
    {
      kind: 'sub',
      label: m.board_follow(),
      icon: Users,
      items: people.map((person) => {
        const { id, name } = person.member;
        const followed = leader?.member.id === id;
        return {
          label: followed ? m.board_follow_stop({ name }) : m.board_follow_name({ name }),
          icon: Eye,
          checked: followed,
          onselect: () => (followed ? board.follow.end() : board.follow.begin(id)),
        };
      }),
    },
  ];
}
