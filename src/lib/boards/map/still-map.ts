/** A map as it was, for the screen: a document that nothing changes, no line to the server. */
import type { BoardSheet } from '#protocol/history';
import { stillRoom } from '$lib/room/still-room';
import { MapModel } from './map-model.svelte';

/** `destroy` it and its room when it leaves the screen. */
export function stillMap({ state, board }: Pick<BoardSheet, 'state' | 'board'>): MapModel {
  // Nobody else is here, and nothing is written.
  return new MapModel({
    boardId: board.boardId,
    room: stillRoom(state),
    presence: { others: [] },
    editing: () => () => () => undefined,
  });
}
