import { toBase64 } from 'lib0/buffer';
import { afterEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { hangExhibits } from '#document/kinds/gallery/operations';
import { server } from '#document/origins';
import { seedUpdate } from '#document/schema';
import type { BoardSheet } from '#protocol/history';
import type { Stage } from '#protocol/stage';
import { readSheet } from './read-sheet';

function stateOf(kind: 'storyboard' | 'gallery', write: (doc: Y.Doc) => void = () => {}): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate(kind));
  write(doc);
  return toBase64(Y.encodeStateAsUpdate(doc));
}

const panel = { strokes: [], words: '', description: '', texts: [], picture: null };
const hung = { id: 'x1', number: 1, title: 'Wasbeer belt', panels: [panel], source: null };
const states: Record<string, string> = {
  story: stateOf('storyboard'),
  museum: stateOf('gallery', (doc) => hangExhibits(doc, [hung], server)),
};

function sheetOf(boardId: string): BoardSheet {
  const kind = boardId === 'story' ? 'storyboard' : 'gallery';
  return {
    sprint: { id: 's', name: 'Monteur', startsOn: '2030-01-07', language: 'nl' },
    board: { boardId, kind, lineage: 'l', room: 'r' },
    ...{ steps: [], state: states[boardId] ?? '', moment: null, round: null, decision: null },
  } as BoardSheet;
}

/** The server, as far as it answers for these boards. */
function answering(...boards: string[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    const boardId = /board\/([^?]+)/.exec(path)?.[1] ?? '';
    asked.push(path);
    return boards.includes(boardId)
      ? new Response(JSON.stringify(sheetOf(boardId)))
      : new Response('', { status: 404 });
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

const agenda = [{ board: { boardId: 'museum', kind: 'gallery' } }] as unknown as Stage['agenda'];
const asked = { sprintId: 's', boardId: 'story', momentId: 'm1' };

it('[L61] a storyboard comes with the sketches of the museum that hangs now, so that its clips are drawn', async () => {
  const paths = answering('story', 'museum');
  const board = await readSheet(asked, agenda);
  expect(board.exhibits?.map(({ id }) => id)).toEqual(['x1']);
  expect(paths).toEqual(['/sprint/s/board/story?moment=m1', '/sprint/s/board/museum']);
});

it('[L61] without a museum, or where it cannot be read, the storyboard is there all the same', async () => {
  answering('story');
  expect((await readSheet(asked, agenda)).exhibits).toBeUndefined();
  expect((await readSheet(asked, [])).exhibits).toBeUndefined();
});
