import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import * as making from '#document/kinds/prototype/operations';
import { plainPrototype } from '#document/kinds/prototype/plain';
import { local } from '#document/origins';
import { seedUpdate } from '#document/schema';
import { ClientTable } from '#server/rooms/clients';
import { roomLimits } from '#server/rooms/limits';
import { RoomDocument, type Verdict } from '#server/rooms/room-document';
import { dice } from '#tests/convergence/support/seeded';
import { prototypeWrites } from '#tests/support/prototype-writes';

/** A prototype with Anna's scene, one of nobody, and Chris who stitches; and the browser of somebody. */
function made() {
  const first = new Y.Doc();
  Y.applyUpdate(first, seedUpdate('prototype'));
  making.addScene(first, 'hers', 'Foto', local);
  making.ownScene(first, 'hers', { memberId: 'anna', name: 'Anna' }, local);
  making.addScene(first, 'free', 'Rekening', local);
  making.assignRole(first, 'stitcher', { memberId: 'chris', name: 'Chris' }, local);
  const room = new RoomDocument([Y.encodeStateAsUpdate(first)], {
    ...{ kind: 'prototype', clients: new ClientTable([]), limits: roomLimits },
  });
  const browser = new Y.Doc();
  Y.applyUpdate(browser, Y.encodeStateAsUpdate(room.live));
  return {
    room,
    state: (id: string) => plainPrototype(room.live).scenes.find((one) => one.id === id)?.state,
    does(makerId: string, act: (doc: Y.Doc) => void): Verdict {
      const known = Y.encodeStateVector(browser);
      browser.transact(() => act(browser));
      const verdict = room.propose(Y.encodeStateAsUpdate(browser, known), 'browser', true, {
        makerId,
      });
      if (verdict.kind === 'taken') {
        room.commit(1, local);
        Y.applyUpdate(browser, verdict.update);
      }
      expect(plainPrototype(browser)).toEqual(plainPrototype(room.live));
      return verdict;
    },
  };
}
const told = (verdict: Verdict) => (verdict.kind === 'taken' ? verdict.breaches : verdict.kind);
const said = { state: 'done', at: 5 } as const;
const done = (id: string) => (doc: Y.Doc) => making.setSceneState(doc, id, said, local);

describe('how far a scene is', () => {
  it('[S165] is said by its owner and by who stitches', () => {
    for (const who of ['anna', 'chris']) {
      const at = made();
      expect(told(at.does(who, done('hers')))).toEqual([]);
      expect(at.state('hers')).toBe('done');
    }
  });

  it('[S165] is put back when anybody else says it, and told to them alone', () => {
    const at = made();
    const breach = [{ rule: 'not-the-maker', noteIds: ['hers'], groupIds: [] }];
    expect(told(at.does('bram', done('hers')))).toEqual(breach);
    expect(at.state('hers')).toBe('todo');
    expect(told(at.does('anna', done('free')))).toMatchObject([{ rule: 'not-the-maker' }]);
    expect(at.state('free')).toBe('todo');
  });

  it('[S165] the rest of that update stays, and so does what the owner said before', () => {
    const at = made();
    at.does('anna', done('hers'));
    const verdict = at.does('bram', (doc) => {
      making.setSceneState(doc, 'hers', { state: 'busy', at: 9 }, local);
      making.addFix(doc, 'f', { text: 'Bedrag', sceneId: 'hers' }, local);
    });
    expect(told(verdict)).toHaveLength(1);
    const { scenes, fixes } = plainPrototype(at.room.live);
    expect(scenes.find(({ id }) => id === 'hers')).toMatchObject({ state: 'done', stateAt: 5 });
    expect(fixes).toHaveLength(1);
  });

  it('[S165] a scene that nobody has is taken on and begun in one go', () => {
    const at = made();
    const verdict = at.does('bram', (doc) => {
      making.ownScene(doc, 'free', { memberId: 'bram', name: 'Bram' }, local);
      making.setSceneState(doc, 'free', { state: 'busy', at: 1 }, local);
    });
    expect(told(verdict)).toEqual([]);
    expect(at.state('free')).toBe('busy');
  });

  it('[S165] a new scene comes in as not begun, and one that is put back as it was', () => {
    const at = made();
    at.does('bram', (doc) => {
      making.addScene(doc, 'new', 'Bel mij', local);
      making.setSceneState(doc, 'new', said, local);
    });
    expect(at.state('new')).toBe('todo');
    at.does('anna', done('hers'));
    const before = new Y.Doc();
    Y.applyUpdate(before, Y.encodeStateAsUpdate(at.room.live));
    at.does('bram', (doc) => making.removeRecord(doc, { root: 'scenes', id: 'hers' }, local));
    const verdict = at.does('bram', (doc) => {
      making.addScene(doc, 'hers', 'Foto', local);
      making.setSceneState(doc, 'hers', said, local);
    });
    expect(told(verdict)).toEqual([]);
    expect(at.state('hers')).toBe('done');
  });

  it('[S165] holds whatever somebody does who owns and stitches nothing', () => {
    const names = Object.keys(prototypeWrites).filter(
      (name) => !['ownScene', 'assignRole'].includes(name),
    );
    for (let seed = 1; seed <= 20; seed += 1) {
      const at = made();
      const chance = dice(seed);
      for (let step = 0; step < 30; step += 1) {
        at.does('dina', (doc) => prototypeWrites[chance.of(names)]?.(doc, chance));
      }
      const { scenes } = plainPrototype(at.room.live);
      expect(
        scenes.filter(({ state }) => state !== 'todo'),
        `seed ${seed}`,
      ).toEqual([]);
    }
  });
});
