/** Stand-ins at the lightning demos: whoever's turn it is says what could be borrowed, on their card. */
import { editCardText } from '#document/kinds/cards/operations';
import { plainCards } from '#document/kinds/cards/plain';
import { server } from '#document/origins';
import { between, type Moment, type Pause } from '#server/example/moment';
import { changeAs } from '#server/example/room-guard';
import { makerOf } from '#server/example/week/maker';

const BEGINS_TALKING_MS = 5_000;

export async function presentDemos(moment: Moment): Promise<Pause> {
  const { authority, step, parts, chance, watchedMs } = moment;
  const room = authority.rooms.find((one) => one.boardId !== null && one.boardId === step.boardId);
  if (!room || step.turn === null) return null;
  if (watchedMs < BEGINS_TALKING_MS) return BEGINS_TALKING_MS - watchedMs;
  const { cards } = await parts.rooms.read(room.id, plainCards);
  const card = cards.find(({ id }) => id === step.turn);
  const presenter = moment.standIns.find(({ member }) => member.id === card?.presenterId);
  if (!card || !presenter || card.idea.trim() !== '') return null;
  const { demos } = makerOf(moment, presenter);
  const demo = demos.find(({ title }) => title === card.title.trim()) ?? demos[0];
  if (!demo) return null;
  const edit = { before: '', after: demo.idea };
  await changeAs(moment, presenter, room, (doc) => {
    editCardText(doc, { id: card.id, field: 'idea' }, edit, server);
  });
  return between(3_000, 6_000, chance);
}
