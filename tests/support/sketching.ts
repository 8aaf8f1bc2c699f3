/** Steps, pads and a museum in a world: what the tests of sketches share. */
import { nanoid } from 'nanoid';
import { inkOf } from '#document/ink/ink';
import { plainGallery, type PlainGallery } from '#document/kinds/gallery/plain';
import * as pad from '#document/kinds/pad/operations';
import { frameOf, frameOfStep } from '#document/kinds/pad/records';
import { local } from '#document/origins';
import { steps } from '#server/db/tables';
import type { Cast, World } from '#tests/support/sprint-world';

const sketching = [
  ...['oplossingsschets', 'museum', 'heatmap', 'bliksemkritiek', 'supervote'],
] as const;

/** Puts the steps of drawing and choosing on the agenda. */
export async function planSketching(world: World): Promise<void> {
  for (const [at, exercise] of sketching.entries()) {
    const id = (world.stepIds[exercise] = nanoid());
    const row = { id, sprintId: world.sprintId, day: 3, position: `a${at}`, exercise, minutes: 30 };
    await world.ground.db.insert(steps).values(row);
  }
}

/** Draws a sketch on this person's pad: a title, words below the first panel, and strokes pressed hard. */
export async function drawSketch(
  world: World,
  who: Cast,
  { title, words = '', key }: { title: string; words?: string; key?: string },
): Promise<void> {
  const step = key ?? world.step('oplossingsschets');
  const roomId = await world.roomOf({ memberId: world.memberIds[who], kind: 'pad' });
  await world.ground.rooms.change([roomId], async ({ doc }) => {
    const own = doc(roomId);
    const write = (frame: string, role: 'title' | 'words', text: string) =>
      pad.editWords(own, { id: nanoid(), frame, role }, { before: '', after: text }, local);
    write(frameOfStep(step), 'title', title);
    if (words !== '') write(frameOf(step, 1), 'words', words);
    for (const place of [1, 2, 3]) {
      const ink = inkOf({
        ...{ tool: 'pen', color: 'blue', width: 'thick' },
        points: [0, 100, 300].map((x) => ({ x, y: 100 * place, pressure: 0.9 })),
      });
      if (ink) pad.addStroke(own, { id: nanoid(), frame: frameOf(step, place), ink }, local);
    }
  });
}

export function handIn(world: World, who: Cast): Promise<unknown> {
  return world.must(who, {
    ...{ kind: 'hand-in', stepId: world.step('oplossingsschets'), place: 1 },
  });
}

/** Draws and hands in for these people, with their names as titles, and opens the museum. */
export async function openMuseum(world: World, makers: readonly Cast[]): Promise<PlainGallery> {
  await planSketching(world);
  await world.open('oplossingsschets');
  for (const who of makers) {
    await drawSketch(world, who, { title: `schets ${makers.indexOf(who)}` });
    await handIn(world, who);
  }
  await world.open('museum');
  return galleryIn(world);
}

export async function galleryIn(world: World): Promise<PlainGallery> {
  const roomId = await world.roomOf({ boardId: await world.boardId('museum') });
  return world.ground.rooms.read(roomId, plainGallery);
}
