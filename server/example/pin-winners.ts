/** Stand-ins at the target: they pin the chosen questions to the chapters where they belong, one at a time. */
import { pin } from '#document/kinds/map/operations';
import { plainMap } from '#document/kinds/map/plain';
import { server } from '#document/origins';
import { paperColors } from '#document/schema';
import { writes } from '#domain/sprint/roles';
import { between, oneOf, type Moment, type Pause } from '#server/example/moment';
import { changeAs } from '#server/example/room-guard';
import { themeOf } from '#server/example/themes';
import { composeWinners } from '#server/stage/stage-beside';

/** A visitor may take the first ones: they look at the map before they begin. */
const LOOKS_MS = 5_000;

export async function pinWinners(moment: Moment): Promise<Pause> {
  const { authority, step, story, chance, parts, watchedMs } = moment;
  if (step.exercise !== 'doelwit') return null;
  if (watchedMs < LOOKS_MS) return LOOKS_MS - watchedMs;
  const room = authority.rooms.find((one) => one.boardId !== null && one.boardId === step.boardId);
  const standIn = oneOf(
    moment.standIns.filter(({ member }) => writes(member)),
    chance,
  );
  if (!room || !standIn) return null;
  const map = await parts.rooms.read(room.id, plainMap);
  const pinned = new Set(map.chapters.flatMap(({ pins }) => pins.map(({ source }) => source)));
  const winners = composeWinners(authority, step);
  const at = winners.findIndex(({ source }) => !pinned.has(source));
  const winner = winners[at];
  const theme = winner && themeOf(winner.text, story);
  const number = theme ? story.morning.map.themes[theme] : 1;
  const chapterId = map.chapters[number - 1]?.id ?? map.chapters[0]?.id;
  if (!winner || chapterId === undefined) return null;
  const color = paperColors[at % (paperColors.length - 1)] ?? 'yellow';
  await changeAs(moment, standIn, room, (doc) => {
    pin(doc, { id: parts.random.newId(), chapterId, color, ...winner }, server);
  });
  return between(3_000, 7_000, chance);
}
