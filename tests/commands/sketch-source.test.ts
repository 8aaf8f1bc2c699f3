/** What a sketch answers, on a real PostgreSQL: said as it is handed in, and followed from a panel back to the vote. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as story from '#document/kinds/storyboard/operations';
import { plainStoryboard } from '#document/kinds/storyboard/plain';
import { scenesOf } from '#document/kinds/storyboard/scenes';
import { server } from '#document/origins';
import { makeGround, type Ground } from '#tests/support/ground';
import { drawSketch, galleryIn, planSketching } from '#tests/support/sketching';
import { World } from '#tests/support/sprint-world';

let ground: Ground;
let world: World;
let source: string;
beforeAll(async () => {
  ground = await makeGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await World.make(ground);
  const { roundId, of } = await world.openVote();
  source = `${roundId}/${of('peer')}`;
  await world.must('beslisser', { kind: 'cast-dot', roundId, candidateId: of('peer') });
  await world.must('facilitator', world.advance('hmw-stemmen', 'voting', 'result'));
  await planSketching(world);
  await world.open('oplossingsschets');
});

const handIn = (of?: { kind: 'hmw' | 'chapter'; id: string }) =>
  world.says('deelnemer', {
    ...{ kind: 'hand-in', stepId: world.step('oplossingsschets'), place: 1 },
    ...(of && { source: of }),
  });

it('[C253] a sketch answers a question that was chosen, or nothing, and nothing that was not', async () => {
  await drawSketch(world, 'deelnemer', { title: 'De prijs staat vast' });
  const { now } = await ground.stages.of(world.sessions.deelnemer, world.sprintId);
  expect(now?.winners.map((one) => one.source)).toEqual([source]);
  expect(await handIn({ kind: 'hmw', id: 'r1/c1' })).toBe('field-invalid');
  expect(await handIn({ kind: 'chapter', id: 'wacht' })).toBe('field-invalid');
  expect(await handIn({ kind: 'hmw', id: source })).toBe('ok');
  expect(await handIn()).toBe('ok');
  await world.open('museum');
  expect((await galleryIn(world)).exhibits.map((one) => one.source)).toEqual([null]);
});

it('[C253] from a panel to its clip, to the sketch, to the question with its dots: each names the one before', async () => {
  await drawSketch(world, 'deelnemer', { title: 'De prijs staat vast' });
  expect(await handIn({ kind: 'hmw', id: source })).toBe('ok');
  await world.open('museum');
  const [exhibit] = (await galleryIn(world)).exhibits;
  expect(exhibit?.source).toEqual({ kind: 'hmw', id: source });
  await world.addStep('storyboard');
  await world.open('storyboard');
  await world.onWall('storyboard', (doc) => {
    story.addPanel(doc, { id: 'a', caption: 'De prijs vooraf' }, server);
    const of = { exhibit: exhibit?.id ?? '', number: 1, part: 0, crop: [0, 0, 500, 300] } as const;
    story.addClip(doc, { id: 'k', panelId: 'a', of }, server);
  });
  const roomId = await world.roomOf({ boardId: await world.boardId('storyboard') });
  const [scene] = scenesOf(await ground.rooms.read(roomId, plainStoryboard));
  expect(scene?.exhibits).toEqual([exhibit?.id]);
  const { candidates } = await world.authority();
  const [roundId, id] = exhibit?.source?.id.split('/') ?? [];
  const asked = candidates.find((one) => one.roundId === roundId && one.id === id);
  expect(asked).toMatchObject({ text: 'peer', dots: 1 });
});
