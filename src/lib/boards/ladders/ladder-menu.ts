/** What can be done with a whole ladder, by menu: all that a drag or a key does as well. */
import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import ChevronsUp from '@lucide/svelte/icons/chevrons-up';
import Plus from '@lucide/svelte/icons/plus';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { MenuItem } from '$lib/components/ui/Menu.svelte';
import { m } from '$lib/paraglide/messages';
import type { LaddersBoard, Shown } from './ladders-board.svelte';

export function ladderMenu(board: LaddersBoard, shown: Shown): MenuItem[] {
  const { belofte, behoefte, id } = shown;
  const remove: MenuItem = {
    label: belofte ? m.ladders_remove_belofte() : m.ladders_remove_behoefte(),
    icon: Trash2,
    danger: true,
    onselect: () => board.remove(shown),
  };
  const promise: MenuItem = {
    label: belofte ? m.ladders_another_belofte() : m.ladders_add_belofte(),
    icon: Plus,
    disabled: behoefte === undefined,
    onselect: () => board.addBelofte(behoefte?.id ?? null),
  };
  if (!belofte) return [promise, { kind: 'line' }, remove];
  const at = board.numberOf(id) - 1;
  const first = board.ladders[0]?.id ?? null;
  const isLast = at === board.ladders.length - 1;
  return [
    {
      label: m.ladders_up(),
      icon: ArrowUp,
      keys: 'Alt+↑',
      disabled: at === 0,
      onselect: () => board.shift(id, -1),
    },
    {
      label: m.ladders_down(),
      icon: ArrowDown,
      keys: 'Alt+↓',
      disabled: isLast,
      onselect: () => board.shift(id, 1),
    },
    {
      label: m.ladders_first(),
      icon: ChevronsUp,
      disabled: at === 0,
      onselect: () => board.move(id, first),
    },
    { kind: 'line' },
    promise,
    remove,
  ];
}
