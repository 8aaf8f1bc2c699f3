/** What can be done with a group, as a menu. Fetched when first opened. */
import Copy from '@lucide/svelte/icons/copy';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Lock from '@lucide/svelte/icons/lock';
import LockOpen from '@lucide/svelte/icons/lock-open';
import Move from '@lucide/svelte/icons/move';
import Pencil from '@lucide/svelte/icons/pencil';
import Plus from '@lucide/svelte/icons/plus';
import Rows3 from '@lucide/svelte/icons/rows-3';
import Trash2 from '@lucide/svelte/icons/trash-2';
import Ungroup from '@lucide/svelte/icons/ungroup';
import type { MenuItem } from '$lib/components/ui/Menu.svelte';
import { m } from '$lib/paraglide/messages';
import { afterOverlay } from './after-overlay';
import { moveGroup } from '$lib/boards/wall/notes/arrange-notes';
import type { Board } from '$lib/boards/wall/board.svelte';
import { copyByMenu } from '$lib/boards/wall/clips/copy-by-menu';
import { setLocked, tidyGroup } from '$lib/boards/wall/notes/refine-notes';
import { removeGroup, ungroup } from '$lib/boards/wall/notes/remove-notes';
import { reasonWords } from './rights-words';

/** How far a group goes for one choice of a direction, without a drag. */
const STEP = 200;

export function groupItems(board: Board, groupId: string): MenuItem[] {
  const { wall } = board;
  const group = wall.group(groupId);
  if (!group) return [];
  const tops = group.noteIds.filter((id) => wall.note(id)?.top === id);
  const copy: MenuItem = {
    label: m.board_copy(),
    icon: Copy,
    onselect: () => void copyByMenu(board, [groupId]),
  };
  const all: MenuItem = {
    label: m.board_group_select(),
    icon: ListChecks,
    onselect: () => board.select(tops),
  };
  if (!board.writable) return [all, copy];
  const why = wall.whyNotGroup(groupId);
  const reason = why === null ? {} : { hint: reasonWords(why) };
  const edit = { disabled: !wall.canEditGroup(groupId), ...reason };
  const move = { disabled: !wall.canMoveGroup(groupId), ...reason };
  const results = board.manners.votes?.round?.results != null;
  const ways: readonly [string, number, number][] = [
    [m.board_shift_up(), 0, -1],
    [m.board_shift_down(), 0, 1],
    [m.board_shift_left(), -1, 0],
    [m.board_shift_right(), 1, 0],
  ];
  return [
    {
      label: m.board_group_rename(),
      icon: Pencil,
      ...edit,
      onselect: () => afterOverlay(() => (board.labelling = groupId)),
    },
    {
      label: m.board_group_add(),
      icon: Plus,
      ...edit,
      onselect: () =>
        afterOverlay(() => board.add({ ...group.box }, { group: groupId, exact: true })),
    },
    all,
    ...(board.manners.wide && !edit.disabled
      ? [
          {
            kind: 'sub' as const,
            label: m.board_tidy(),
            icon: Rows3,
            items: [
              ...(results
                ? [
                    {
                      label: m.board_tidy_dots(),
                      onselect: () => tidyGroup(board, groupId, 'dots'),
                    },
                  ]
                : []),
              { label: m.board_tidy_color(), onselect: () => tidyGroup(board, groupId, 'color') },
              { label: m.board_tidy_text(), onselect: () => tidyGroup(board, groupId, 'text') },
            ],
          },
        ]
      : []),
    ...(board.asList || move.disabled
      ? []
      : [
          {
            kind: 'sub' as const,
            label: m.board_shift(),
            icon: Move,
            items: ways.map(([label, x, y]) => ({
              label,
              onselect: () => moveGroup(board, groupId, { x: x * STEP, y: y * STEP }),
            })),
          },
        ]),
    copy,
    ...(wall.facilitates
      ? [
          {
            label: group.locked ? m.board_unlock() : m.board_lock(),
            icon: group.locked ? LockOpen : Lock,
            onselect: () => setLocked(board, { groupIds: [groupId] }, !group.locked),
          },
        ]
      : []),
    { kind: 'line' },
    {
      label: m.board_group_ungroup(),
      icon: Ungroup,
      ...move,
      onselect: () => ungroup(board, groupId),
    },
    {
      label: m.board_group_remove(),
      icon: Trash2,
      danger: true,
      ...move,
      onselect: () => removeGroup(board, groupId),
    },
  ];
}
