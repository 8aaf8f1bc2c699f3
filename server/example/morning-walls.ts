/** What hangs on the walls when the visitor comes in: each function writes one board's document. */
import { nanoid } from 'nanoid';
import type * as Y from 'yjs';
import { layOnWall } from '#document/boards/wall';
import { setDone } from '#document/kinds/lists/operations';
import { plainLists } from '#document/kinds/lists/plain';
import { drawMap } from '#document/kinds/map/operations';
import type { PlainActor, PlainChapter, PlainMark } from '#document/kinds/map/plain';
import type { MarkKind } from '#document/kinds/map/records';
import { server } from '#document/origins';
import { paperColors, type PaperColor } from '#document/schema';
import type { Morning } from '#server/example/case';
import type { Random } from '#server/random';

/** Notes as a reveal leaves them: shuffled, each on its own paper. */
export function layTexts(doc: Y.Doc, texts: readonly string[], random: Random): void {
  const notes = texts.map((text, index) => ({ text, color: colorAt(index) }));
  layOnWall(doc, notes, { newId: random.newId, random: random.next });
}

/** The map as the facilitator drew it in the morning, with what everybody put right. */
export function drawMorningMap(
  doc: Y.Doc,
  { actors, chapters, ending, peak }: Morning['map'],
): void {
  const order = '';
  const chapterIds = chapters.map(() => nanoid());
  const marksOf = (kind: MarkKind, texts: readonly string[] = []): PlainMark[] =>
    texts.map((text) => ({ id: nanoid(), kind, text, order }));
  drawMap(
    doc,
    {
      actors: actors.map(({ name, icon, to }): PlainActor => {
        const actorId = nanoid();
        const arrows = to.flatMap(({ chapter, words = '' }) => {
          const chapterId = chapterIds[chapter - 1];
          return chapterId === undefined ? [] : [{ id: nanoid(), actorId, chapterId, words }];
        });
        return { id: actorId, name, icon, order, arrows };
      }),
      chapters: chapters.map((chapter, at): PlainChapter => ({
        id: chapterIds[at] ?? nanoid(),
        title: chapter.title,
        mood: chapter.mood,
        feeling: chapter.feeling ?? '',
        order,
        touchpoints: marksOf('touchpoint', chapter.touchpoints),
        pains: marksOf('pain', chapter.pains),
        gains: marksOf('gain', chapter.gains),
        pins: [],
        assignments: [],
      })),
      ending,
      peak: chapterIds[peak - 1] ?? null,
    },
    server,
  );
}

/** Everything on the list was gone through. */
export function tickAll(doc: Y.Doc): void {
  for (const { items } of plainLists(doc).lists) {
    for (const { id } of items) setDone(doc, id, true, server);
  }
}

function colorAt(index: number): PaperColor {
  return paperColors[index % (paperColors.length - 1)] ?? 'yellow';
}
