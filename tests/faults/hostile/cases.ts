/**
 * What somebody who may write in a room has tried, or might: one table, whatever the room. Each case
 * sends frames of its own making and says how it has to end for whoever sends them.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { roots } from '#document/schema';
import { closeCodes } from '#protocol/close-codes';
import type { BareClient } from '#tests/rooms/support/clients';
import { costlyUpdates } from '#tests/support/costly-updates';
import { craftUpdate, type Crafted } from '#tests/support/crafted-updates';

export type HostileCase = {
  /** The code with which its sender is closed; null: what is too much is not acknowledged, and the line may stay. */
  readonly ends: number | null;
  /** Brings so much that its sender has used up what a member may bring: they need a sprint of their own. */
  readonly isLarge?: boolean;
  send(client: BareClient): void;
};

const STEP_2 = 1;
const UPDATE = 2;
const EVE = 70_000;

const bad = (send: HostileCase['send']): HostileCase => ({ ends: closeCodes.badFrame, send });

/** An update of somebody with the document, made by Yjs itself. */
const writes = (act: (doc: Y.Doc, note: Y.Map<unknown>) => void): HostileCase =>
  bad((client) =>
    client.sync(
      UPDATE,
      client.change((doc) => act(doc, aNote(doc))),
    ),
  );

function aNote(doc: Y.Doc): Y.Map<unknown> {
  const [note] = roots.notes(doc).values();
  if (!note) throw new Error('a room without a note');
  return note as Y.Map<unknown>;
}

const textOf = (note: Y.Map<unknown>): Y.Text => note.get('text') as Y.Text;

/** A letter in the first note, as Yjs makes it. */
const goodUpdate = (client: BareClient): Uint8Array =>
  client.change((doc) => textOf(aNote(doc)).insert(0, 'x'));

function nest(outer: Y.Map<unknown>, depth: number): void {
  for (let [map, left] = [outer, depth]; left > 0; left -= 1) {
    const inner = new Y.Map<unknown>();
    map.set('m', inner);
    map = inner;
  }
}

function frame(...parts: (number | Uint8Array)[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
    }
  });
}

const behind = (bytes: Uint8Array, more: Uint8Array = Uint8Array.of(0)): Uint8Array =>
  Uint8Array.of(...bytes, ...more);

function presenceOf(people: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, people);
    for (let n = 0; n < people; n += 1) {
      encoding.writeVarUint(encoder, n + 1);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, '{}');
    }
  });
}

/** What a pasted note has beside its text. */
const fields = {
  ...{ at: [10, 20], color: 'yellow', group: 'groep', order: 'a1', z: 4 },
  ...{ author: 'Anna', by: 'anna', locked: false },
};

/** Sends new notes with texts of so many letters, `each` of them in a frame. */
export function manyNotes(
  client: BareClient,
  count: number,
  { each = 400, letters = 1, name = 'many', isWhole = false } = {},
): void {
  for (let from = 0; from < count; from += each) {
    const update = client.change((doc) => {
      for (let n = from; n < Math.min(count, from + each); n += 1) {
        const note = new Y.Map<unknown>(isWhole ? Object.entries(fields) : []);
        note.set('text', new Y.Text('x'.repeat(letters)));
        roots.notes(doc).set(`${name}-${n}`, note);
      }
    });
    client.sync(UPDATE, update);
  }
}

const undeclared: Record<string, HostileCase> = {
  'maps 8,000 deep in a note': writes((_, note) => nest(note, 8_000)),
  'maps 12,000 deep beside the notes, and then a key in each': bad((client) => {
    const within = (n: number, key: string): Crafted =>
      n === 0
        ? { root: 'deep', key, content: { type: 'map' } }
        : { parent: [EVE, n - 1], key, content: { type: 'map' } };
    const all = Array.from({ length: 12_000 }, (_, n) => n);
    const deep = all.map((n) => within(n, 'm'));
    const keys = all.map((n) => within(n + 1, 'k'));
    client.sync(UPDATE, craftUpdate([{ client: EVE, structs: deep }]));
    client.sync(UPDATE, craftUpdate([{ client: EVE, clock: 12_000, structs: keys }]));
  }),
  'a root that no board has': writes((doc) => doc.getMap('extra').set('a', 1)),
  'a list as a root': writes((doc) => doc.getArray('list').push([1])),
  'a field that no note has': writes((_, note) => note.set('extra', 1)),
  'what only the server writes': writes((doc) => roots.meta(doc).set('kind', 'other')),
  'a value where a text should be': writes((_, note) => note.set('text', 'woorden')),
  'formatting in a text': writes((_, note) => textOf(note).format(0, 1, { bold: true })),
  'a picture of bytes in a text': writes((_, note) => textOf(note).insertEmbed(0, { a: 1 })),
  'formatting, written thousands of times': bad((client) =>
    client.sync(
      UPDATE,
      craftUpdate([
        {
          client: EVE,
          structs: [
            { root: 'notes', key: 'styled', content: { type: 'map' } },
            { parent: [EVE, 0], key: 'text', content: { type: 'text' } },
            ...Array.from({ length: 7_000 }, () => ({
              parent: [EVE, 1] as const,
              content: { format: ['b', 'true'] as const },
            })),
          ],
        },
      ]),
    ),
  ),
  'a text that no writer makes': writes((_, note) => textOf(note).insert(0, 'x'.repeat(100_000))),
  'a NUL in a text': writes((_, note) => textOf(note).insert(0, 'a\0b')),
  XML: writes((doc) => doc.getXmlFragment('xml').insert(0, [new Y.XmlElement('p')])),
  'a document in a document': writes((_, note) => note.set('by', new Y.Doc())),
  '40,000 new clientIDs': bad((client) =>
    client.sync(
      UPDATE,
      craftUpdate(
        Array.from({ length: 40_000 }, (_, n) => ({
          client: EVE + n,
          structs: [{ root: 'notes', key: `${n}`, content: { type: 'map' } }],
        })),
      ),
    ),
  ),
  'thousands of deletions of nothing': bad((client) =>
    client.sync(
      STEP_2,
      craftUpdate(
        [],
        [{ client: EVE, ranges: Array.from({ length: 60_000 }, (_, n) => [n * 2, 1]) }],
      ),
    ),
  ),
};

const passedOver: Record<string, HostileCase> = {
  'bytes behind an update': bad((client) => client.sync(UPDATE, behind(goodUpdate(client)))),
  'bytes behind a step 2': bad((client) => client.sync(STEP_2, behind(goodUpdate(client)))),
  'bytes behind a state vector': bad((client) =>
    client.sync(0, behind(Y.encodeStateVector(client.doc))),
  ),
  'bytes behind presence': bad((client) => client.send(frame(1, behind(presenceOf(0))))),
  'version 2 as an update': bad((client) =>
    client.sync(UPDATE, Y.convertUpdateFormatV1ToV2(goodUpdate(client))),
  ),
  'version 2 as a step 2': bad((client) =>
    client.sync(STEP_2, Y.encodeStateAsUpdateV2(client.doc)),
  ),
  'version 2 as a state vector': bad((client) =>
    client.sync(0, Y.encodeStateAsUpdateV2(client.doc)),
  ),
  'version 2 as presence': bad((client) =>
    client.send(frame(1, Y.encodeStateAsUpdateV2(client.doc))),
  ),
  'two updates in one': bad((client) => {
    const update = goodUpdate(client);
    client.sync(UPDATE, behind(update, update));
  }),
  'two messages in a frame': bad((client) => {
    const update = frame(0, UPDATE, goodUpdate(client));
    client.send(behind(update, update));
  }),
  'a client twice in a state vector': bad((client) => client.sync(0, Uint8Array.of(2, 1, 1, 1, 5))),
  'words for a frame': bad((client) => client.send('hallo')),
  'a message of no type': bad((client) => client.send(frame(77, Uint8Array.of(1)))),
  'an empty frame': bad((client) => client.send(new Uint8Array())),
  'garbage for an update': bad((client) =>
    client.sync(
      UPDATE,
      Uint8Array.from({ length: 5_000 }, (_, n) => (n * 37 + 211) % 256),
    ),
  ),
};

const costly: Record<string, HostileCase> = Object.fromEntries(
  Object.entries(costlyUpdates).map(([name, make]) => [
    name,
    {
      ...bad((client) => make().forEach((update) => client.sync(UPDATE, update))),
      isLarge: true,
    },
  ]),
);

const tooMuch: Record<string, HostileCase> = {
  'presence of 100,000 people': {
    ends: closeCodes.tooLarge,
    send: (client) => client.send(frame(1, presenceOf(100_000))),
  },
  'presence of 2,000 people': bad((client) => client.send(frame(1, presenceOf(2_000)))),
  'a frame of more than a mebibyte': {
    ends: closeCodes.tooLarge,
    send: (client) => client.sync(UPDATE, new Uint8Array(1_048_577)),
  },
  '20 MB of long notes': {
    ends: null,
    isLarge: true,
    send: (client) => manyNotes(client, 10_000, { each: 250, letters: 2_000 }),
  },
  '11,000 notes': { ends: null, isLarge: true, send: (client) => manyNotes(client, 11_000) },
  'keystrokes without an end': {
    ends: closeCodes.tooFast,
    isLarge: true,
    send: (client) => {
      const update = goodUpdate(client);
      for (let left = 4_000; left > 0; left -= 1) client.sync(UPDATE, update);
    },
  },
};

export const hostileCases: Readonly<Record<string, HostileCase>> = {
  ...undeclared,
  ...passedOver,
  ...costly,
  ...tooMuch,
};
