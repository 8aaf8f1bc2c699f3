/** The judge on a room's two documents, without a server: what it takes, what it refuses and why. */
import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import * as wall from '#document/boards/wall';
import { recordRoots } from '#document/kinds/record-roots';
import * as cards from '#document/kinds/cards/operations';
import * as ladders from '#document/kinds/ladders/operations';
import * as gallery from '#document/kinds/gallery/operations';
import * as map from '#document/kinds/map/operations';
import { mapRoot, OUTLINE } from '#document/kinds/map/records';
import { STROKE_BYTES } from '#document/ink/stroke';
import * as pad from '#document/kinds/pad/operations';
import { padRoot } from '#document/kinds/pad/records';
import { local, server } from '#document/origins';
import { plainWall } from '#document/plain';
import { roots, seedUpdate, type DocumentKind } from '#document/schema';
import { ClientTable } from '#server/rooms/clients';
import { roomLimits } from '#server/rooms/limits';
import { RoomDocument, type JudgeLimits, type Verdict } from '#server/rooms/room-document';
import { dice } from '#tests/convergence/support/seeded';
import {
  cardsWrites,
  listsWrites,
  mapWrites,
  pileWrites,
  wallWrites,
} from '#tests/support/board-writes';
import { ladderWrites } from '#tests/support/ladder-writes';
import { anyExhibit, galleryWrites } from '#tests/support/gallery-writes';
import { anyInk, padWrites } from '#tests/support/pad-writes';
import { prototypeWrites } from '#tests/support/prototype-writes';
import { scriptWrites } from '#tests/support/script-writes';
import { storyWrites } from '#tests/support/story-writes';

function roomOf(
  kind: DocumentKind,
  { made, limits }: { made?: (doc: Y.Doc) => void; limits?: Partial<JudgeLimits> } = {},
): RoomDocument {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate(kind));
  made?.(doc);
  return new RoomDocument([Y.encodeStateAsUpdate(doc)], {
    ...{ kind, clients: new ClientTable([]), limits: { ...roomLimits, ...limits } },
  });
}

const withNote = (doc: Y.Doc): void =>
  wall.addNote(doc, { id: 'n1', text: 'woorden', at: [0, 0], color: 'yellow' }, local);
const note = (doc: Y.Doc): Y.Map<unknown> => roots.notes(doc).get('n1') as Y.Map<unknown>;
const text = (doc: Y.Doc): Y.Text => note(doc).get('text') as Y.Text;

/** The update that a browser with the room's document would send for this. */
function sent(room: RoomDocument, act: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.live));
  const known = Y.encodeStateVector(doc);
  doc.transact(() => act(doc));
  return Y.encodeStateAsUpdate(doc, known);
}

const propose = (room: RoomDocument, act: (doc: Y.Doc) => void): Verdict =>
  room.propose(sent(room, act), 'anna', true);

function nested(depth: number): Y.Map<unknown> {
  const outer = new Y.Map<unknown>();
  let inner = outer;
  for (let left = depth; left > 0; left--) {
    const next = new Y.Map<unknown>();
    inner.set('m', next);
    inner = next;
  }
  return outer;
}

const undeclared: Record<string, (doc: Y.Doc) => void> = {
  'an undeclared root': (doc) => doc.getMap('extra').set('a', 1),
  'a list as a root': (doc) => doc.getArray('notes2').push([1]),
  'a text as a root': (doc) => doc.getText('text').insert(0, 'a'),
  'a list in a root of records': (doc) => void doc.getArray('groups').push([1]),
  'a record that is a string': (doc) => roots.notes(doc).set('n2', 'weg' as never),
  'a record that is a list': (doc) => roots.notes(doc).set('n2', new Y.Array() as never),
  'a record that is a text': (doc) => roots.notes(doc).set('n2', new Y.Text() as never),
  'a record with a long id': (doc) => void roots.notes(doc).set('n'.repeat(65), new Y.Map()),
  'a record with an id of other letters': (doc) => void roots.notes(doc).set('a/b', new Y.Map()),
  'an undeclared field': (doc) => note(doc).set('extra', 1),
  'a field by the name of a method': (doc) => note(doc).set('constructor', 1),
  'a value in the field of a text': (doc) => note(doc).set('text', 'words'),
  'a map in the field of a text': (doc) => note(doc).set('text', new Y.Map()),
  'a text in the field of a value': (doc) => note(doc).set('color', new Y.Text()),
  'a colour that is none': (doc) => note(doc).set('color', 'zwart'),
  'a place that is none': (doc) => note(doc).set('at', [1, 2, 3]),
  'an object in the field of a value': (doc) => note(doc).set('at', { x: 1 }),
  'bytes in the field of a value': (doc) => note(doc).set('at', new Uint8Array(3)),
  'formatting in a text': (doc) => text(doc).format(0, 3, { bold: true }),
  'an embed in a text': (doc) => text(doc).insertEmbed(0, { a: 1 }),
  'a type in a text': (doc) => text(doc).insertEmbed(0, new Y.Map()),
  'an attribute of a text': (doc) => text(doc).setAttribute('a', 1),
  'a text that no writer makes': (doc) => text(doc).insert(0, 'x'.repeat(2_001)),
  'a NUL in a text': (doc) => text(doc).insert(2, 'a\0b'),
  'a control in a value': (doc) => note(doc).set('author', 'An\u0007na'),
  'a carriage return in a text': (doc) => text(doc).insert(0, 'een\r\ntwee'),
  XML: (doc) => doc.getXmlFragment('xml').insert(0, [new Y.XmlElement('p')]),
  'a document in a document': (doc) => note(doc).set('by', new Y.Doc()),
  'maps 8,000 deep': (doc) => {
    let map = note(doc);
    for (let left = 8_000; left > 0; left--) {
      const next = new Y.Map<unknown>();
      map.set('m', next);
      map = next;
    }
  },
  'an array 100 deep': (doc) =>
    note(doc).set(
      'at',
      Array.from({ length: 100 }).reduce<unknown>((inner) => [inner], 0),
    ),
  'a field of meta': (doc) => roots.meta(doc).set('extra', 1),
  'the kind in meta': (doc) => roots.meta(doc).set('kind', 'pile'),
  'the kind taken out of meta': (doc) => roots.meta(doc).delete('kind'),
};

const withMap = (doc: Y.Doc): void => {
  map.addActor(doc, { id: 'a1', name: 'Klant' }, local);
  map.addChapter(doc, { id: 'c1', title: 'Hij stopt' }, local);
  map.connect(doc, { id: 'p1', actorId: 'a1', chapterId: 'c1' }, local);
};
const chapter = (doc: Y.Doc): Y.Map<unknown> =>
  mapRoot(doc, 'chapters').get('c1') as Y.Map<unknown>;

const undeclaredOnMap: Record<string, (doc: Y.Doc) => void> = {
  'a note': withNote,
  'a target': (doc) => mapRoot(doc, 'outline').get(OUTLINE)?.set('target', 'c1'),
  'an undeclared field': (doc) => chapter(doc).set('by', 'anna'),
  'a mood beyond seven': (doc) => chapter(doc).set('mood', 8),
  'a mood in words': (doc) => chapter(doc).set('mood', 'hoog'),
  'a title as a value': (doc) => chapter(doc).set('title', 'Hij stopt'),
  'a title that no writer makes': (doc) =>
    (chapter(doc).get('title') as Y.Text).insert(0, 'x'.repeat(2_001)),
  'an icon that is none': (doc) => mapRoot(doc, 'actors').get('a1')?.set('icon', 'bom'),
  'an arrow to a list': (doc) => mapRoot(doc, 'arrows').get('p1')?.set('chapter', ['c1']),
};

const withCard = (doc: Y.Doc): void =>
  cards.addCard(doc, { id: 'c1', presenterId: 'anna', presenter: 'Anna', title: 'Bol' }, local);
const onCard = (field: string, stored: unknown) => (doc: Y.Doc) =>
  void doc.getMap<Y.Map<unknown>>('cards').get('c1')?.set(field, stored);

const undeclaredOnCards: Record<string, (doc: Y.Doc) => void> = {
  'an address of a script': onCard('link', 'javascript:alert(1)'),
  'an address of data': onCard('link', 'data:text/html,x'),
  'an address with a space': onCard('link', 'https://voorbeeld.nl/a b'),
  'an address that is too long': onCard('link', `https://voorbeeld.nl/${'x'.repeat(2_000)}`),
  'a picture without its size': onCard('picture', ['p1']),
  'a turn': onCard('now', true),
  'a note': withNote,
};

const withStroke = (doc: Y.Doc): void =>
  pad.addStroke(doc, { id: 's1', frame: 'step.1', ink: anyInk(dice(1)) }, local);
const stroke = (doc: Y.Doc): Y.Map<unknown> => padRoot(doc, 'strokes').get('s1') as Y.Map<unknown>;

const undeclaredOnPad: Record<string, (doc: Y.Doc) => void> = {
  'a note': withNote,
  'ink that is a text': (doc) => stroke(doc).set('ink', new Y.Text('ink')),
  'ink in letters': (doc) => stroke(doc).set('ink', 'AQAAAA=='),
  'ink in an array': (doc) => stroke(doc).set('ink', [1, 0, 2, 2]),
  'bytes within a value': (doc) => stroke(doc).set('ink', [anyInk(dice(2))]),
  'bytes that are no ink': (doc) => stroke(doc).set('ink', Uint8Array.of(9, 9, 9)),
  'ink with something behind it': (doc) =>
    stroke(doc).set('ink', Uint8Array.of(...anyInk(dice(2)), 0x80)),
  'ink beyond any stroke': (doc) =>
    stroke(doc).set('ink', new Uint8Array(STROKE_BYTES + 1).fill(1, 0, 1)),
  'bytes in the field of a value': (doc) => stroke(doc).set('frame', anyInk(dice(2))),
  'a maker': (doc) => stroke(doc).set('by', 'anna'),
  'a time': (doc) => stroke(doc).set('createdAt', 1),
};

const withExhibit = (doc: Y.Doc): void => {
  gallery.hangExhibits(doc, [anyExhibit(dice(1), 'e1', 1)], server);
  gallery.layQuestions(doc, [{ id: 'q1', exhibit: 'e1', text: 'Belt hij dan?' }], server);
};
const exhibit = (doc: Y.Doc): Y.Map<unknown> =>
  doc.getMap<Y.Map<unknown>>('exhibits').get('e1') as Y.Map<unknown>;

/** What the server alone does, however a browser goes about it. */
const sealed: Record<string, (doc: Y.Doc) => void> = {
  'an exhibit of its own': (doc) =>
    doc.getMap('exhibits').set('e2', new Y.Map([['title', 'van mij']])),
  'another exhibit in its place': (doc) => doc.getMap('exhibits').set('e1', new Y.Map()),
  'another title': (doc) => exhibit(doc).set('title', 'anders'),
  'another number': (doc) => exhibit(doc).set('number', 2),
  'a maker': (doc) => exhibit(doc).set('by', 'anna'),
  'an exhibit taken away': (doc) => doc.getMap('exhibits').delete('e1'),
  'a title taken away': (doc) => exhibit(doc).delete('title'),
  'a question that it lays itself': (doc) =>
    doc.getMap('questions').set('q2', new Y.Map([['text', 'van mij']])),
  'a question taken away': (doc) => doc.getMap('questions').delete('q1'),
};

const withLadder = (doc: Y.Doc): void => {
  ladders.addBelofte(doc, { id: 'b1', behoefteId: null, words: 'wij je bellen' }, local);
  ladders.keepBeloften(doc, ['b1'], { concept: true }, server);
};
const belofte = (doc: Y.Doc): Y.Map<unknown> =>
  doc.getMap<Y.Map<unknown>>('beloften').get('b1') as Y.Map<unknown>;

const undeclaredOnLadders: Record<string, (doc: Y.Doc) => void> = {
  'a maker': (doc) => belofte(doc).set('by', 'anna'),
  'a norm in words': (doc) => belofte(doc).set('norm', 'binnen een uur'),
  'a day that does not exist': (doc) => belofte(doc).set('reviewOn', '2027-02-30'),
  'a belofte that it keeps itself': (doc) =>
    doc.getMap('decided').set('b2', new Y.Map([['kept', true]])),
  'a signature of its own': (doc) =>
    doc.getMap<Y.Map<unknown>>('decided').get('b1')?.set('signedBy', 'Ingrid'),
  'what was decided taken away': (doc) => doc.getMap('decided').delete('b1'),
};

describe('the judge', () => {
  test.each(Object.entries(undeclaredOnLadders))('[S190] refuses %s on the ladders', (_, act) => {
    const room = roomOf('ladders', { made: withLadder });
    const before = Y.encodeStateAsUpdate(room.live);
    expect(propose(room, act)).toMatchObject({ kind: 'bad', why: expect.any(String) });
    expect(Y.encodeStateAsUpdate(room.live)).toEqual(before);
    const good = propose(room, (doc) => belofte(doc).set('reviewOn', '2027-05-29'));
    expect(good.kind).toBe('taken');
  });

  test.each(Object.entries(sealed))('[S132] refuses %s in a museum', (_, act) => {
    const room = roomOf('gallery', { made: withExhibit });
    const before = Y.encodeStateAsUpdate(room.live);
    expect(propose(room, act)).toMatchObject({ kind: 'bad', why: expect.any(String) });
    expect(Y.encodeStateAsUpdate(room.live)).toEqual(before);
  });

  test('[S132] takes standouts in a museum, with everything that hangs said again', () => {
    const room = roomOf('gallery', { made: withExhibit });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.live));
    const chance = dice(2);
    for (let step = 0; step < 40; step += 1) {
      galleryWrites[chance.of(Object.keys(galleryWrites))]?.(doc, chance);
      const whole = room.propose(Y.encodeStateAsUpdate(doc), 'anna', true);
      expect(whole.kind).not.toBe('bad');
    }
  });

  test.each(Object.entries(undeclaredOnCards))('[D86] refuses %s on a card', (_, act) => {
    const room = roomOf('cards', { made: withCard });
    const before = Y.encodeStateAsUpdate(room.live);
    expect(propose(room, act)).toMatchObject({ kind: 'bad', why: expect.any(String) });
    expect(Y.encodeStateAsUpdate(room.live)).toEqual(before);
    expect(propose(room, onCard('link', 'https://voorbeeld.nl/a')).kind).toBe('taken');
  });

  test.each(Object.entries(undeclaredOnPad))('[S81] refuses %s on a pad', (_, act) => {
    const room = roomOf('pad', { made: withStroke });
    const before = Y.encodeStateAsUpdate(room.live);
    expect(propose(room, act)).toMatchObject({ kind: 'bad', why: expect.any(String) });
    expect(Y.encodeStateAsUpdate(room.live)).toEqual(before);
    const good = propose(room, (doc) => stroke(doc).set('ink', anyInk(dice(3))));
    expect(good).toMatchObject({ kind: 'taken' });
  });

  test.each(Object.entries(undeclaredOnMap))('[S120] refuses %s on a map', (_, act) => {
    const room = roomOf('map', { made: withMap });
    const before = Y.encodeStateAsUpdate(room.live);
    expect(propose(room, act)).toMatchObject({ kind: 'bad', why: expect.any(String) });
    expect(Y.encodeStateAsUpdate(room.live)).toEqual(before);
    expect(propose(room, (doc) => chapter(doc).set('mood', 7))).toMatchObject({ kind: 'taken' });
  });

  test.each(Object.entries(undeclared))('[S81] refuses %s', (_, act) => {
    const room = roomOf('wall', { made: withNote });
    const before = Y.encodeStateAsUpdate(room.live);
    const startMs = performance.now();
    expect(propose(room, act)).toMatchObject({ kind: 'bad', why: expect.any(String) });
    expect(performance.now() - startMs).toBeLessThan(2_000);
    expect(Y.encodeStateAsUpdate(room.live)).toEqual(before);
    expect(propose(room, (doc) => text(doc).insert(0, 'nog '))).toMatchObject({ kind: 'taken' });
  });

  test('[S81] judges a pile by the fields of a pile', () => {
    const room = roomOf('pile');
    const add = (field: string, value: unknown) => (doc: Y.Doc) => {
      const map = new Y.Map<unknown>();
      map.set(field, value);
      roots.notes(doc).set('n1', map);
    };
    expect(propose(room, add('locked', true)).kind).toBe('bad');
    expect(propose(room, (doc) => void roots.groups(doc).set('g', new Y.Map())).kind).toBe('bad');
    expect(propose(room, add('createdAt', 12)).kind).toBe('taken');
  });

  test.each([
    ['wall', wallWrites],
    ['pile', pileWrites],
    ['map', mapWrites],
    ['storyboard', storyWrites],
    ['ladders', ladderWrites],
    ['script', scriptWrites],
    ['prototype', prototypeWrites],
    ['lists', listsWrites],
    ['cards', cardsWrites],
    ['pad', padWrites],
  ] as const)('[S81] takes everything that is written on a %s', (kind, writes) => {
    const names = Object.keys(writes);
    for (let seed = 1; seed <= 15; seed++) {
      const chance = dice(seed);
      const room = roomOf(kind);
      const people = [new Y.Doc(), new Y.Doc()];
      const hear = (doc: Y.Doc) =>
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.live, Y.encodeStateVector(doc)));
      people.forEach(hear);
      const undo = people.map((doc) => new Y.UndoManager(recordRoots(doc), { captureTimeout: 0 }));
      for (let step = 0; step < 80; step++) {
        const who = chance.below(2);
        const doc = people[who] as Y.Doc;
        if (chance.oneIn(6)) undo[who]?.undo();
        else if (chance.oneIn(6)) undo[who]?.redo();
        else writes[chance.of(names)]?.(doc, chance);
        if (chance.oneIn(3)) continue;
        // What was gathered, at times with all that is known already.
        const known = chance.oneIn(5) ? undefined : Y.encodeStateVector(room.live);
        const verdict = room.propose(Y.encodeStateAsUpdate(doc, known), `person-${who}`, true);
        expect(['taken', 'nothing-new'], JSON.stringify(verdict)).toContain(verdict.kind);
        if (verdict.kind === 'taken') room.commit(1, local);
        if (chance.oneIn(2)) hear(doc);
      }
    }
  });

  test('[S83] does not judge what the document had already, nor who has a copy of it', () => {
    const room = roomOf('wall', {
      made: (doc) => {
        withNote(doc);
        doc.getMap('extra').set('a', [1]);
        note(doc).set('extra', nested(40));
        text(doc).format(0, 2, { bold: true });
      },
    });
    const browser = new Y.Doc();
    Y.applyUpdate(browser, Y.encodeStateAsUpdate(room.live));
    text(browser).insert(0, 'verder ');
    wall.removeNotes(browser, ['n1'], local);
    expect(room.propose(Y.encodeStateAsUpdate(browser), 'anna', true).kind).toBe('taken');
    room.commit(1, local);
    expect(plainWall(room.live).notes).toEqual([]);
    // What is new in it is judged all the same.
    expect(propose(room, (doc) => doc.getMap('extra').set('a', 2)).kind).toBe('bad');
  });

  test('[S80] refuses whatever Yjs would read past', () => {
    const room = roomOf('wall', { made: withNote });
    const good = sent(room, (doc) => text(doc).insert(0, 'goed '));
    const empty = Uint8Array.of(0, 0);
    const twice = encoding.encode((encoder) => {
      // Two sections of one client: Yjs keeps the last.
      encoding.writeVarUint(encoder, 2);
      for (const length of [1, 2]) {
        for (const number of [1, 77, 0]) encoding.writeVarUint(encoder, number);
        encoding.writeUint8(encoder, 0);
        encoding.writeVarUint(encoder, length);
      }
      encoding.writeVarUint(encoder, 0);
    });
    const bad: Record<string, Uint8Array> = {
      'bytes behind it': Uint8Array.of(...good, 0),
      'bytes behind nothing': Uint8Array.of(...empty, ...good),
      'two updates': Uint8Array.of(...good, ...good),
      'version 2': Y.convertUpdateFormatV1ToV2(good),
      'two sections of one client': twice,
      'an empty section': Uint8Array.of(1, 0, 77, 0, 0),
      'an empty struct': Uint8Array.of(1, 1, 77, 0, 0, 0, 0),
      'a deletion of nothing': Uint8Array.of(0, 1, 1, 1, 0, 0),
      'deletions out of order': Uint8Array.of(0, 1, 1, 2, 1, 1, 0, 1),
      'a number longer than it needs': Uint8Array.of(0x80, 0, 0),
      'a huge clock': Uint8Array.of(1, 1, 77, 255, 255, 255, 255, 255, 255, 7, 0, 1, 0),
      'more structs than it has': Uint8Array.of(1, 255, 255, 255, 255, 15, 77, 0, 0, 1),
    };
    for (const [what, bytes] of Object.entries(bad)) {
      expect([what, room.propose(bytes, 'anna', true).kind]).toEqual([what, 'bad']);
      expect([what, room.propose(bytes, 'anna', false).kind]).toEqual([what, 'bad']);
    }
    expect(room.propose(good, 'anna', true).kind).toBe('taken');
    expect(room.propose(empty, 'anna', true).kind).toBe('nothing-new');
  });

  test('[S82] bounds structs, deletions and new clientIDs of one update', () => {
    const limits = { updateStructs: 300, newStructs: 50, deleteRanges: 30, newDeleteRanges: 5 };
    const made = (doc: Y.Doc): void => {
      withNote(doc);
      for (let n = 0; n < 20; n++) text(doc).insert(0, `${n} `);
    };
    const room = roomOf('wall', { made, limits });
    const add = (count: number) => (doc: Y.Doc) => {
      for (let n = 0; n < count; n++) roots.notes(doc).set(`m${n}`, new Y.Map());
    };
    expect(propose(room, add(51)).kind).toBe('bad');
    expect(propose(room, add(400)).kind).toBe('bad');
    expect(propose(room, add(50)).kind).toBe('taken');
    const cut = (holes: number) => (doc: Y.Doc) => {
      for (let n = 0; n < holes; n++) text(doc).delete(n, 1);
    };
    expect(propose(room, cut(6)).kind).toBe('bad');
    expect(propose(room, cut(5)).kind).toBe('taken');
  });

  test('[S82] bounds the clientIDs of one update, and of one member in a room', () => {
    const room = roomOf('wall', { limits: { newClients: 3, clientsPerMember: 4 } });
    let next = 1_000;
    const work = (clients: number): Uint8Array => {
      const updates = Array.from({ length: clients }, () => {
        const doc = new Y.Doc();
        doc.clientID = next += 1;
        roots.notes(doc).set(`n${next}`, new Y.Map());
        return Y.encodeStateAsUpdate(doc);
      });
      return Y.mergeUpdates(updates);
    };
    expect(room.propose(work(4), 'anna', true).kind).toBe('bad');
    expect(room.propose(work(3), 'anna', true).kind).toBe('taken');
    expect(room.propose(work(3), 'anna', true).kind).toBe('bad');
    const last = new Y.Doc();
    last.clientID = next += 1;
    roots.notes(last).set('last', new Y.Map());
    room.propose(work(1), 'anna', true);
    expect(room.propose(Y.encodeStateAsUpdate(last), 'anna', true).kind).toBe('bad');
    expect(room.propose(Y.encodeStateAsUpdate(last), 'bram', true).kind).toBe('taken');
  });
});
