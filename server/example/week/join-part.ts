/** Stand-ins at the division: each puts their name on the part of the map that they care about. */
import { assign } from '#document/kinds/map/operations';
import { plainMap } from '#document/kinds/map/plain';
import { server } from '#document/origins';
import { writes } from '#domain/sprint/roles';
import { themeKeys } from '#server/example/case';
import { between, type Moment, type Pause } from '#server/example/moment';
import { changeAs } from '#server/example/room-guard';

const LOOKS_MS = 5_000;

export async function joinPart(moment: Moment): Promise<Pause> {
  const { authority, step, story, chance, parts, watchedMs } = moment;
  if (watchedMs < LOOKS_MS) return LOOKS_MS - watchedMs;
  const room = authority.rooms.find((one) => one.boardId !== null && one.boardId === step.boardId);
  if (!room) return null;
  const { chapters } = await parts.rooms.read(room.id, plainMap);
  const divided = new Set(
    chapters.flatMap(({ assignments }) => assignments.map(({ memberId }) => memberId)),
  );
  const next = moment.standIns.find(({ member }) => writes(member) && !divided.has(member.id));
  if (!next) return null;
  const { persona, member } = next;
  const [theme] = themeKeys.toSorted((a, b) => (persona.cares[b] ?? 0) - (persona.cares[a] ?? 0));
  const number = theme ? story.morning.map.themes[theme] : 1;
  const chapter = chapters[number - 1] ?? chapters[0];
  if (!chapter) return null;
  const seat = { chapterId: chapter.id, memberId: member.id, name: member.name };
  await changeAs(moment, next, room, (doc) => {
    assign(doc, { id: parts.random.newId(), ...seat }, server);
  });
  return between(2_500, 6_000, chance);
}
