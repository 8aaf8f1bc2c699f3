/** The storyboard's own board, opened to be looked at: the scenes of the prototype are drawn from it, never copied. */
import { untrack } from 'svelte';
import { plainStoryboard, type PlainPanel } from '#document/kinds/storyboard/plain';
import type { BoardAddress, Stage } from '#protocol/stage';
import { keepEqual } from '$lib/boards/keep-equal';
import { exhibitsOf } from '$lib/boards/storyboard/museum.svelte';
import { nextFrame } from '$lib/room/next-frame';
import type { OpenRoom } from '$lib/room/open-room.svelte';
import type { ScenePictures } from './prototype-board.svelte';

type Parts = {
  readonly stage: () => Pick<Stage, 'agenda' | 'sprint' | 'museum'>;
  readonly look: (board: BoardAddress) => OpenRoom;
};

/** Made while a component is; follows the storyboard of the sprint until that component goes. */
export function storyPanels({ stage, look }: Parts): ScenePictures {
  const exhibits = exhibitsOf({ stage, look });
  let panels = $state.raw<readonly PlainPanel[]>([]);
  const told = $derived(
    stage().agenda.findLast(({ board }) => board?.kind === 'storyboard')?.board ?? null,
  );
  const room = $derived(told?.room ?? null);
  $effect(() => {
    if (room === null) return undefined;
    return untrack(() => {
      if (!told) return undefined;
      const looked = look(told);
      const { doc } = looked.room;
      const read = (): void => {
        panels = keepEqual(panels, plainStoryboard(doc).panels);
      };
      const frame = nextFrame(read);
      const onChange = (): void => frame.ask();
      doc.on('afterTransaction', onChange);
      read();
      return () => {
        frame.cancel();
        doc.off('afterTransaction', onChange);
        void looked.destroy();
      };
    });
  });
  return { of: (panelId) => panels.find(({ id }) => id === panelId), exhibits };
}
