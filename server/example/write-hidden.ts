/** Stand-ins in a hidden phase: one note at a time into the own pile, then 'Klaar'. */
import { addPileNote } from '#document/boards/pile';
import { server } from '#document/origins';
import { plainPile, plainWall } from '#document/plain';
import { exerciseOf } from '#domain/exercises/registry';
import { writes } from '#domain/sprint/roles';
import { STAND_IN_PAPER } from '#server/example/case';
import {
  between,
  isReady,
  oneOf,
  sayReady,
  type Moment,
  type Pause,
  type StandIn,
} from '#server/example/moment';
import { promises } from '#server/example/week/promise';
import { makerOf } from '#server/example/week/maker';
import { privateRoomOf } from '#server/stage/authority';
import { changeAs } from '#server/example/room-guard';

/** Notes in a pile with which a stand-in is content; the rest is for when the step is repeated. */
const enough: Readonly<Record<string, number>> = {
  ...{ hmw: 9, experts: 7, doel: 1, sprintvragen: 3 },
  ...{ 'lightning-demos': 3, testverloop: 1 },
};
const ENOUGH_LOOSE = 2;

export async function writeHidden(moment: Moment): Promise<Pause> {
  const { chance, authority, step } = moment;
  const writers = moment.standIns.filter((one) => writes(one.member) && !isReady(moment, one));
  const standIn = oneOf(writers, chance);
  const room = standIn && privateRoomOf(authority, standIn.member.id, 'pile');
  const { boardId } = step;
  if (!standIn || !room || boardId === null) return null;
  const pile = await moment.parts.rooms.read(room.id, plainPile);
  const own = pile.filter((note) => note.wall === boardId).map((note) => note.text);
  const used = new Set([...own, ...(await textsOnWall(moment))]);
  const lines =
    exerciseOf(step.exercise).kind === 'ladders'
      ? await promises(moment, standIn)
      : linesFor(moment, standIn).map((text) => ({ text, about: null }));
  const line = lines.find(({ text }) => !used.has(text));
  if (line === undefined || own.length >= (enough[step.exercise] ?? ENOUGH_LOOSE)) {
    await sayReady(moment, standIn);
    return between(2_000, 5_000, chance);
  }
  const id = moment.parts.random.newId();
  const { text, about } = line;
  const paper = { wall: boardId, color: STAND_IN_PAPER, createdAt: Date.now() };
  const note = { id, ...paper, text, ...(about !== null && { about }) };
  const written = await changeAs(moment, standIn, room, (doc) => addPileNote(doc, note, server));
  if (written) moment.parts.pilesChanged([room.id]);
  return between(3_500, 8_500, chance);
}

function linesFor(moment: Moment, standIn: StandIn): readonly string[] {
  const { persona } = standIn;
  const { exercise } = moment.step;
  if (exercise === 'hmw' || exercise === 'experts') return persona.hmw.map(({ text }) => text);
  if (exercise === 'doel') return persona.goals;
  if (exercise === 'sprintvragen') return persona.questions;
  const maker = makerOf(moment, standIn);
  if (exercise === 'lightning-demos') return maker.demos.map(({ title }) => title);
  if (exercise === 'testverloop') return [maker.row.join('\n')];
  return persona.loose;
}

/** What hangs there already is not written again when a step is repeated. */
async function textsOnWall({ parts, authority, step }: Moment): Promise<string[]> {
  const room = authority.rooms.find((one) => one.boardId !== null && one.boardId === step.boardId);
  if (!room) return [];
  const { notes } = await parts.rooms.read(room.id, plainWall);
  return notes.map((note) => note.text);
}
