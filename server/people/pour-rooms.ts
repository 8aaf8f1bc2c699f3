/**
 * What lies in the private rooms of one seat goes to the same person's other seat, which stays. Called
 * by the move of a guest, in its transaction; what is there already, by id, is not doubled.
 */
import { and, eq, isNull } from 'drizzle-orm';
import * as Y from 'yjs';
import { addPileNotes } from '#document/boards/pile';
import { ownObservation } from '#document/kinds/grid/declaration';
import { load, server } from '#document/origins';
import { plainPile } from '#document/plain';
import { rebuilt } from '#document/rebuild';
import { pourPad, type Pouring } from '#document/kinds/pad/pour-pad';
import { addRecords } from '#document/records/restore-records';
import { privateKinds, type PrivateKind } from '#domain/exercises/exercise';
import { privateKindOf } from '#domain/exercises/private-work';
import { exerciseOf } from '#domain/exercises/registry';
import { sketchKey } from '#domain/sketches/handing-in';
import { padShapeOf } from '#domain/sketches/pad-shape';
import { orderAgenda } from '#domain/sprint/agenda';
import type { Transaction } from '#server/db/database';
import { pictures } from '#server/db/board-tables';
import { rooms, steps } from '#server/db/tables';
import type { SeatRow } from '#server/people/merge-seats';
import type { ChangeScope } from '#server/rooms/rooms';
import type { RoomRow } from '#server/stage/authority';
import { salvage } from '#server/store/salvage';
import { renewRoom } from '#server/store/seeded-rooms';

/** The private rooms that were to be held; one that cannot be read is not. */
export type Held = {
  scope: ChangeScope;
  roomIds: readonly string[];
  now: Date;
  newId: () => string;
};

type Pour = (from: Y.Doc, into: Y.Doc, pouring: Pouring) => void;

const pours: Readonly<Record<PrivateKind, Pour>> = {
  pile(from, into) {
    pourPile(from, into);
    addRecords(into, from, { records: { observations: ownObservation }, origin: server });
  },
  pad: (from, into, pouring) => pourPad(into, from, pouring, server),
};

/** The living private rooms of a seat. */
export function privateRoomsOf(
  db: Pick<Transaction, 'select'>,
  memberId: string,
): Promise<RoomRow[]> {
  return db
    .select()
    .from(rooms)
    .where(and(eq(rooms.memberId, memberId), isNull(rooms.retiredAt)));
}

/** A room that cannot be read keeps nobody from getting the seat: what can be is poured, into a new room where it must. */
export async function pourPrivateRooms(
  tx: Transaction,
  { from, into }: { from: SeatRow; into: SeatRow },
  held: Held,
): Promise<void> {
  const theirs = await privateRoomsOf(tx, from.id);
  const own = await privateRoomsOf(tx, into.id);
  for (const kind of privateKinds) {
    const room = theirs.find((one) => one.kind === kind);
    const target = own.find((one) => one.kind === kind);
    if (room && target) await pourRoom(tx, { room, target, kind }, held);
  }
  // Photographs on a pad are shown to its owner alone.
  await tx
    .update(pictures)
    .set({ memberId: into.id })
    .where(and(eq(pictures.memberId, from.id), eq(pictures.isOwn, true)));
}

async function pourRoom(
  tx: Transaction,
  { room, target, kind }: { room: RoomRow; target: RoomRow; kind: PrivateKind },
  { scope, roomIds, now, newId }: Held,
): Promise<void> {
  // A seat was taken between choosing the rooms and holding them: nothing is done, and a second try works.
  if (!roomIds.includes(room.id) || !roomIds.includes(target.id))
    throw new Error('a seat came in between');
  const pouring = { looseStepOf: await looseSteps(tx, room.sprintId), newId };
  const pour = (there: Y.Doc, here: Y.Doc): void => pours[kind](there, here, pouring);
  const readable = scope.attempt(room.id, (doc) => rebuilt(kind, doc))?.value;
  const from = documentOf(readable ?? (await salvage(tx, room.id, kind)));
  if (scope.attempt(target.id, (doc) => pour(from, doc))) return;
  const into = documentOf(await salvage(tx, target.id, kind));
  pour(from, into);
  await renewRoom(tx, target, { seed: Y.encodeStateAsUpdate(into), now, newId });
}

/** Loose sheets take it in their own step; what was folded or has panels, those of the notes. */
async function looseSteps(tx: Transaction, sprintId: string): Promise<Pouring['looseStepOf']> {
  const rows = orderAgenda(await tx.select().from(steps).where(eq(steps.sprintId, sprintId)));
  const loose = rows.filter(
    ({ exercise }) =>
      privateKindOf(exerciseOf(exercise)) === 'pad' && padShapeOf(exercise) === 'sheets',
  );
  return (page) => {
    const step = rows.find(({ id }) => id === page || sketchKey(id, 2) === page);
    return (loose.find(({ id }) => id === step?.id) ?? loose[0])?.id ?? null;
  };
}

function documentOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update, load);
  return doc;
}

/** Notes of a pile come behind those that are there. */
function pourPile(from: Y.Doc, into: Y.Doc): void {
  const present = new Set(plainPile(into).map((note) => note.id));
  const notes = plainPile(from).filter((note) => !present.has(note.id));
  if (notes.length === 0) return;
  addPileNotes(
    into,
    notes.map(({ id, wall, text, color, createdAt }) => ({ id, wall, text, color, createdAt })),
    server,
  );
}
