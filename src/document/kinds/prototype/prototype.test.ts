import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardReading } from '#document/kinds/boards';
import * as making from '#document/kinds/prototype/operations';
import {
  isEmptyPrototype,
  linksToLookAt,
  plainLinks,
  plainPrototype,
  variantsOf,
} from '#document/kinds/prototype/plain';
import { local } from '#document/origins';
import { rebuilt } from '#document/rebuild';
import { seedUpdate } from '#document/schema';
import { consistencyChecks } from '#domain/prototype/making';
import { dice } from '#tests/convergence/support/seeded';
import { prototypeWrites } from '#tests/support/prototype-writes';

const anna = { memberId: 'anna', name: 'Anna' };
const bram = { memberId: 'bram', name: 'Bram' };

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('prototype'));
  return doc;
}
function sync(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
}
function written(seed: number): Y.Doc {
  const doc = seeded();
  const chance = dice(seed);
  const names = Object.keys(prototypeWrites);
  for (let step = 0; step < 120; step += 1) prototypeWrites[chance.of(names)]?.(doc, chance);
  return doc;
}

describe('a prototype', () => {
  it('[D112] begins with its checklist, in the same bytes each time, and counts as empty', () => {
    expect(seedUpdate('prototype')).toEqual(seedUpdate('prototype'));
    const plain = plainPrototype(seeded());
    expect(plain.items.map(({ says }) => says)).toEqual(consistencyChecks);
    expect(isEmptyPrototype(plain)).toBe(true);
  });

  it('[D113] takes each panel of the storyboard once, under its id, and keeps what the team made of it', () => {
    const doc = seeded();
    const story = [
      { id: 'p1', number: 1, words: 'Hij stopt' },
      { id: 'p3', number: 3, words: 'Kies een uur' },
    ];
    making.layScenes(doc, story, local);
    making.ownScene(doc, 'p1', anna, local);
    making.layScenes(doc, [...story, { id: 'p4', number: 4, words: 'Foto' }], local);
    const { scenes } = plainPrototype(doc);
    expect(scenes.map(({ panelId, number }) => [panelId, number])).toEqual([
      ['p1', 1],
      ['p3', 3],
      ['p4', 4],
    ]);
    expect(scenes[0]).toMatchObject({ title: 'Hij stopt', ownerId: 'anna', state: 'todo' });
  });

  it('[D114] has one person in a role once, whoever names them, and one person in several roles', () => {
    const one = seeded();
    const other = seeded();
    sync(one, other);
    making.assignRole(one, 'writer', anna, local);
    making.assignRole(other, 'writer', anna, local);
    making.assignRole(other, 'interviewer', anna, local);
    making.assignRole(one, 'maker', bram, local);
    sync(one, other);
    const roles = plainPrototype(one).roles.map(({ role, memberId }) => `${role} ${memberId}`);
    expect(roles.sort()).toEqual(['interviewer anna', 'maker bram', 'writer anna']);
    making.unassignRole(one, 'writer', 'anna', local);
    expect(plainPrototype(one).roles.map(({ role }) => role)).not.toContain('writer');
  });

  it('[D115] takes an address of the web for a link, and reads nothing else as one', () => {
    const doc = seeded();
    const facts = { title: 'Wasbeer', owner: anna, variant: ' Snel  maat ', version: 'v2' };
    making.addLink(doc, 'a', { ...facts, address: 'https://voorbeeld.nl/a' }, local);
    making.addLink(doc, 'b', { ...facts, address: 'javascript:alert(1)' }, local);
    making.changeLink(doc, 'a', { ...facts, address: 'file:///etc/passwd' }, local);
    expect(plainPrototype(doc).links).toMatchObject([
      { id: 'a', address: 'https://voorbeeld.nl/a', variant: 'Snel maat' },
    ]);
    doc.getMap<Y.Map<unknown>>('links').get('a')?.set('address', 'data:text/html,x');
    expect(plainPrototype(doc).links[0]?.address).toBe('');
    expect(variantsOf([])).toEqual(['']);
  });

  it('[D117] says of a link what the server saw at its address, and nothing of another address', () => {
    const doc = seeded();
    const facts = { title: '', owner: null, variant: '', version: '' };
    making.addLink(doc, 'a', { ...facts, address: 'https://voorbeeld.nl/a' }, local);
    expect(linksToLookAt(doc).map(({ id }) => id)).toEqual(['a']);
    const seen = { status: 'works', embeds: true, at: 5 } as const;
    making.setLinkCheck(doc, 'a', { ...seen, address: 'https://voorbeeld.nl/a', asked: 0 });
    expect(plainLinks(doc)[0]?.check).toEqual(seen);
    expect(linksToLookAt(doc)).toEqual([]);
    making.askLink(doc, 'a', 7, local);
    expect(plainLinks(doc)[0]?.check).toEqual(seen);
    expect(linksToLookAt(doc)).toHaveLength(1);
    making.changeLink(doc, 'a', { ...facts, address: 'https://voorbeeld.nl/b' }, local);
    expect(plainLinks(doc)[0]?.check).toBeNull();
  });

  it('[D117] keeps what the server saw when the board is put back', () => {
    const doc = seeded();
    const facts = { title: '', owner: null, variant: '', version: '' };
    making.addLink(doc, 'a', { ...facts, address: 'https://voorbeeld.nl/a' }, local);
    const kept = new Y.Doc();
    Y.applyUpdate(kept, Y.encodeStateAsUpdate(doc));
    const seen = { status: 'no-access', embeds: false, at: 5 } as const;
    making.setLinkCheck(doc, 'a', { ...seen, address: 'https://voorbeeld.nl/a', asked: 0 });
    boardReading(doc).restore(doc, kept, local);
    expect(plainLinks(doc)[0]?.check).toEqual(seen);
  });

  it('a fix of a scene that goes stays, and is of all scenes', () => {
    const doc = seeded();
    making.addScene(doc, 's1', 'Foto', local);
    making.addFix(doc, 'f1', { text: 'Bedrag klopt niet', sceneId: 's1' }, local);
    expect(plainPrototype(doc).fixes[0]?.sceneId).toBe('s1');
    making.removeRecord(doc, { root: 'scenes', id: 's1' }, local);
    expect(plainPrototype(doc).fixes).toMatchObject([{ id: 'f1', sceneId: null }]);
  });

  it('leaves a scene that two people move at once in one place', () => {
    const one = seeded();
    for (const id of ['a', 'b', 'c']) making.addScene(one, id, id, local);
    const other = seeded();
    sync(one, other);
    making.moveScene(one, 'c', 'a', local);
    making.moveScene(other, 'c', 'b', local);
    sync(one, other);
    const order = (doc: Y.Doc) => plainPrototype(doc).scenes.map(({ id }) => id);
    expect(order(one)).toEqual(order(other));
    expect([...order(one)].sort()).toEqual(['a', 'b', 'c']);
  });

  it.each([1, 2, 3, 4, 5])(
    '[D116] reads back as it was written, restored and made anew (%i)',
    (seed) => {
      const doc = written(seed);
      const then = plainPrototype(doc);
      const kept = new Y.Doc();
      Y.applyUpdate(kept, Y.encodeStateAsUpdate(doc));
      const chance = dice(seed + 100);
      const names = Object.keys(prototypeWrites);
      for (let step = 0; step < 40; step += 1) prototypeWrites[chance.of(names)]?.(doc, chance);
      boardReading(doc).restore(doc, kept, local);
      expect(plainPrototype(doc)).toEqual(then);
      const anew = new Y.Doc();
      Y.applyUpdate(anew, rebuilt('prototype', kept));
      expect(plainPrototype(anew)).toEqual(then);
    },
  );

  it('[D116] never throws on what somebody else stored, and reads it as nothing', () => {
    const doc = seeded();
    const bad = () =>
      new Y.Map<unknown>([
        ['role', 7],
        ['member', {}],
        ['state', 'klaar'],
        ['stateAt', Infinity],
        ['number', 'x'],
        ['title', 'woorden'],
        ['picture', ['p']],
      ]);
    for (const root of ['roles', 'scenes', 'links', 'things', 'items', 'fixes', 'questions']) {
      doc.getMap<Y.Map<unknown>>(root).set('bad', bad());
    }
    const plain = plainPrototype(doc);
    expect(plain.roles).toEqual([]);
    expect(plain.scenes[0]).toMatchObject({ state: 'todo', stateAt: 0, number: 0, title: '' });
  });
});
