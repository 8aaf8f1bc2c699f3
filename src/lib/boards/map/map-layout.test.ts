import { describe, expect, it } from 'vitest';
import { moods, type Mood } from '#domain/map/mood';
import type { PlainActor, PlainChapter } from '#document/kinds/map/plain';
import { COLUMN, layoutOf, LANE, moodAt, moodPath, moodY } from './map-layout';

const chapter = (id: string): PlainChapter => ({
  id,
  ...{ title: id, mood: 4, feeling: '', order: id },
  ...{ touchpoints: [], pains: [], gains: [], pins: [], assignments: [] },
});
const actor = (id: string, ...chapterIds: string[]): PlainActor => ({
  id,
  ...{ name: id, icon: 'person', order: id },
  arrows: chapterIds.map((chapterId) => ({
    id: `${id}-${chapterId}`,
    actorId: id,
    chapterId,
    words: '',
  })),
});
const chapters = ['a', 'b', 'c', 'd'].map(chapter);

describe('the places on a map', () => {
  it('gives the actor of the first chapter the place beside the row, the others a lane each', () => {
    const layout = layoutOf({
      chapters,
      actors: [actor('client', 'a'), actor('van', 'd'), actor('desk', 'b')],
    });
    expect(layout.actors.map(({ actor, top }) => [actor.id, top])).toEqual([
      ['van', 0],
      ['desk', LANE],
      ['client', null],
    ]);
    expect(layout.opening).toEqual({ id: 'client-a', words: '' });
    expect(layout.arrows.map(({ id }) => id)).toEqual(['van-d', 'desk-b']);
  });

  it('draws every arrow, and each ends above its own chapter', () => {
    const { arrows } = layoutOf({
      chapters,
      actors: [actor('van', 'b', 'd'), actor('client', 'a', 'c')],
    });
    expect(arrows.map(({ id }) => id).sort()).toEqual(['client-c', 'van-b', 'van-d']);
    for (const { path, chapterId } of arrows) {
      const x = chapters.findIndex(({ id }) => id === chapterId) * COLUMN + 64;
      expect(path).toContain(`L ${x} `);
    }
  });

  it('has room for a map with nobody and nothing on it', () => {
    expect(layoutOf({ chapters: [], actors: [] })).toMatchObject({
      actors: [],
      arrows: [],
      opening: null,
    });
    expect(moodPath([])).toBe('');
  });

  it('reads a height back as the mood that is drawn there, and anything beyond as the outermost', () => {
    for (const mood of moods) expect(moodAt(moodY(mood))).toBe(mood);
    expect(moodAt(-400)).toBe(7);
    expect(moodAt(4_000)).toBe(1);
  });

  it('draws the line through every bead and never beyond the outermost', () => {
    const line: Mood[] = [3, 3, 2, 7, 6];
    const path = moodPath(line);
    for (const mood of line) expect(path).toContain(` ${moodY(mood)}`);
    const ys = [...path.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(moodY(7) - 0.001);
    expect(Math.max(...ys)).toBeLessThanOrEqual(moodY(2) + 0.001);
  });
});
