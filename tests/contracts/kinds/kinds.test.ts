/**
 * What holds for every kind of document, whoever adds the next. A kind that misses a part fails here with
 * the name of the part; the toy shows that nothing of this is written for one kind.
 */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Field } from '#document/records/fields';
import { local, server } from '#document/origins';
import { OwnUndo } from '#document/own-undo';
import { roomLimits } from '#server/rooms/limits';
import { readUpdate } from '#server/rooms/judge/read-update';
import { refusalOf } from '#server/rooms/judge/shapes';
import { dice, type Dice } from '#tests/convergence/support/seeded';
import { kindsUnderTest, type KindUnderTest } from '#tests/contracts/kinds/kind-under-test';
import { toy } from '#tests/contracts/kinds/toy/toy';

const SEEDS = 40;
const STEPS = 40;

/** One test over all seeds, which names those that fail. */
function perSeed(name: string, check: (seed: number) => void): void {
  test(name, () => {
    const failed: string[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      try {
        check(seed);
      } catch (error) {
        failed.push(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    expect(failed).toEqual([]);
  });
}

describe.each([...kindsUnderTest, toy])('[D150] a document of kind $id', (kind) => {
  test('begins with the same bytes each time', () => {
    expect(Y.encodeStateAsUpdate(kind.seeded())).toEqual(Y.encodeStateAsUpdate(kind.seeded()));
  });

  perSeed('reads the same for all who wrote in it, in whatever order', (seed) => {
    const chance = dice(seed);
    const docs = [kind.seeded(), kind.seeded(), kind.seeded()];
    for (let step = 0; step < STEPS; step++) {
      const doc = chance.of(docs);
      if (chance.oneIn(5)) hear(doc, chance.of(docs));
      else write(kind, doc, chance);
    }
    for (const doc of docs) for (const other of docs) hear(doc, other);
    const plains = docs.map((doc) => kind.plain(doc));
    expect(plains[1]).toEqual(plains[0]);
    expect(plains[2]).toEqual(plains[0]);
  });

  perSeed('takes back all that one person did, and does it again', (seed) => {
    const chance = dice(seed);
    const doc = kind.seeded();
    const before = kind.plain(doc);
    const undo = new OwnUndo(doc, rootsOf(kind, doc));
    for (let step = 0; step < STEPS; step++) {
      writeAlone(kind, doc, chance);
      if (chance.oneIn(2)) undo.stopCapturing();
    }
    const after = kind.plain(doc);
    while (undo.undoStack.length > 0) undo.undo();
    expect(kind.plain(doc)).toEqual(before);
    while (undo.redoStack.length > 0) undo.redo();
    expect(kind.plain(doc)).toEqual(after);
    undo.destroy();
  });

  perSeed('takes back nothing that another wrote', (seed) => {
    const chance = dice(seed);
    const mine = kind.seeded();
    const theirs = kind.seeded();
    const undo = new OwnUndo(mine, rootsOf(kind, mine));
    const made = new Map<string, { record: Y.Map<unknown>; fields: string[] }>();
    const madeTwice = new Set<string>();
    for (let step = 0; step < STEPS; step++) {
      writeAlone(kind, mine, chance);
      undo.stopCapturing();
      const there = new Map(recordsOf(kind, mine));
      for (const [id, { record }] of made) if (there.get(id) !== record) madeTwice.add(id);
      for (const [id, record] of there) {
        if (!made.has(id)) made.set(id, { record, fields: [...record.keys()] });
      }
    }
    hear(theirs, mine);
    const written = new Set<string>();
    for (const [id, record] of recordsOf(kind, theirs)) {
      // No two records of ours ever have one id; here they may, and an undo brings back the first.
      if (madeTwice.has(id)) continue;
      for (const shared of record.values()) {
        if (!(shared instanceof Y.Text)) continue;
        shared.insert(shared.length, ' van Bram');
        written.add(id);
      }
    }
    hear(mine, theirs);
    while (undo.undoStack.length > 0) undo.undo();
    const left = new Map(recordsOf(kind, mine));
    for (const id of written) {
      const record = left.get(id);
      expect(JSON.stringify(record?.toJSON() ?? null), `${id} keeps the words`).toContain(
        'van Bram',
      );
      expect([...(record?.keys() ?? [])], id).toEqual(
        expect.arrayContaining(made.get(id)?.fields ?? []),
      );
    }
    undo.destroy();
  });

  perSeed('is made to read as another one, and again changes nothing', (seed) => {
    const chance = dice(seed);
    const [doc, from] = [kind.seeded(), kind.seeded()];
    for (let step = 0; step < STEPS; step++) write(kind, chance.of([doc, from]), chance);
    kind.restore(doc, from, server);
    expect(kind.plain(doc)).toEqual(kind.plain(from));
    const bytes = Y.encodeStateAsUpdate(doc);
    kind.restore(doc, from, server);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(bytes);
  });

  perSeed('is made anew as it reads', (seed) => {
    const chance = dice(seed);
    const doc = kind.seeded();
    for (let step = 0; step < STEPS; step++) write(kind, doc, chance);
    const anew = new Y.Doc();
    Y.applyUpdate(anew, kind.rebuilt(doc));
    expect(kind.plain(anew)).toEqual(kind.plain(doc));
  });

  test('is read whatever is stored in it', () => {
    const doc = kind.seeded();
    for (let seed = 1; seed <= 3; seed++) {
      const chance = dice(seed);
      for (let step = 0; step < STEPS; step++) write(kind, doc, chance);
    }
    for (const [, record] of recordsOf(kind, doc)) {
      for (const name of [...record.keys()])
        record.set(name, wrong[name.length % wrong.length]?.());
    }
    for (const root of Object.keys(kind.declared.records)) doc.getMap(root).set('x', 'no record');
    expect(() => kind.plain(doc)).not.toThrow();
  });

  describe('takes nothing of a browser that is not declared', () => {
    const fields = Object.entries(kind.declared.records).flatMap(([root, declared]) =>
      Object.entries(declared).map(([name, field]) => [`${root}.${name}`, { root, name, field }]),
    ) as [string, { root: string; name: string; field: Field }][];
    test.each(fields)('for %s', (_, { root, name, field }) => {
      for (const make of wrong) {
        const stored = make();
        const fits = field.kind === 'text' ? stored instanceof Y.Text : field.accepts(stored);
        if (fits) continue;
        expect(
          refusal(kind, (doc) => put(doc, root, name, stored)),
          String(stored),
        ).toBeDefined();
      }
      expect(refusal(kind, (doc) => put(doc, root, 'zz', 1))).toBeDefined();
    });

    test('another root, what it is, and what the server alone lays', () => {
      expect(refusal(kind, (doc) => put(doc, 'elsewhere', 'text', 'a'))).toBeDefined();
      expect(refusal(kind, (doc) => doc.getMap('meta').set('kind', 'other'))).toBeDefined();
      for (const root of kind.declared.sealed ?? []) {
        expect(
          refusal(kind, (doc) => put(doc, root, 'order', 'a0')),
          root,
        ).toBeDefined();
      }
    });
  });
});

/** Values that hardly a field takes; each made anew, as a shared one belongs to one place only. */
const wrong: readonly (() => unknown)[] = [
  () => new Y.Map([['a', 1]]),
  () => new Y.Array(),
  () => new Y.Text('letters'),
  () => 'x'.repeat(5_000),
  () => [[[[1]]]],
  () => Number.NaN,
  () => ({ a: { b: 1 } }),
  () => Uint8Array.of(255, 0, 255),
];

function put(doc: Y.Doc, root: string, name: string, stored: unknown): void {
  const record = new Y.Map<unknown>();
  record.set(name, stored);
  doc.getMap(root).set('r1', record);
}

/** What the room answers a browser that writes so. */
function refusal(kind: KindUnderTest, work: (doc: Y.Doc) => void): string | undefined {
  const room = kind.seeded();
  const browser = kind.seeded();
  const known = Y.encodeStateVector(browser);
  browser.transact(() => work(browser), local);
  const update = readUpdate(Y.encodeStateAsUpdate(browser, known), {
    ...{ clients: 10, structs: roomLimits.updateStructs, deleteRanges: roomLimits.deleteRanges },
  });
  return refusalOf(update, room, kind.declared, roomLimits);
}

function write(kind: KindUnderTest, doc: Y.Doc, chance: Dice): void {
  kind.writes[chance.of(Object.keys(kind.writes))]?.(doc, chance);
}

/** Only what a person does: what the server does in a document is nobody's to take back. */
function writeAlone(kind: KindUnderTest, doc: Y.Doc, chance: Dice): void {
  kind.writes[chance.of(ownWrites(kind))]?.(doc, chance);
}

const known = new Map<KindUnderTest, string[]>();
function ownWrites(kind: KindUnderTest): string[] {
  const names = known.get(kind) ?? Object.keys(kind.writes).filter((name) => isOwn(kind, name));
  known.set(kind, names);
  return names;
}

function isOwn(kind: KindUnderTest, name: string): boolean {
  const doc = kind.seeded();
  const chance = dice(1);
  let isLocal = true;
  doc.on('afterTransaction', ({ origin, changed }: Y.Transaction) => {
    if (changed.size > 0 && origin !== local) isLocal = false;
  });
  for (let step = 0; step < 60; step++) {
    const before: boolean = isLocal;
    write(kind, doc, chance);
    isLocal = before;
    kind.writes[name]?.(doc, chance);
  }
  return isLocal;
}

function rootsOf(kind: KindUnderTest, doc: Y.Doc): Y.Map<Y.Map<unknown>>[] {
  return Object.keys(kind.declared.records).map((name) => doc.getMap(name));
}

function recordsOf(kind: KindUnderTest, doc: Y.Doc): [string, Y.Map<unknown>][] {
  return rootsOf(kind, doc).flatMap((root, at) =>
    [...root].flatMap(([id, record]): [string, Y.Map<unknown>][] =>
      record instanceof Y.Map ? [[`${at}/${id}`, record]] : [],
    ),
  );
}

function hear(doc: Y.Doc, from: Y.Doc): void {
  if (doc !== from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from, Y.encodeStateVector(doc)));
}
