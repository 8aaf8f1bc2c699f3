import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardReading } from '#document/kinds/boards';
import * as gallery from '#document/kinds/gallery/operations';
import { plainGallery } from '#document/kinds/gallery/plain';
import { local, server } from '#document/origins';
import { rebuilt } from '#document/rebuild';
import { seedUpdate } from '#document/schema';
import { dice } from '#tests/convergence/support/seeded';
import { anyExhibit, galleryLays, galleryWrites } from '#tests/support/gallery-writes';

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('gallery'));
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

describe('[D70] a museum', () => {
  it('[D70] hangs exhibits by number, each as it was laid, with the bytes of its strokes', () => {
    const chance = dice(3);
    const doc = seeded();
    const [second, first] = [anyExhibit(chance, 'a', 2), anyExhibit(chance, 'b', 1)];
    gallery.hangExhibits(doc, [second, first], server);
    expect(plainGallery(copyOf(doc)).exhibits).toEqual([first, second]);
  });

  it('[D70] gives what hangs another number without touching what was made of it', () => {
    const chance = dice(4);
    const doc = seeded();
    const old = anyExhibit(chance, 'a', 1);
    gallery.hangExhibits(doc, [old], server);
    gallery.addStandout(doc, { id: 's', exhibit: 'a', sign: 'worry', at: [10, 20] }, local);
    const late = anyExhibit(chance, 'b', 1);
    gallery.hangExhibits(doc, [{ ...old, title: 'anders', number: 2 }, late], server);
    const { exhibits, standouts } = plainGallery(doc);
    expect(exhibits).toEqual([late, { ...old, number: 2 }]);
    expect(standouts).toMatchObject([{ exhibit: 'a', sign: 'worry', at: [10, 20] }]);
  });

  it('[D71] lays questions in the order that is given, behind those that lie there', () => {
    const doc = seeded();
    const ask = (...texts: string[]) =>
      gallery.layQuestions(
        doc,
        texts.map((text) => ({ id: text, exhibit: 'a', text })),
        server,
      );
    ask('c', 'a');
    ask('b');
    expect(plainGallery(doc).questions.map(({ text }) => text)).toEqual(['c', 'a', 'b']);
  });

  it('[D72] keeps what hangs when an older moment comes back: of that only the standouts', () => {
    const chance = dice(5);
    const doc = seeded();
    gallery.hangExhibits(doc, [anyExhibit(chance, 'a', 1)], server);
    gallery.addStandout(doc, { id: 's', exhibit: 'a', sign: 'standout', at: [1, 2] }, local);
    const then = copyOf(doc);
    gallery.removeStandouts(doc, ['s'], local);
    gallery.hangExhibits(doc, [anyExhibit(chance, 'a', 2), anyExhibit(chance, 'b', 1)], server);
    boardReading(doc).restore(doc, then, server);
    expect(plainGallery(doc).exhibits.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(plainGallery(doc).standouts).toHaveLength(1);
  });

  it('[D73] reads the same made anew, and never throws on what is stored wrongly', () => {
    const chance = dice(6);
    const writes = { ...galleryWrites, ...galleryLays };
    const doc = seeded();
    for (let step = 0; step < 80; step += 1) {
      writes[chance.of(Object.keys(writes))]?.(doc, chance);
    }
    const anew = new Y.Doc();
    Y.applyUpdate(anew, rebuilt('gallery', doc));
    expect(plainGallery(anew)).toEqual(plainGallery(doc));
    const wrong = new Y.Map<unknown>([
      ['number', 'een'],
      ['title', 7],
      ['panels', [{ strokes: ['x'] }]],
    ]);
    doc.getMap('exhibits').set('wrong', wrong);
    doc.getMap('questions').set('none', 3);
    doc.getMap('standouts').set('odd', new Y.Map([['at', 'hier']]));
    expect(plainGallery(doc).exhibits.find(({ id }) => id === 'wrong')).toEqual({
      ...{ id: 'wrong', number: 0, title: '', panels: [], source: null },
    });
  });
});
