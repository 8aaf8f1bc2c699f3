/** What the tests of rooms in a real browser call from outside: the rooms of the product, unchanged. */
import { flushSync } from 'svelte';
import type { Stage } from '#protocol/stage';
import { allCopies, eraseCopies, exportCopy } from '../../../src/lib/room/unsaved/copies';
import { dirtyRooms } from '../../../src/lib/room/unsaved/dirty-records';
import { keptStorage } from '../../../src/lib/room/unsaved/kept-storage';
import { SprintRooms } from '$lib/room/sprint-rooms.svelte';

type Where = {
  sprintId: string;
  memberId: string;
  boardId: string;
  boardRoom: string;
  pileRoom: string;
};
type When = Partial<{
  phase: string;
  boardWritable: boolean;
  boardRoom: string;
  pileRoom: string;
  elsewhere: boolean;
}>;

/** As much of a stage as the rooms look at. */
function stageOf(
  where: Where,
  { phase = 'grouping', boardWritable = true, boardRoom, pileRoom, elsewhere = false }: When,
): Stage {
  const { boardId } = where;
  const board = { boardId, kind: 'wall', lineage: '', room: boardRoom ?? where.boardRoom };
  return {
    me: { privateRooms: { pile: { room: pileRoom ?? where.pileRoom, lineage: '' }, pad: null } },
    agenda: [{ board }],
    now: elsewhere ? null : { phase, board, boardWritable, cursorsHidden: false, beside: [] },
  } as unknown as Stage;
}

let rooms: SprintRooms | undefined;
let where: Where | undefined;
const refused: number[] = [];

/** Told by an effect, as a component would be: what is on the wall now. */
const shown = { texts: [] as string[], saved: '' };

const probe = {
  refused,
  shown,
  enter(at: Where, when: When = {}): void {
    where = at;
    const opened = new SprintRooms({ ...at, wsBase: location.origin.replace('http', 'ws') });
    rooms = opened;
    opened.onRefused = (code) => void refused.push(code);
    $effect.root(() => {
      $effect(() => {
        shown.texts = (opened.wall?.notes ?? []).map((note) => note.text);
        shown.saved = opened.wall?.room.saved ?? '';
      });
    });
    opened.follow(stageOf(at, when));
  },
  follow(when: When): void {
    if (where) rooms?.follow(stageOf(where, when));
  },
  get rooms(): SprintRooms {
    if (!rooms) throw new Error('nobody entered');
    return rooms;
  },
  flushSync,
  copies: async () => (await allCopies()).map((copy) => copy.name),
  exported: async (name: string) => JSON.parse(await (await exportCopy(name)).text()),
  eraseCopies,
  dirty: (memberId: string) => dirtyRooms(keptStorage(), memberId),
};

export type Probe = typeof probe;
Object.assign(globalThis, { probe });
