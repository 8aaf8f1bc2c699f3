/**
 * A pile that cannot be read or emptied begins a new lineage with what can still be read of it: by
 * its owner, or by a facilitator, who learns nothing of what is in it. Notes of a wall that was
 * revealed meanwhile are late notes then, which their writer lays. Laying them here would show that
 * they are this one person's, on a wall on which notes have no names.
 */
import { allowed, refused } from '#domain/refusal';
import type { Handler } from '#server/commands/command';
import type { Authority, RoomRow } from '#server/stage/authority';
import { salvage } from '#server/store/salvage';
import { renewRoom } from '#server/store/seeded-rooms';

export const rebuildPile: Handler<'rebuild-pile'> = {
  keeps({ authority, command }) {
    const pile = pileOf(authority, command.memberId);
    return pile ? [pile.id] : [];
  },
  // who: the runner asked permissions.
  // whether
  whether({ authority, command, me }) {
    const { memberId } = command;
    if (me.role !== 'facilitator' && memberId !== me.id) return refused('not-your-role');
    return pileOf(authority, memberId) ? allowed : refused('no-such-member');
  },
  // do
  async do(doing) {
    const { tx, authority, command } = doing;
    const pile = pileOf(authority, command.memberId);
    if (!pile) throw new Error('a pile that was ruled upon is not there');
    await renewRoom(tx, pile, { ...doing, seed: await salvage(tx, pile.id, 'pile') });
    return null;
  },
};

function pileOf(authority: Authority, memberId: string): RoomRow | undefined {
  return authority.rooms.find((room) => room.memberId === memberId);
}
