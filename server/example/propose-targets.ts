/** Stand-ins on an open board: at the target they lay proposals to choose from; elsewhere they look on. */
import { addNote, freePlaces } from '#document/boards/wall';
import { server } from '#document/origins';
import { plainWall } from '#document/plain';
import { writes } from '#domain/sprint/roles';
import { STAND_IN_PAPER } from '#server/example/case';
import { between, oneOf, type Moment, type Pause } from '#server/example/moment';
import { changeAs } from '#server/example/room-guard';

export async function proposeTargets(moment: Moment): Promise<Pause> {
  const { authority, step, story, chance, parts } = moment;
  if (step.exercise !== 'doelwit') return null;
  const room = authority.rooms.find((one) => one.boardId !== null && one.boardId === step.boardId);
  const standIn = oneOf(
    moment.standIns.filter(({ member }) => writes(member)),
    chance,
  );
  if (!room || !standIn) return null;
  const { notes } = await parts.rooms.read(room.id, plainWall);
  const there = new Set(notes.map(({ text }) => text));
  const text = story.morning.targets.find((target) => !there.has(target));
  if (text === undefined) return null;
  await changeAs(moment, standIn, room, (doc) => {
    const [at] = freePlaces(plainWall(doc), 1);
    addNote(
      doc,
      { id: parts.random.newId(), text, at: at ?? [0, 0], color: STAND_IN_PAPER },
      server,
    );
  });
  return between(3_000, 7_000, chance);
}
