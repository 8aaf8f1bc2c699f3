/** One board of another step, read for as long as the component that asks for it is there. */
import { untrack } from 'svelte';
import type * as Y from 'yjs';
import type { BoardAddress } from '#protocol/stage';
import { keepEqual } from '$lib/boards/keep-equal';
import { nextFrame } from '$lib/room/next-frame';
import type { Elsewhere } from '$lib/boards/elsewhere';

export type ReadBoard<Plain> = {
  /** Null while there is no such board, or it is not read yet. */
  readonly plain: Plain | null;
  readonly board: BoardAddress | null;
};

/** Made while a component is. @param read never throws. */
export function readElsewhere<Plain>(
  elsewhere: () => Elsewhere | null,
  boardOf: (elsewhere: Elsewhere) => BoardAddress | null,
  read: (doc: Y.Doc) => Plain,
): ReadBoard<Plain> {
  let plain = $state.raw<Plain | null>(null);
  const board = $derived.by(() => {
    const from = elsewhere();
    return from && boardOf(from);
  });
  /** The stage is made anew with each change: only another room is another board. */
  const room = $derived(board?.room ?? null);
  $effect(() => {
    if (room === null) return undefined;
    return untrack(() => {
      const [from, address] = [elsewhere(), board];
      if (!from || !address) return undefined;
      const looked = from.look(address);
      const { doc } = looked.room;
      const again = (): void => {
        if (looked.room.loaded) plain = plain === null ? read(doc) : keepEqual(plain, read(doc));
      };
      const frame = nextFrame(again);
      const onChange = (): void => frame.ask();
      doc.on('afterTransaction', onChange);
      $effect(() => {
        if (looked.room.loaded) untrack(again);
      });
      return () => {
        frame.cancel();
        doc.off('afterTransaction', onChange);
        plain = null;
        void looked.destroy();
      };
    });
  });
  return {
    get plain() {
      return plain;
    },
    get board() {
      return board;
    },
  };
}
