/**
 * Makes updates out of the grammar of Yjs' V1 format, most of them no browser's, and gives them to a
 * room's document as one member after the other. Knows what was committed, to compare.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { local } from '#document/origins';
import { seedUpdate, type DocumentKind } from '#document/schema';
import { ClientTable } from '#server/rooms/clients';
import { roomLimits } from '#server/rooms/limits';
import { RoomDocument } from '#server/rooms/room-document';
import { dice, type Dice } from '#tests/convergence/support/seeded';
import { pileWrites, wallWrites } from '#tests/support/board-writes';
import { undeclared } from '#tests/support/undeclared';

export type Fuzzed = { taken: number; bad: number; gap: number; known: number; longestMs: number };

const names = ['notes', 'groups', 'meta', 'text', '', 'constructor', '__proto__', 'x'.repeat(300)];
const keys = ['n1', 'text', 'at', 'color', 'order', 'locked', 'kind', '', 'a b', '__proto__'];
const values: unknown[] = [1, 'yellow', [1, 2], [[[[1]]]], { a: { b: 1 } }, null, true, Infinity];

/** @param count updates. Throws, naming the seed, when the room breaks a rule. */
export function fuzzUpdates(seed: number, count: number): Fuzzed {
  const chance = dice(seed);
  const kind: DocumentKind = seed % 2 === 0 ? 'pile' : 'wall';
  const room = new RoomDocument([seedUpdate(kind)], {
    ...{ kind, clients: new ClientTable([]), limits: roomLimits },
  });
  const log = [seedUpdate(kind)];
  const browser = new Y.Doc();
  Y.applyUpdate(browser, seedUpdate(kind));
  const found: Fuzzed = { taken: 0, bad: 0, gap: 0, known: 0, longestMs: 0 };
  for (let step = 0; step < count; step++) {
    const [bytes, who] = next(chance, { kind, room, browser });
    const startMs = performance.now();
    const verdict = room.propose(bytes, who, true);
    if (verdict.kind === 'taken') {
      log.push(verdict.update);
      room.commit(1, local);
      found.taken += 1;
    } else if (verdict.kind === 'bad') found.bad += 1;
    else if (verdict.kind === 'gap') found.gap += 1;
    else found.known += 1;
    found.longestMs = Math.max(found.longestMs, performance.now() - startMs);
    if (step % 50 === 0) check(seed, room, { kind, log });
  }
  check(seed, room, { kind, log });
  room.destroy();
  return found;
}

type Scene = { kind: DocumentKind; room: RoomDocument; browser: Y.Doc };

function next(chance: Dice, { kind, room, browser }: Scene): [Uint8Array, string] {
  if (chance.oneIn(5)) {
    Y.applyUpdate(browser, Y.encodeStateAsUpdate(room.live, Y.encodeStateVector(browser)));
    const known = Y.encodeStateVector(browser);
    const writes = kind === 'wall' ? wallWrites : pileWrites;
    for (let acts = chance.below(4); acts >= 0; acts--) {
      writes[chance.of(Object.keys(writes))]?.(browser, chance);
    }
    const honest = Y.encodeStateAsUpdate(browser, known);
    return chance.oneIn(3) ? [mangled(chance, honest), 'eve'] : [honest, 'anna'];
  }
  return [made(chance, room.live), 'eve'];
}

function mangled(chance: Dice, bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let flips = chance.below(4); flips >= 0; flips--) {
    copy[chance.below(copy.length)] = chance.below(256);
  }
  return chance.oneIn(4) ? copy.subarray(0, chance.below(copy.length)) : copy;
}

/** An update that the grammar allows, of a few structs that lean on what is there or on each other. */
function made(chance: Dice, live: Y.Doc): Uint8Array {
  const known = [...Y.decodeStateVector(Y.encodeStateVector(live))];
  const mine = known.filter(([client]) => client >= 900 && client < 910);
  return encoding.encode((encoder) => {
    const uint = (number: number): void => encoding.writeVarUint(encoder, number);
    const sections = chance.below(3);
    const clients = new Set(Array.from({ length: sections }, () => 900 + chance.below(10)));
    uint(clients.size);
    const seen: [number, number][] = [...known];
    for (const client of clients) {
      const from = mine.find(([id]) => id === client)?.[1] ?? 0;
      const count = 1 + chance.below(6);
      for (const number of [count, client, chance.oneIn(30) ? from + 3 : from]) uint(number);
      for (let left = 0; left < count; left++) {
        struct(chance, encoder, seen);
        seen.push([client, from + left + 1]);
      }
    }
    const holes = chance.oneIn(3) ? 1 : 0;
    uint(holes);
    if (holes) {
      const [client, end] = chance.of(known);
      for (const number of [client, 1, chance.below(end), 1 + chance.below(2)]) uint(number);
    }
    if (chance.oneIn(40)) uint(chance.below(200));
  });
}

function struct(chance: Dice, encoder: encoding.Encoder, seen: readonly [number, number][]): void {
  const uint = (number: number): void => encoding.writeVarUint(encoder, number);
  const string = (text: string): void => encoding.writeVarString(encoder, text);
  const id = (): void => {
    const [client, end] = chance.of(seen);
    uint(client);
    uint(chance.below(end + (chance.oneIn(60) ? 5 : 0)));
  };
  if (chance.oneIn(12)) {
    encoding.writeUint8(encoder, 0);
    return uint(chance.below(3));
  }
  const content = chance.oneIn(3) ? 8 : chance.oneIn(2) ? 7 : chance.of([1, 2, 3, 4, 4, 5, 6, 9]);
  const how = chance.below(5);
  const info = (how === 0 ? 0x80 : 0) | (how === 1 ? 0x40 : 0) | (how === 2 ? 0xc0 : 0);
  const hasKey = !chance.oneIn(4);
  encoding.writeUint8(encoder, content | info | (hasKey ? 0x20 : 0));
  if (info & 0x80) id();
  if (info & 0x40) id();
  if (info === 0) {
    const isRoot = chance.oneIn(2);
    uint(isRoot ? 1 : 0);
    if (isRoot) string(chance.oneIn(2) ? 'notes' : chance.of(names));
    else id();
    if (hasKey) string(chance.of(keys));
  }
  switch (content) {
    case 1:
      return uint(1 + chance.below(3));
    case 2:
      uint(1);
      return string('1');
    case 3:
      return encoding.writeVarUint8Array(encoder, Uint8Array.of(1, 2));
    case 4:
      return string(chance.of(['a', 'woord', '', '🙂', 'x'.repeat(2_500)]));
    case 5:
      return string('{"a":1}');
    case 6:
      string('bold');
      return string('true');
    case 7: {
      const type = chance.oneIn(3) ? chance.below(8) : 1 + chance.below(2);
      uint(type);
      if (type === 3 || type === 5) string('p');
      return;
    }
    case 8:
      uint(1);
      return encoding.writeAny(encoder, chance.of(values) as never);
    default:
      string('doc');
      return encoding.writeAny(encoder, {});
  }
}

function check(
  seed: number,
  room: RoomDocument,
  { kind, log }: { kind: DocumentKind; log: Uint8Array[] },
): void {
  const wrong = undeclared(room.live, kind);
  if (wrong.length > 0) throw new Error(`seed ${seed}: ${wrong.join(', ')}`);
  const stored = new Y.Doc();
  for (const update of log) Y.applyUpdate(stored, update);
  const isWhole = stored.store.pendingStructs === null && stored.store.pendingDs === null;
  if (!isWhole) throw new Error(`seed ${seed}: the log has a gap`);
  if (!Y.equalSnapshots(Y.snapshot(stored), Y.snapshot(room.live))) {
    throw new Error(`seed ${seed}: the log is another document`);
  }
  stored.destroy();
}
