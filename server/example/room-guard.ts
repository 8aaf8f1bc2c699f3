/**
 * A stand-in's change of a document: only while the step is still in the phase in which the turn
 * began and the room lets this member write. Looked at under the sprint's lock, so that nothing slips
 * past a reveal or a vote that opens at the same moment.
 */
import type * as Y from 'yjs';
import { phaseKey } from '#domain/sprint/phase-key';
import { lockSprint } from '#server/commands/doors/lock-sprint';
import type { Moment, StandIn } from '#server/example/moment';
import { accessTo } from '#server/rooms/access';
import type { RoomRow } from '#server/stage/authority';
import { loadAuthority } from '#server/stage/authority-store';

/** @returns whether it was written. */
export async function changeAs(
  { parts, authority, step }: Moment,
  { member }: StandIn,
  room: RoomRow,
  write: (doc: Y.Doc) => void,
): Promise<boolean> {
  const sprintId = authority.sprint.id;
  return parts.rooms.change([room.id], async ({ tx, doc }) => {
    await lockSprint(tx, sprintId, 'share');
    const now = await loadAuthority(tx, sprintId);
    const open = now?.steps.find((one) => one.status === 'open');
    const me = now?.members.find((one) => one.id === member.id);
    if (!now || !open || phaseKey(open) !== phaseKey(step)) return false;
    if (accessTo(room, me, now).kind !== 'write') return false;
    write(doc(room.id));
    return true;
  });
}
