/** A map as it was, for the screen: a document that nothing changes, no line to the server. */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { drawMap } from '#document/kinds/map/operations';
import type { PlainMap } from '#document/kinds/map/plain';
import { seedMap } from '#document/kinds/map/records';
import { load } from '#document/origins';
import { StillRoom } from '$lib/room/still-room';
import { MapModel } from './map-model.svelte';

/** `destroy` it and its room when it leaves the screen. */
export function stillMap(map: PlainMap, boardId: string): MapModel {
  const doc = new Y.Doc();
  doc.transact(() => seedMap(doc), load);
  drawMap(doc, map, load);
  const room = new StillRoom(doc, new Awareness(doc));
  // Nobody else is here, and nothing is written.
  return new MapModel({
    boardId,
    room,
    presence: { others: [] },
    editing: () => () => () => undefined,
  });
}
