import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ClientTable } from '#server/rooms/clients';
import { RoomDocument } from '#server/rooms/room-document';

const ANNA = 'member-anna';

function roomWith(text: string): { room: RoomDocument; author: Y.Doc } {
  const author = new Y.Doc();
  author.getText('text').insert(0, text);
  const room = new RoomDocument([Y.encodeStateAsUpdate(author)], new ClientTable([]));
  return { room, author };
}

/** Two items of two clients that each stand behind the other; V1 bytes that Yjs itself never writes. */
const ring = Uint8Array.from([
  ...[2, 1, 78, 0, 136, 77, 0, 1, 125, 1],
  ...[1, 77, 0, 136, 78, 0, 1, 125, 1],
  0,
]);

/** One entry of a map whose parent is a letter, which has no entries. */
const childOfLetter = Uint8Array.from([1, 1, 79, 0, 40, 0, 80, 0, 1, 107, 1, 125, 1, 0]);

function withLetterOf80(): RoomDocument {
  const letter = Uint8Array.from([1, 1, 80, 0, 4, 1, 4, 116, 101, 120, 116, 1, 97, 0]);
  return new RoomDocument([letter], new ClientTable([]));
}

describe('a room document', () => {
  test('[S14] structs that lean on each other in a ring are a gap, and nothing of them stays', () => {
    const { room } = roomWith('letters');
    const before = Y.encodeStateAsUpdate(room.live);
    expect(room.propose(ring, ANNA, true)).toEqual({ kind: 'gap' });
    const good = new Y.Doc();
    good.getText('other').insert(0, 'fine');
    expect(room.propose(Y.encodeStateAsUpdate(good), ANNA, true).kind).toBe('taken');
    expect(Y.encodeStateAsUpdate(room.live)).toEqual(before);
    room.commit(1, { kind: 'connection', id: 'c1' });
    expect(room.live.getText('other').toString()).toBe('fine');
    expect(room.live.store.clients.has(77)).toBe(false);
  });

  test('[S20] what cannot have a place is stored as Yjs makes of it, without its content', () => {
    const room = withLetterOf80();
    expect(room.live.getText('text').toString()).toBe('a');
    const verdict = room.propose(childOfLetter, ANNA, true);
    if (verdict.kind !== 'taken') throw new Error(verdict.kind);
    expect(verdict.update.length).toBeLessThan(childOfLetter.length);
    room.commit(1, { kind: 'connection', id: 'c1' });
    expect(room.live.getText('text').toString()).toBe('a');
  });

  test('[S14] work that leans on what was dropped is a gap; with it, it is not', () => {
    const { room, author } = roomWith('abc');
    const writer = new Y.Doc();
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(author));
    const updates: Uint8Array[] = [];
    writer.on('update', (update: Uint8Array) => updates.push(update));
    writer.getText('text').insert(3, 'd');
    writer.getText('text').insert(4, 'e');
    const [first, second] = updates as [Uint8Array, Uint8Array];
    expect(room.propose(second, ANNA, true)).toEqual({ kind: 'gap' });
    const deletion = new Y.Doc();
    Y.applyUpdate(deletion, Y.encodeStateAsUpdate(writer));
    const state = Y.encodeStateVector(deletion);
    deletion.getText('text').delete(4, 1);
    expect(room.propose(Y.encodeStateAsUpdate(deletion, state), ANNA, true)).toEqual({
      kind: 'gap',
    });
    expect(room.propose(first, ANNA, true).kind).toBe('taken');
    expect(room.propose(second, ANNA, true).kind).toBe('taken');
  });

  test('[S21] the clientID under which commands write is free, and not a member’s to use', () => {
    const { room } = roomWith('abc');
    const copy = room.copy();
    expect(copy.clientID).toBe(room.serverClientId);
    copy.getText('text').insert(0, 'x');
    expect(copy.clientID).toBe(room.serverClientId);
  });

  test('[S22] without the right to write only what brings nothing passes', () => {
    const { room, author } = roomWith('abc');
    expect(room.propose(Y.encodeStateAsUpdate(author), ANNA, false)).toEqual({
      kind: 'nothing-new',
    });
    author.getText('text').delete(0, 1);
    expect(room.propose(Y.encodeStateAsUpdate(author), ANNA, false)).toEqual({
      kind: 'not-allowed',
    });
  });
});
