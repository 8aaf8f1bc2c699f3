/** The part of the notes' menu that the wide tools bring: in line, above and below, twice. */
import AlignLeft from '@lucide/svelte/icons/align-start-vertical';
import BringToFront from '@lucide/svelte/icons/bring-to-front';
import CopyPlus from '@lucide/svelte/icons/copy-plus';
import SendToBack from '@lucide/svelte/icons/send-to-back';
import type { Alignment, Way } from '#document/placing';
import type { MenuItem } from '$lib/components/ui/Menu.svelte';
import { m } from '$lib/paraglide/messages';
import type { Board } from '$lib/boards/wall/board.svelte';
import { align, distribute, duplicate, layer, tidy } from '$lib/boards/wall/notes/refine-notes';

/** Whether an item is greyed, and why. */
export type Gate = { disabled: boolean; hint?: string };

export function wideItems(
  board: Board,
  ids: readonly string[],
  { edit, move, loose }: { edit: Gate; move: Gate; loose: number },
): MenuItem[] {
  const ways: readonly [Alignment, string][] = [
    ['left', m.board_align_left()],
    ['centre', m.board_align_centre()],
    ['right', m.board_align_right()],
    ['top', m.board_align_top()],
    ['middle', m.board_align_middle()],
    ['bottom', m.board_align_bottom()],
  ];
  const spread: readonly [Way, string][] = [
    ['across', m.board_distribute_across()],
    ['down', m.board_distribute_down()],
  ];
  const lines: MenuItem = {
    kind: 'sub',
    label: m.board_align(),
    icon: AlignLeft,
    items: [
      { label: m.board_tidy(), onselect: () => tidy(board, ids) },
      { kind: 'line' },
      ...ways.map(([how, label]): MenuItem => ({ label, onselect: () => align(board, ids, how) })),
      ...(loose > 2
        ? [
            { kind: 'line' } as const,
            ...spread.map(([way, label]): MenuItem => ({
              label,
              onselect: () => distribute(board, ids, way),
            })),
          ]
        : []),
    ],
  };
  return [
    ...(loose > 1 && !move.disabled ? [lines] : []),
    {
      label: m.board_front(),
      icon: BringToFront,
      keys: ']',
      ...edit,
      onselect: () => layer(board, ids, 'forward'),
    },
    {
      label: m.board_back(),
      icon: SendToBack,
      keys: '[',
      ...edit,
      onselect: () => layer(board, ids, 'backward'),
    },
    {
      label: m.board_duplicate(),
      icon: CopyPlus,
      keys: m.board_key_duplicate(),
      onselect: () => duplicate(board, ids),
    },
  ];
}
