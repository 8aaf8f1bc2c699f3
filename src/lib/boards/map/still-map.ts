/** A map as it was, for the screen: a document that nothing changes, no line to the server. */
import type { BoardSheet } from '#protocol/history';
import { stillBoard } from '$lib/boards/still-board';
import { MapModel } from './map-model.svelte';

/** `destroy` it and its room when it leaves the screen. */
export function stillMap(sheet: Pick<BoardSheet, 'state' | 'board'>): MapModel {
  return new MapModel(stillBoard(sheet));
}
