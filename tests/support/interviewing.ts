/** Customers of the test, as the tests of the interviews need them. */
import { nanoid } from 'nanoid';
import { addObservation, addRow } from '#document/kinds/grid/operations';
import { plainGrid, plainObservations, type PlainGrid } from '#document/kinds/grid/plain';
import { local } from '#document/origins';
import { customerLabel } from '#domain/tests/customers';
import type { Mark } from '#domain/tests/patterns';
import type { CommandInput } from '#protocol/commands';
import type { Cast, World } from '#tests/support/sprint-world';

/** Names that nobody but who facilitates or interviews may ever read. */
export const customerNames = ['Truus Wielinga', 'Oenema', 'Fatima', 'Bé', 'Sjoukje'] as const;

export function customerNamed(name: string, more: { slotAt?: number; reserve?: boolean } = {}) {
  const { slotAt = null, reserve = false } = more;
  return { kind: 'add-customer', name, slotAt, reserve } as const satisfies CommandInput;
}

/** K1 to K5 and R1. */
export async function planCustomers(world: World): Promise<void> {
  for (const name of customerNames) await world.must('facilitator', customerNamed(name));
  await world.must('facilitator', customerNamed('Reserveman', { reserve: true }));
}

/** The id of who is called so; one of nobody when there is none. */
export async function customerOf(world: World, label: string): Promise<string> {
  const { customers } = await world.authority();
  return customers.find((one) => customerLabel(one) === label)?.id ?? 'nobody';
}

/** Gives a member the duty of interviewer. */
export async function makeInterviewer(world: World, who: 'deelnemer' | 'account'): Promise<void> {
  const memberId = world.memberIds[who];
  await world.must('facilitator', { kind: 'set-duties', memberId, duties: ['interviewer'] });
}

const rows = ['Kies één uur', 'Prijs vooraf', 'De rekening'] as const;
/** Ids of the rows of the grid, in order. */
export const rowIds = ['a', 'b', 'c'] as const;

/** Customers, and the step of the interviews open with a grid of three rows. */
export async function openInterviews(world: World): Promise<void> {
  await planCustomers(world);
  await world.addStep('interviews');
  await world.open('interviews');
  await world.onWall('interviews', (doc) => {
    rows.forEach((title, at) => addRow(doc, { id: rowIds[at] ?? 'x', title }, local));
  });
}

/** The same, and the facilitator, or another, talks with a customer. */
export async function beginTalk(
  world: World,
  { label = 'K1', by = 'facilitator' as Cast } = {},
): Promise<void> {
  if (world.stepIds['interviews'] === undefined) await openInterviews(world);
  const customerId = await customerOf(world, label);
  await world.must(by, { kind: 'start-interview', customerId });
}

export async function roundOff(world: World, label: string): Promise<void> {
  const customerId = await customerOf(world, label);
  await world.must('facilitator', { kind: 'round-off-interview', customerId });
}

/** Writes into a member's own pile what they see, as a browser's commit would leave it. */
export async function observe(
  world: World,
  who: Cast,
  seen: { text: string; customer?: string; row?: string | null; mark?: Mark; seconds?: number },
): Promise<void> {
  const roomId = await world.roomOf({ memberId: world.memberIds[who] });
  const { text, customer = 'K1', row = 'a', mark = '+', seconds = 10 } = seen;
  await world.ground.rooms.change([roomId], async ({ doc }) => {
    const one = { id: nanoid(), text, customer, row, mark, seconds, strong: false, quote: false };
    addObservation(doc(roomId), one, local);
  });
}

export async function gridOf(world: World): Promise<PlainGrid> {
  const roomId = await world.roomOf({ boardId: await world.boardId('interviews') });
  return world.ground.rooms.read(roomId, plainGrid);
}

/** What lies in a member's pile of what they saw. */
export async function ownOf(world: World, who: Cast): Promise<string[]> {
  const roomId = await world.roomOf({ memberId: world.memberIds[who] });
  const own = await world.ground.rooms.read(roomId, plainObservations);
  return own.map(({ text }) => text);
}
