/** Sketches that weigh more than a museum holds, on a real PostgreSQL: refused at the door, so that nobody is stuck behind it. */
import { eq } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { inkOf } from '#document/ink/ink';
import { addStandout } from '#document/kinds/gallery/operations';
import { plainGallery } from '#document/kinds/gallery/plain';
import * as pad from '#document/kinds/pad/operations';
import { frameOf } from '#document/kinds/pad/records';
import { local } from '#document/origins';
import { SKETCH_BYTES, SKETCHES_BYTES } from '#domain/sketches/handing-in';
import { waitingQuestions, sketches } from '#server/db/sketch-tables';
import { documentBounds, roomLimits } from '#server/rooms/limits';
import { sketchBytes } from '#server/store/sketches';
import { dice } from '#tests/convergence/support/seeded';
import { makeGround, type Ground } from '#tests/support/ground';
import { drawSketch, galleryIn, handIn, planSketching } from '#tests/support/sketching';
import { World } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
  await planSketching(world);
  await world.open('oplossingsschets');
});

/** Long restless strokes of sixty points, some 120 bytes each. */
function scribbles(count: number): Uint8Array<ArrayBuffer>[] {
  const chance = dice(11);
  const step = (): number => chance.below(61) - 30;
  return Array.from({ length: count }, () => {
    let [x, y] = [chance.below(1_000), chance.below(600)];
    const points = Array.from({ length: 60 }, () => {
      [x, y] = [x + step(), y + step()];
      return { x, y, pressure: null };
    });
    return inkOf({ tool: 'pen', color: 'ink', width: 'thin', points }) ?? new Uint8Array();
  });
}

const hand = () => {
  const stepId = world.step('oplossingsschets');
  return world.says('deelnemer', { kind: 'hand-in', stepId, place: 1 });
};

/** As if it had been handed in by somebody who is gone, without being weighed. */
async function put(content: Uint8Array): Promise<void> {
  const [id, stepId] = [nanoid(), world.step('oplossingsschets')];
  const { sprintId } = world;
  await ground.db
    .insert(sketches)
    .values({ id, sprintId, stepId, memberId: null, place: 1, content });
}

const weights = async () => {
  const rows = await ground.db
    .select({ content: sketches.content, memberId: sketches.memberId })
    .from(sketches)
    .where(eq(sketches.sprintId, world.sprintId));
  return rows.map(({ content, memberId }) => ({ bytes: content.byteLength, memberId }));
};

it('[C240] a sketch that weighs too much is refused, keeps its strokes, and what was in stays in', async () => {
  await drawSketch(world, 'deelnemer', { title: 'licht' });
  await handIn(world, 'deelnemer');
  const before = await weights();
  const stepId = world.step('oplossingsschets');
  const roomId = await world.roomOf({ memberId: world.memberIds.deelnemer, kind: 'pad' });
  const ids = scribbles(5_000).map((ink) => ({ id: nanoid(), ink }));
  await ground.rooms.change([roomId], async ({ doc }) => {
    const frame = frameOf(stepId, 1);
    for (const { id, ink } of ids) pad.addStroke(doc(roomId), { id, frame, ink }, local);
  });
  expect(await hand()).toBe('sketch-too-heavy');
  expect(await weights()).toEqual(before);
  // Rubbing out what does not matter is enough.
  await ground.rooms.change([roomId], async ({ doc }) => {
    const most = ids.slice(0, 4_000).map(({ id }) => id);
    pad.removeStrokes(doc(roomId), most, local);
  });
  expect(await hand()).toBe('ok');
  expect((await weights())[0]?.bytes).toBeGreaterThan(100_000);
});

it('[C240] the sketches of a sprint weigh no more together than a museum holds; who replaces their own is not counted twice', async () => {
  await drawSketch(world, 'deelnemer', { title: 'een' });
  await handIn(world, 'deelnemer');
  const [own] = await weights();
  for (let n = 0; n < 11; n += 1) await put(new Uint8Array(SKETCH_BYTES));
  await put(new Uint8Array(SKETCH_BYTES - (own?.bytes ?? 0)));
  expect(await hand()).toBe('ok');
  const all = await weights();
  expect(all.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(SKETCHES_BYTES);
  await drawSketch(world, 'beslisser', { title: 'te veel' });
  const stepId = world.step('oplossingsschets');
  expect(await world.says('beslisser', { kind: 'hand-in', stepId, place: 1 })).toBe(
    'sketch-too-heavy',
  );
});

it('[C240] twelve of the heaviest hang, and a pin and a late sketch still find place', async () => {
  const strokes: Uint8Array[] = [];
  const ink = scribbles(1)[0] ?? new Uint8Array();
  while ((strokes.length + 1) * (ink.byteLength + 4) < SKETCH_BYTES - 2_000) strokes.push(ink);
  const panel = { words: '', description: '', texts: [], picture: null };
  const panels = [{ ...panel, strokes }, ...[1, 2].map(() => ({ ...panel, strokes: [] }))];
  for (let n = 0; n < 11; n += 1) await put(sketchBytes({ title: `${n}`, panels, source: null }));
  await world.open('museum');
  await drawSketch(world, 'deelnemer', { title: 'laat' });
  expect(await hand()).toBe('ok');
  await world.onWall('museum', (doc) =>
    addStandout(doc, { id: nanoid(), exhibit: 'e', sign: 'worry', at: [9, 9], text: 'x' }, local),
  );
  const { exhibits, standouts } = await galleryIn(world);
  expect([exhibits.length, standouts.length]).toEqual([12, 1]);
});

it('[C241] a question for which there is no place waits on, and the next step opens', async () => {
  const panel = { words: '', description: '', texts: [], picture: null };
  const panels = [{ ...panel, strokes: scribbles(5_000) }];
  for (let n = 0; n < 12; n += 1) await put(sketchBytes({ title: `${n}`, panels, source: null }));
  await world.open('museum');
  const [exhibit] = (await galleryIn(world)).exhibits;
  const exhibitId = exhibit?.id ?? '';
  await world.must('deelnemer', { kind: 'ask-question', exhibitId, text: 'Wie betaalt dat?' });
  const next = { kind: 'open-step', stepId: world.step('heatmap') } as const;
  expect(await world.says('facilitator', next)).toBe('ok');
  const roomId = await world.roomOf({ boardId: await world.boardId('museum') });
  expect((await ground.rooms.read(roomId, plainGallery)).questions).toEqual([]);
  expect(await ground.db.select().from(waitingQuestions)).toMatchObject([
    { text: 'Wie betaalt dat?' },
  ]);
});

it('[C242] a museum has place for what may be handed in, however small boards are set', () => {
  const small = { bytes: 65_536, records: 100 };
  const bounds = documentBounds({ board: small, pile: small, pad: small });
  expect(bounds.wall.bytes).toBe(65_536);
  expect(bounds.gallery.bytes).toBeGreaterThan(SKETCHES_BYTES);
  expect(bounds.gallery.records).toBe(100);
  expect(roomLimits.documents.gallery).toEqual(roomLimits.documents.wall);
});
