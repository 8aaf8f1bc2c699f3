/** A stand-in's hand on the wall: a cursor with a name that carries a note, in the room's awareness. */
import type { Presence } from '#document/presence';
import { readPresence } from '#document/presence-schema';
import type { Place } from '#document/schema';
import type { Moment, StandIn } from '#server/example/moment';
import type { Rooms } from '#server/rooms/rooms';
import type { Member } from '#server/stage/authority';

const CARRIES_MS = 900;
const FRAME_MS = 60;
/** Where in a note it is taken up. */
const GRIP = 70;

type Carrying = {
  rooms: Pick<Rooms, 'heldIn' | 'show'>;
  roomId: string;
  member: Member;
  noteId: string;
  from: Place;
  to: Place;
  sleep: (ms: number) => Promise<void>;
};

/** @returns false when somebody took up the note on the way, or everybody left. */
export async function showHand(
  { pace, isOver }: Pick<Moment, 'pace' | 'isOver'>,
  { rooms, roomId, member, noteId, from, to, sleep }: Carrying,
): Promise<boolean> {
  const who = { memberId: member.id, name: member.name, color: member.color };
  const frames = Math.max(1, Math.round(CARRIES_MS / pace / FRAME_MS));
  for (let frame = 0; frame <= frames; frame += 1) {
    if (isOver() || rooms.heldIn(roomId).has(noteId)) {
      rooms.show(roomId, who, null);
      return false;
    }
    const eased = easeOut(frame / frames);
    const by: [number, number] = [(to[0] - from[0]) * eased, (to[1] - from[1]) * eased];
    const cursor = { x: from[0] + by[0] + GRIP, y: from[1] + by[1] + GRIP };
    rooms.show(roomId, who, shown({ cursor, drag: { noteIds: [noteId], by } }));
    if (frame < frames) await sleep(Math.min(FRAME_MS, CARRIES_MS / pace));
  }
  // Let go: the document says where it lies from here on.
  const cursor = { x: to[0] + GRIP, y: to[1] + GRIP };
  rooms.show(roomId, who, shown({ cursor }));
  return true;
}

/** A state as a browser would send it. Throws on one that does not fit: the figures are ours. */
function shown(state: Partial<Presence>): Presence {
  const presence = readPresence(state);
  if (!presence) throw new Error('a hand that does not fit the schema of presence');
  return presence;
}

/** Nobody of them is seen any more. */
export function hideHands(
  rooms: Pick<Rooms, 'show'>,
  roomId: string,
  standIns: readonly StandIn[],
): void {
  for (const { member } of standIns) {
    rooms.show(roomId, { memberId: member.id, name: member.name, color: member.color }, null);
  }
}

function easeOut(part: number): number {
  return 1 - (1 - part) ** 2;
}
