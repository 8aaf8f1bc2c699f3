import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import * as wall from '#document/boards/wall';
import { local } from '#document/origins';
import { plainWall } from '#document/plain';
import { seedUpdate } from '#document/schema';
import { ClientTable } from '#server/rooms/clients';
import { roomLimits } from '#server/rooms/limits';
import { RoomDocument } from '#server/rooms/room-document';

const ANNA = 'member-anna';
const NOTE = { id: 'n1', at: [0, 0], color: 'yellow' } as const;

function roomOf(...updates: Uint8Array[]): RoomDocument {
  return new RoomDocument(updates, {
    kind: 'wall',
    clients: new ClientTable([]),
    limits: roomLimits,
  });
}

function roomWith(text: string): { room: RoomDocument; author: Y.Doc } {
  const author = new Y.Doc();
  Y.applyUpdate(author, seedUpdate('wall'));
  wall.addNote(author, { ...NOTE, text }, local);
  return { room: roomOf(Y.encodeStateAsUpdate(author)), author };
}

const words = (doc: Y.Doc): string | undefined => plainWall(doc).notes[0]?.text;
const append = (doc: Y.Doc, more: string): void =>
  wall.setNoteText(doc, 'n1', `${words(doc)}${more}`, local);

/** Two items of two clients that each stand behind the other; V1 bytes that Yjs itself never writes. */
const ring = Uint8Array.from([
  ...[2, 1, 78, 0, 136, 77, 0, 1, 125, 1],
  ...[1, 77, 0, 136, 78, 0, 1, 125, 1],
  0,
]);

describe('a room document', () => {
  test('[S17] structs that lean on each other in a ring are refused, and nothing of them stays', () => {
    const { room, author } = roomWith('letters');
    const before = Y.encodeStateAsUpdate(room.live);
    expect(room.propose(ring, ANNA, true)).toMatchObject({ kind: 'bad' });
    append(author, ' fine');
    expect(room.propose(Y.encodeStateAsUpdate(author), ANNA, true).kind).toBe('bad');
    const browser = new Y.Doc();
    Y.applyUpdate(browser, before);
    append(browser, ' fine');
    expect(room.propose(Y.encodeStateAsUpdate(browser), ANNA, true).kind).toBe('taken');
    expect(Y.encodeStateAsUpdate(room.live)).toEqual(before);
    room.commit(1, { kind: 'connection', id: 'c1' });
    expect(words(room.live)).toBe('letters fine');
    expect(room.live.store.clients.has(77)).toBe(false);
  });

  test('[S20] what was typed in a note that is gone is stored as Yjs makes of it, without its words', () => {
    const { room } = roomWith('weg');
    const browser = new Y.Doc();
    Y.applyUpdate(browser, Y.encodeStateAsUpdate(room.live));
    const known = Y.encodeStateVector(browser);
    append(browser, ' maar hier staat nog een heel verhaal dat niemand meer ziet');
    const typed = Y.encodeStateAsUpdate(browser, known);
    const copy = room.copy();
    wall.removeNotes(copy, ['n1'], local);
    room.absorb(Y.encodeStateAsUpdate(copy));
    const verdict = room.propose(typed, ANNA, true);
    if (verdict.kind !== 'taken') throw new Error(verdict.kind);
    expect(verdict.update.length).toBeLessThan(typed.length);
    room.commit(1, { kind: 'connection', id: 'c1' });
    expect(plainWall(room.live).notes).toEqual([]);
  });

  test('[S14] work that leans on what was dropped is a gap; with it, it is not', () => {
    const { room } = roomWith('abc');
    const writer = new Y.Doc();
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(room.live));
    const updates: Uint8Array[] = [];
    writer.on('update', (update: Uint8Array) => updates.push(update));
    append(writer, 'd');
    append(writer, 'e');
    const [first, second] = updates as [Uint8Array, Uint8Array];
    expect(room.propose(second, ANNA, true)).toEqual({ kind: 'gap' });
    const deletion = new Y.Doc();
    Y.applyUpdate(deletion, Y.encodeStateAsUpdate(writer));
    const state = Y.encodeStateVector(deletion);
    wall.setNoteText(deletion, 'n1', 'abcd', local);
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
    append(copy, 'x');
    expect(copy.clientID).toBe(room.serverClientId);
  });

  test('[S22] without the right to write only what brings nothing passes', () => {
    const { room, author } = roomWith('abc');
    expect(room.propose(Y.encodeStateAsUpdate(author), ANNA, false)).toEqual({
      kind: 'nothing-new',
    });
    append(author, 'd');
    expect(room.propose(Y.encodeStateAsUpdate(author), ANNA, false)).toEqual({
      kind: 'not-allowed',
    });
  });
});
