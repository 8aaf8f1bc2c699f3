import { describe, expect, it } from 'vitest';
import { badLight, photoOf, type Scene } from '#tests/support/paper-photo';
import { findPaper } from './find-paper';
import { distance, type Quad } from './quad';

const size = { width: 240, height: 320 };
const quadOf = (...points: [number, number][]): Quad =>
  points.map(([x, y]) => ({ x, y })) as unknown as Quad;

/** A sheet with drawings: frames, and a line of letters. */
const drawn = (u: number, v: number): [number, number, number] | null => {
  const [x, y] = [(u * 2) % 1, (v * 4) % 1];
  const onFrame =
    x > 0.2 && x < 0.8 && y > 0.25 && y < 0.75 && !(x > 0.24 && x < 0.76 && y > 0.3 && y < 0.7);
  return onFrame ? [40, 40, 48] : null;
};

function worstCorner(found: Quad | null, quad: Quad): number {
  if (!found) return Number.POSITIVE_INFINITY;
  return Math.max(...quad.map((corner, at) => distance(corner, found[at] ?? corner)));
}

const angled = quadOf([62, 38], [202, 52], [182, 262], [38, 248]);
const scenes: Record<string, Scene & { quad: Quad }> = {
  'in daylight': { ...size, quad: angled, drawn },
  'in bad light': { ...size, quad: angled, drawn, light: badLight(size) },
  'on a pale table': { ...size, quad: angled, drawn, table: [196, 180, 150] },
  'on a dark table': { ...size, quad: angled, drawn, table: [36, 32, 34], light: badLight(size) },
  'far turned': { ...size, quad: quadOf([120, 30], [216, 130], [120, 284], [22, 160]), drawn },
  lying: {
    ...{ width: 320, height: 240, drawn, light: badLight({ width: 320, height: 240 }) },
    quad: quadOf([42, 50], [282, 36], [296, 206], [24, 196]),
  },
};

describe('finding a sheet of paper', () => {
  for (const [how, scene] of Object.entries(scenes)) {
    it(`[L43] finds its four corners ${how}`, () => {
      for (let seed = 1; seed <= 3; seed += 1) {
        expect(worstCorner(findPaper(photoOf({ ...scene, seed })), scene.quad)).toBeLessThan(6);
      }
    });
  }

  it('[L43] says that there is none where there is none', () => {
    for (const light of [undefined, badLight(size)]) {
      expect(findPaper(photoOf({ ...size, quad: null, ...(light && { light }) }))).toBeNull();
    }
    expect(findPaper(photoOf({ ...size, quad: null, table: [8, 8, 8] }))).toBeNull();
    expect(findPaper(photoOf({ ...size, quad: null, table: [250, 250, 248] }))).toBeNull();
    expect(findPaper(photoOf({ width: 1, height: 1, quad: null }))).toBeNull();
  });

  it('[L43] takes no scrap of paper far away for the sheet', () => {
    const quad = quadOf([100, 140], [130, 142], [128, 170], [98, 168]);
    expect(findPaper(photoOf({ ...size, quad }))).toBeNull();
  });
});
