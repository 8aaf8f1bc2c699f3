import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapterCount } from '#domain/map/chapter-count';
import { crossings, laneOrder, type LaneActor } from '#domain/map/lanes';
import { lowPoint, moodOf, moods, proposedPeak, type Mood } from '#domain/map/mood';

describe('[R81] five to fifteen chapters: fewer a hint, more a warning, nothing refused', () => {
  it.each([
    [0, 'none'],
    [1, 'few'],
    [4, 'few'],
    [5, 'fine'],
    [15, 'fine'],
    [16, 'many'],
    [60, 'many'],
  ] as const)('%i chapters are %s', (chapters, count) => {
    expect(chapterCount(chapters)).toBe(count);
  });
});

describe('[R82] the peak is proposed at the strongest moment', () => {
  it('is the farthest from neutral, up or down', () => {
    expect(proposedPeak([3, 4, 1, 5])).toBe(2);
    expect(proposedPeak([3, 3, 3, 7, 3])).toBe(3);
  });
  it('is the pleasant one of equals, then the later one', () => {
    expect(proposedPeak([2, 6])).toBe(1);
    expect(proposedPeak([6, 2])).toBe(0);
    expect(proposedPeak([6, 2, 6])).toBe(2);
  });
  it('is nowhere while all is neutral', () => {
    expect(proposedPeak([4, 4, 4])).toBeNull();
    expect(proposedPeak([])).toBeNull();
  });
  it('lies as far from neutral as anything does', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Mood>(...moods)), (line) => {
        const peak = proposedPeak(line);
        const far = Math.max(0, ...line.map((mood) => Math.abs(mood - 4)));
        expect(peak === null ? 0 : Math.abs((line[peak] ?? 4) - 4)).toBe(far);
      }),
    );
  });
  it('finds the lowest chapter below neutral', () => {
    expect(lowPoint([4, 2, 5, 2, 6])).toBe(3);
    expect(lowPoint([4, 5, 6])).toBeNull();
  });
  it('reads whatever is no mood as neutral', () => {
    for (const value of [0, 8, 2.5, '3', null, undefined, Number.NaN])
      expect(moodOf(value)).toBe(4);
    expect(moodOf(7)).toBe(7);
  });
});

describe('[R83] actors stand so that their arrows cross as little as can be', () => {
  const actor = (id: string, ...chapters: number[]): LaneActor => ({ id, chapters });

  it('puts who drops farthest on top', () => {
    const actors = [actor('client', 0), actor('desk', 2), actor('van', 5), actor('plan', 3)];
    expect(laneOrder(actors)).toEqual(['van', 'plan', 'desk', 'client']);
  });
  it('keeps the given order where nothing crosses', () => {
    const actors = [actor('b', 2), actor('a', 2), actor('c', 0)];
    expect(laneOrder(actors)).toEqual(['b', 'a', 'c']);
  });
  it('puts who has no arrow on top', () => {
    expect(laneOrder([actor('a', 1), actor('idle')])).toEqual(['idle', 'a']);
  });
  it('never has more crossings than the order that was given, and none where each has one arrow', () => {
    const chapters = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(chapters, { maxLength: 6 }), (all) => {
        const actors = all.map((targets, at) => actor(String(at), ...targets));
        const order = laneOrder(actors).map((id) => actors[Number(id)] as LaneActor);
        expect(order).toHaveLength(actors.length);
        expect(crossings(order)).toBeLessThanOrEqual(crossings(actors));
        if (all.every(({ length }) => length === 1)) expect(crossings(order)).toBe(0);
      }),
    );
  });
});
