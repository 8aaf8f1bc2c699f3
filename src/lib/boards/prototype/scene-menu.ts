/** What can be done with a scene, as the entries of its menu: everything that a hand can, without dragging. */
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { MenuItem } from '$lib/components/ui/Menu.svelte';
import { m } from '$lib/paraglide/messages';
import type { PrototypeBoard } from './prototype-board.svelte';

/** One place to the front or to the back, where there is one. */
export function shiftScene(board: PrototypeBoard, id: string, by: 1 | -1): void {
  const { scenes } = board.model.plain;
  const at = scenes.findIndex((scene) => scene.id === id);
  if (at === -1 || !scenes[at + by]) return;
  board.model.moveScene(id, (by < 0 ? scenes[at - 1] : scenes[at + 2])?.id ?? null);
  board.say(m.prototype_scene_moved({ place: at + by + 1, count: scenes.length }));
  void board.focus(`${id} title`);
}

export function sceneMenu(board: PrototypeBoard, id: string): MenuItem[] {
  const { scenes } = board.model.plain;
  const at = scenes.findIndex((scene) => scene.id === id);
  return [
    {
      label: m.prototype_earlier(),
      icon: ArrowLeft,
      keys: 'Alt+←',
      disabled: at <= 0,
      onselect: () => shiftScene(board, id, -1),
    },
    {
      label: m.prototype_later(),
      icon: ArrowRight,
      keys: 'Alt+→',
      disabled: at === scenes.length - 1,
      onselect: () => shiftScene(board, id, 1),
    },
    { kind: 'line' },
    {
      label: m.prototype_scene_remove(),
      icon: Trash2,
      danger: true,
      onselect() {
        board.model.remove({ root: 'scenes', id });
        board.say(m.prototype_removed());
      },
    },
  ];
}
