/**
 * A pile that cannot be read or emptied begins a new lineage with what can still be read of it: by
 * its owner, or by a facilitator, who learns nothing of what is in it. Notes of a wall that was
 * revealed meanwhile are late notes then, which their writer lays. Laying them here would show that
 * they are this one person's, on a wall on which notes have no names. A pad is nobody's business but its
 * owner's: nothing in the room waits for it.
 */
import { allowed, refused } from '#domain/refusal';
import type { CommandOf } from '#protocol/commands';
import type { Handler } from '#server/commands/command';
import { privateRoomOf, type Authority, type RoomRow } from '#server/stage/authority';
import { salvage } from '#server/store/salvage';
import { renewRoom } from '#server/store/seeded-rooms';

export const rebuildPile: Handler<'rebuild-pile'> = {
  keeps({ authority, command }) {
    const pile = roomOf(authority, command);
    return pile ? [pile.id] : [];
  },
  // who: the runner asked permissions.
  // whether
  whether({ authority, command, me }) {
    const { memberId, room } = command;
    const isAnybodys = me.role === 'facilitator' && room !== 'pad';
    if (!isAnybodys && memberId !== me.id) return refused('not-your-role');
    return roomOf(authority, command) ? allowed : refused('no-such-member');
  },
  // do
  async do(doing) {
    const { tx, authority, command } = doing;
    const pile = roomOf(authority, command);
    if (!pile) throw new Error('a pile that was ruled upon is not there');
    await renewRoom(tx, pile, {
      ...doing,
      seed: await salvage(tx, pile.id, command.room ?? 'pile'),
    });
    return null;
  },
};

function roomOf(
  authority: Authority,
  { memberId, room }: CommandOf<'rebuild-pile'>,
): RoomRow | undefined {
  return privateRoomOf(authority, memberId, room ?? 'pile');
}
