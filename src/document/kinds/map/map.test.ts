import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import * as map from '#document/kinds/map/operations';
import { isEmptyMap, plainMap } from '#document/kinds/map/plain';
import { recordNames } from '#document/kinds/record-roots';
import { mapRoot, OUTLINE, seedMap } from '#document/kinds/map/records';
import { local } from '#document/origins';

function seeded(): Y.Doc {
  const seed = new Y.Doc();
  seed.clientID = 1;
  seed.transact(() => seedMap(seed));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed));
  return doc;
}

function meet(...docs: Y.Doc[]): void {
  for (const from of docs) {
    for (const to of docs) {
      if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
    }
  }
}

function story(doc: Y.Doc, ...ids: string[]): void {
  for (const id of ids) map.addChapter(doc, { id, title: id }, local);
}

const titles = (doc: Y.Doc): string[] => plainMap(doc).chapters.map(({ title }) => title);

describe('a map', () => {
  it('begins empty, with an ending that two people can write at once', () => {
    const [one, other] = [seeded(), seeded()];
    expect(isEmptyMap(plainMap(one))).toBe(true);
    const at = { record: 'outline', id: OUTLINE, field: 'ending' } as const;
    map.editMapText(one, at, { before: '', after: 'de machine ' }, local);
    map.editMapText(other, at, { before: '', after: 'doet het' }, local);
    meet(one, other);
    expect(plainMap(one).ending).toHaveLength('de machine doet het'.length);
    expect(plainMap(one)).toEqual(plainMap(other));
  });

  it('[D60] reads chapters in the order of the story; one moved by two people at once stays one', () => {
    const one = seeded();
    story(one, 'a', 'b', 'c', 'd');
    const other = seeded();
    meet(one, other);
    map.moveChapter(one, 'd', 'a', local);
    map.moveChapter(other, 'd', 'b', local);
    meet(one, other);
    expect(titles(one)).toEqual(titles(other));
    expect([...titles(one)].sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('puts a chapter where it was asked, and writes nothing when it stands there', () => {
    const doc = seeded();
    story(doc, 'a', 'b', 'c');
    map.addChapter(doc, { id: 'x', title: 'x', before: 'b' }, local);
    expect(titles(doc)).toEqual(['a', 'x', 'b', 'c']);
    const before = Y.encodeStateVector(doc);
    map.moveChapter(doc, 'x', 'b', local);
    map.moveChapter(doc, 'x', 'x', local);
    map.moveChapter(doc, 'gone', 'b', local);
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  it('[D61] an arrow stays attached when either end moves, is taken away, and comes back', () => {
    const doc = seeded();
    const undo = new Y.UndoManager(
      recordNames.map.map((record) => mapRoot(doc, record)),
      {
        trackedOrigins: new Set([local]),
        captureTimeout: 0,
      },
    );
    story(doc, 'a', 'b');
    map.addActor(doc, { id: 'van', name: 'Monteur' }, local);
    map.connect(doc, { id: 'r', actorId: 'van', chapterId: 'b', words: 'belt aan' }, local);
    map.moveChapter(doc, 'b', 'a', local);
    const arrows = () =>
      plainMap(doc).actors[0]?.arrows.map(({ chapterId, words }) => [chapterId, words]);
    expect(arrows()).toEqual([['b', 'belt aan']]);
    map.removeFromMap(doc, 'chapters', 'b', local);
    expect(arrows()).toEqual([]);
    undo.undo();
    expect(arrows()).toEqual([['b', 'belt aan']]);
    map.removeFromMap(doc, 'actors', 'van', local);
    expect(plainMap(doc).actors).toEqual([]);
    undo.undo();
    expect(arrows()).toEqual([['b', 'belt aan']]);
  });

  it('[D62] two who draw the same arrow see one, and taking it away takes both', () => {
    const one = seeded();
    story(one, 'a');
    map.addActor(one, { id: 'van' }, local);
    const other = seeded();
    meet(one, other);
    const ends = { actorId: 'van', chapterId: 'a' };
    expect(map.connect(one, { id: 'r1', ...ends }, local)).toBe(true);
    expect(map.connect(other, { id: 'r2', ...ends }, local)).toBe(true);
    meet(one, other);
    expect(plainMap(one).actors[0]?.arrows).toHaveLength(1);
    expect(map.connect(one, { id: 'r3', ...ends }, local)).toBe(false);
    map.disconnect(one, ends, local);
    expect(plainMap(one).actors[0]?.arrows).toHaveLength(0);
  });

  it('[D63] what hangs under a chapter goes unseen with it and returns with it', () => {
    const doc = seeded();
    const undo = new Y.UndoManager(
      recordNames.map.map((record) => mapRoot(doc, record)),
      {
        trackedOrigins: new Set([local]),
        captureTimeout: 0,
      },
    );
    story(doc, 'a', 'b');
    map.addMark(doc, { id: 'm', chapterId: 'a', kind: 'pain', text: 'wachten' }, local);
    const pin = { id: 'p', text: 'op tijd komen', color: 'pink', dots: 4, source: 'r/c' } as const;
    map.pin(doc, { ...pin, chapterId: 'a' }, local);
    map.assign(doc, { id: 's', chapterId: 'a', memberId: 'anna', name: 'Anna' }, local);
    const whole = plainMap(doc).chapters[0];
    expect(whole?.pains).toHaveLength(1);
    map.removeFromMap(doc, 'chapters', 'a', local);
    expect(plainMap(doc).chapters.flatMap(({ pains, pins }) => [...pains, ...pins])).toEqual([]);
    undo.undo();
    expect(plainMap(doc).chapters[0]).toEqual(whole);
  });

  it('moves a mark to another chapter and kind, and a pin that hangs already instead of doubling it', () => {
    const doc = seeded();
    story(doc, 'a', 'b');
    map.addMark(doc, { id: 'm', chapterId: 'a', kind: 'pain', text: 'wachten' }, local);
    map.moveMark(doc, 'm', { chapterId: 'b', kind: 'gain' }, local);
    map.moveMark(doc, 'm', { chapterId: 'gone', kind: 'pain' }, local);
    expect(plainMap(doc).chapters[1]?.gains.map(({ text }) => text)).toEqual(['wachten']);
    const pin = { text: 'op tijd', color: 'pink', dots: 2, source: 'r/c' } as const;
    map.pin(doc, { ...pin, id: 'p', chapterId: 'a' }, local);
    map.pin(doc, { ...pin, id: 'q', chapterId: 'b' }, local);
    expect(plainMap(doc).chapters.map(({ pins }) => pins.length)).toEqual([0, 1]);
  });

  it('puts a person on a part once, whoever does it, and takes them off', () => {
    const one = seeded();
    story(one, 'a');
    const other = seeded();
    meet(one, other);
    const anna = { chapterId: 'a', memberId: 'anna' };
    map.assign(one, { id: 's1', ...anna, name: 'Anna' }, local);
    map.assign(other, { id: 's2', ...anna, name: 'Anna' }, local);
    meet(one, other);
    expect(plainMap(one).chapters[0]?.assignments).toHaveLength(1);
    map.unassign(one, anna, local);
    expect(plainMap(one).chapters[0]?.assignments).toHaveLength(0);
  });

  it('knows a peak only while its chapter is there', () => {
    const doc = seeded();
    story(doc, 'a');
    map.setMood(doc, 'a', 7, local);
    map.setPeak(doc, 'a', local);
    expect(plainMap(doc)).toMatchObject({ peak: 'a', chapters: [{ mood: 7 }] });
    map.removeFromMap(doc, 'chapters', 'a', local);
    expect(plainMap(doc).peak).toBeNull();
  });

  it('[D5] reads whatever a browser may have written', () => {
    const doc = seeded();
    const odd = new Y.Map<unknown>();
    odd.set('title', 'no shared text');
    odd.set('mood', 99);
    odd.set('order', 12);
    mapRoot(doc, 'chapters').set('odd', odd);
    mapRoot(doc, 'chapters').set('text', new Y.Text('no map') as never);
    mapRoot(doc, 'arrows').set('lost', new Y.Map());
    mapRoot(doc, 'outline').delete(OUTLINE);
    expect(plainMap(doc)).toMatchObject({
      chapters: [{ id: 'odd', title: '', mood: 4, order: '' }],
      ending: '',
      peak: null,
    });
  });

  it('[D4] several people who draw at random all end with the same map', () => {
    const act = fc.record({
      who: fc.nat({ max: 2 }),
      what: fc.nat({ max: 9 }),
      x: fc.nat({ max: 5 }),
      y: fc.nat({ max: 5 }),
      meets: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const docs = [seeded(), seeded(), seeded()];
        acts.forEach(({ who, what, x, y, meets }, n) => {
          const doc = docs[who] as Y.Doc;
          const { chapters, actors } = plainMap(doc);
          const chapterId = chapters[x % Math.max(1, chapters.length)]?.id ?? 'none';
          const other = chapters[y % Math.max(1, chapters.length)]?.id ?? null;
          const actorId = actors[y % Math.max(1, actors.length)]?.id ?? 'none';
          const id = `${who}-${n}`;
          const run = [
            () => map.addChapter(doc, { id, title: id, before: other }, local),
            () => map.addChapter(doc, { id, title: id }, local),
            () => map.moveChapter(doc, chapterId, other, local),
            () => map.removeFromMap(doc, 'chapters', chapterId, local),
            () => map.addActor(doc, { id, name: id }, local),
            () => map.connect(doc, { id, actorId, chapterId }, local),
            () => map.disconnect(doc, { actorId, chapterId }, local),
            () => map.addMark(doc, { id, chapterId, kind: 'gain', text: id }, local),
            () => map.setMood(doc, chapterId, ((x % 7) + 1) as 1, local),
            () =>
              map.editMapText(
                doc,
                { record: 'chapters', id: chapterId, field: 'title' },
                { before: chapters.find((one) => one.id === chapterId)?.title ?? '', after: id },
                local,
              ),
          ][what];
          run?.();
          if (meets) meet(...docs);
        });
        meet(...docs);
        expect(plainMap(docs[1] as Y.Doc)).toEqual(plainMap(docs[0] as Y.Doc));
        expect(plainMap(docs[2] as Y.Doc)).toEqual(plainMap(docs[0] as Y.Doc));
      }),
    );
  });
});
