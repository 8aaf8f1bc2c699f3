/** Stand-ins at the interviews: they name the parts, and write what they see of whom is talked with, each in their own pile. */
import { addObservation, addRow } from '#document/kinds/grid/operations';
import { plainGrid, plainObservations } from '#document/kinds/grid/plain';
import { server } from '#document/origins';
import { writes } from '#domain/sprint/roles';
import { customerLabel } from '#domain/tests/customers';
import { isQuoted } from '#domain/tests/observing';
import { between, type Moment, type Pause } from '#server/example/moment';
import { changeAs } from '#server/example/room-guard';
import { privateRoomOf } from '#server/stage/authority';

const LOOKS_MS = 6_000;

export async function observeTalks(moment: Moment): Promise<Pause> {
  const { authority, step, story, chance, parts, watchedMs } = moment;
  if (watchedMs < LOOKS_MS) return LOOKS_MS - watchedMs;
  const room = authority.rooms.find((one) => one.boardId !== null && one.boardId === step.boardId);
  if (!room) return null;
  const { rows } = await parts.rooms.read(room.id, plainGrid);
  const { newId } = parts.random;
  const running = authority.customers.find(({ state }) => state === 'running');
  if (rows.length === 0 && !running) {
    const writer = moment.standIns.find(({ member }) => writes(member));
    if (!writer) return null;
    await changeAs(moment, writer, room, (doc) => {
      for (const title of story.testing.parts) addRow(doc, { id: newId(), title }, server);
    });
    return between(3_000, 6_000, chance);
  }
  if (!running?.startedAt) return null;
  const customer = customerLabel(running);
  const seen = running.reserve ? [] : (story.testing.seen[running.number - 1] ?? []);
  for (const one of seen) {
    const observer = moment.standIns.find(({ persona }) => persona === story.standIns[one.by]);
    const pile = observer && privateRoomOf(authority, observer.member.id, 'pile');
    if (!observer || !pile || observer.member.id === running.interviewerId) continue;
    const own = await parts.rooms.read(pile.id, plainObservations);
    if (own.some(({ text }) => text === one.text)) continue;
    const seconds = Math.max(0, Math.round((Date.now() - running.startedAt.getTime()) / 1_000));
    const written = await changeAs(moment, observer, pile, (doc) => {
      const { text, mark, strong = false, part } = one;
      const row = rows[part]?.id ?? null;
      const about = { id: newId(), customer, row, seconds };
      addObservation(doc, { ...about, text, mark, strong, quote: isQuoted(text) }, server);
    });
    if (written) parts.pilesChanged([pile.id]);
    return between(4_000, 9_000, chance);
  }
  return null;
}
