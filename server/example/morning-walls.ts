/** What hangs on the walls when the visitor comes in: each function writes one board's document. */
import { nanoid } from 'nanoid';
import type * as Y from 'yjs';
import { addNotes, layOnWall, type NewNote } from '#document/boards/wall';
import { server } from '#document/origins';
import { NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH, paperColors, type PaperColor } from '#document/schema';
import type { Morning } from '#server/example/case';
import type { Random } from '#server/random';

const COLUMN = NOTE_WIDTH + NOTE_GAP;
const ROW = NOTE_HEIGHT + NOTE_GAP;

/** Notes as a reveal leaves them: shuffled, each on its own paper. */
export function layTexts(doc: Y.Doc, texts: readonly string[], random: Random): void {
  const notes = texts.map((text, index) => ({ text, color: colorAt(index) }));
  layOnWall(doc, notes, { newId: random.newId, random: random.next });
}

/** Actors on the left, chapters in a row with what hurts and what pleases below, the ending on the right. */
export function drawMap(doc: Y.Doc, { actors, chapters, ending }: Morning['map']): void {
  const notes: NewNote[] = [];
  const put = (text: string, color: PaperColor, [column, row]: [number, number]): void => {
    notes.push({ id: nanoid(), text, color, at: [column * COLUMN, row * ROW] });
  };
  actors.forEach((text, row) => put(text, 'violet', [0, row]));
  chapters.forEach(({ title, pains = [], gains = [] }, index) => {
    const column = index + 1.5;
    put(title, 'blue', [column, 0]);
    pains.forEach((text, row) => put(text, 'pink', [column, row + 1]));
    gains.forEach((text, row) => put(text, 'green', [column, pains.length + row + 1]));
  });
  put(ending, 'yellow', [chapters.length + 2, 0]);
  addNotes(doc, notes, server);
}

function colorAt(index: number): PaperColor {
  return paperColors[index % (paperColors.length - 1)] ?? 'yellow';
}
