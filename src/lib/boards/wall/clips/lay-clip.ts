/** Laying a copied piece of a board on this one. Fetched when first pasted. */
import { toast } from 'svelte-sonner';
import type { Clip } from '#document/boards/clip';
import { readClip } from '#document/boards/read-clip';
import { groupBox } from '#document/layout';
import { NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH } from '#document/schema';
import { m } from '$lib/paraglide/messages';
import type { Board } from '$lib/boards/wall/board.svelte';
import { freeNear } from '#document/make-room';
import { boundsOf, toWorld, type Size } from '$lib/plane/viewport';

/** How much wall a clip takes. */
function sizeOf({ notes, groups }: Clip): Size {
  const boxes = [
    ...notes.map(({ at: [x, y] }) => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })),
    ...groups.map(({ at }, number) =>
      groupBox({ at: [...at] }, notes.filter(({ group }) => group === number).length),
    ),
  ];
  return boundsOf(boxes) ?? { w: NOTE_WIDTH, h: NOTE_HEIGHT };
}

/** @returns false for a text that is no clip. */
export function layClipText(board: Board, text: string): boolean {
  const clip = readClip(text);
  return clip !== undefined && layClip(board, clip);
}

/** Lays a clip in the middle of the view, or as near to it as there is room. @returns whether it lies there. */
export function layClip(board: Board, clip: Clip): boolean {
  const size = sizeOf(clip);
  const { camera } = board;
  const middle = toWorld(camera.view, camera.middle);
  const wanted = { ...size, x: middle.x - size.w / 2, y: middle.y - size.h / 2 };
  const taken = [...board.wall.groups.map((group) => group.box), ...board.boxes.values()];
  const at = freeNear(wanted, { taken, gap: NOTE_GAP });
  const laid = board.wall.paste(clip, { at: [Math.round(at.x), Math.round(at.y)] });
  if (!laid) return false;
  const tops = laid.noteIds.filter((id) => board.wall.note(id)?.top === id);
  board.select(tops);
  camera.stay();
  const groups = laid.groupIds.flatMap((id) => board.wall.group(id)?.box ?? []);
  const box = boundsOf([...groups, ...tops.flatMap((id) => board.boxes.get(id) ?? [])]);
  if (box) camera.show(box);
  toast(m.board_notes_pasted({ count: laid.noteIds.length }));
  return true;
}
