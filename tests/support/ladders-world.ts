/** A world whose agenda has the steps of the klantbeloften, walked to where a test begins. */
import { nanoid } from 'nanoid';
import { addPileNote } from '#document/boards/pile';
import * as ladders from '#document/kinds/ladders/operations';
import { plainLadders, type PlainLadders } from '#document/kinds/ladders/plain';
import { local } from '#document/origins';
import { steps } from '#server/db/tables';
import type { Cast, World } from '#tests/support/sprint-world';

export const exercisesOfLadders = ['conceptbeloften', 'klantbeloften', 'belofte-keuze'] as const;

/** Puts the three steps on the agenda, in their order, behind all others. */
export async function planLadders(world: World): Promise<void> {
  for (const [at, exercise] of exercisesOfLadders.entries()) {
    const id = (world.stepIds[exercise] = nanoid());
    const row = { id, sprintId: world.sprintId, day: 5, position: `y${at}`, exercise };
    await world.ground.db.insert(steps).values({ ...row, minutes: 30 });
  }
}

export async function laddersOf(world: World, exercise = 'klantbeloften'): Promise<PlainLadders> {
  const roomId = await world.roomOf({ boardId: await world.boardId(exercise) });
  return world.ground.rooms.read(roomId, plainLadders);
}

/** Writes hidden beloften on a behoefte, as a browser's commit would leave them. */
export async function writeHidden(
  world: World,
  { who, exercise, about }: { who: Cast; exercise: string; about: string },
  texts: readonly string[],
): Promise<void> {
  const wall = await world.boardId(exercise);
  const roomId = await world.roomOf({ memberId: world.memberIds[who] });
  await world.ground.rooms.change([roomId], async ({ doc }) => {
    for (const text of texts) {
      const note = { id: nanoid(), wall, text, about, color: 'yellow', createdAt: 1 } as const;
      addPileNote(doc(roomId), note, local);
    }
  });
}

/** Beloften on one behoefte, as many as these words: sound where a proof in place is asked for. */
export async function climb(
  world: World,
  exercise: string,
  beloften: readonly { id: string; words: string; proven: boolean }[],
): Promise<void> {
  await world.onWall(exercise, (doc) => {
    ladders.addBehoefte(doc, { id: 'n1', words: 'Ik zit de hele dag te wachten' }, local);
    for (const { id, words, proven } of beloften) {
      ladders.addBelofte(doc, { id, behoefteId: 'n1', words }, local);
      if (!proven) continue;
      const proof = { id: `p-${id}`, belofteId: id, words: 'Route-app', inPlace: true };
      ladders.addProof(doc, proof, local);
    }
  });
}
