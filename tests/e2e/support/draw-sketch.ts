/** Draws a solution sketch on somebody's pad, beside the screen: by the same line that their browser has. */
import { nanoid } from 'nanoid';
import { inkOf, type RawStroke } from '#document/ink/ink';
import * as pad from '#document/kinds/pad/operations';
import { frameOf, frameOfStep } from '#document/kinds/pad/records';
import { local } from '#document/origins';
import { expect } from './kamer';
import type { Person } from './person';
import { writeBeside } from './write-beside';

type Drawn = Pick<RawStroke, 'tool' | 'color'> & { points: readonly (readonly [number, number])[] };

const circle = (x: number, y: number, size: number): Drawn['points'] =>
  Array.from({ length: 25 }, (_, at) => {
    const angle = (at / 24) * 2 * Math.PI;
    return [x + size * Math.cos(angle), y + size * Math.sin(angle)] as const;
  });

/** The strokes of such a drawing, as a document holds them. */
export function inksOf(seed: number): Uint8Array[] {
  return drawing(seed).flatMap(({ points, ...how }) => {
    const raw = points.map(([x, y]) => ({ x, y, pressure: null }));
    return inkOf({ ...how, width: 'thin', points: raw }) ?? [];
  });
}

/** A phone, a face, a van: something to look at, another one for each seed. */
function drawing(seed: number): Drawn[] {
  const left = 180 + (seed % 3) * 60;
  return [
    {
      tool: 'box',
      color: 'ink',
      points: [
        [left, 120],
        [left + 230, 540],
      ],
    },
    {
      tool: 'marker',
      color: 'ochre',
      points: [
        [left + 30, 420],
        [left + 200, 430],
      ],
    },
    { tool: 'pen', color: 'blue', points: circle(700, 260, 70 + seed * 6) },
    {
      tool: 'pen',
      color: 'ink',
      points: [
        [670, 250],
        [672, 252],
      ],
    },
    {
      tool: 'pen',
      color: 'ink',
      points: [
        [730, 250],
        [732, 252],
      ],
    },
    {
      tool: 'pen',
      color: 'red',
      points: [
        [660, 300],
        [700, 320],
        [745, 295],
      ],
    },
    {
      tool: 'line',
      color: 'ink',
      points: [
        [700, 340],
        [700, 520],
      ],
    },
  ];
}

/** Everything at once, so that what is handed in is whole. */
export async function drawSketch(
  person: Person,
  { stepId, title, words }: { stepId: string; title: string; words: readonly string[] },
): Promise<void> {
  const room = person.wire.stage.me.privateRooms.pad?.room ?? '';
  await writeBeside(person, room, async (doc) => {
    doc.transact(() => {
      const write = (frame: string, role: 'title' | 'words', text: string) =>
        pad.editWords(doc, { id: nanoid(), frame, role }, { before: '', after: text }, local);
      write(frameOfStep(stepId), 'title', title);
      words.forEach((text, at) => {
        const frame = frameOf(stepId, at + 1);
        write(frame, 'words', text);
        for (const ink of inksOf(title.length + at)) {
          pad.addStroke(doc, { id: nanoid(), frame, ink }, local);
        }
      });
    }, local);
    const handIn = { kind: 'hand-in', stepId, place: 1 } as const;
    await expect.poll(async () => (await person.command(handIn)).ok).toBe(true);
  });
}
