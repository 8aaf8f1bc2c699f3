import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import * as wall from '#document/boards/wall';
import { local, server } from '#document/origins';
import { OwnUndo } from '#document/own-undo';
import { plainWall } from '#document/plain';
import { seedUpdate } from '#document/schema';
import { WallIndex } from '#document/wall-index';
import { pageStorage } from './kept-storage';
import { LostWords, type LostText } from './lost-words';
import { watchOwnWork } from './own-work';
import { lostWordsBack } from './rescue';
import { UnsentWork } from './unsent-work';
import type { WallRoom } from '$lib/room/wall/wall-room';

/** The server's wall, Anna who takes away with an undo of her own, and Bram's browser; they meet when told to. */
function meeting(storage = pageStorage()) {
  const [stored, anna] = [new Y.Doc(), new Y.Doc()];
  for (const doc of [stored, anna]) Y.applyUpdate(doc, seedUpdate('wall'));
  const undo = new OwnUndo(anna);
  const give = (from: Y.Doc, to: Y.Doc): void =>
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), server);
  return { stored, anna, undo, give, ...browser(stored, storage) };
}

function browser(stored: Y.Doc, storage: Storage) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(stored));
  const work = new UnsentWork(doc, { storage, memberId: 'bram', room: 's/b/l' });
  let frames = 0;
  work.opened();
  watchOwnWork(doc, (done) => work.worked(done));
  const clock = { now: 0 };
  const line = {
    caughtUp: true,
    readOnly: false,
    onChange: () => () => undefined,
    dirtyTexts: () => work.dirtyTexts(),
    keepText: work.keepText.bind(work),
    forget: work.forget.bind(work),
  };
  const room = { doc, line, step: (act: () => unknown) => act() } as unknown as WallRoom;
  const told: { list: readonly LostText[] } = { list: [] };
  const index = new WallIndex(doc);
  const lost = new LostWords(room, {
    noteBefore: (id) => index.notes.get(id),
    groupBefore: (id) => index.groups.get(id),
    onChange: (list) => (told.list = list),
    now: () => clock.now,
  });
  doc.on('afterTransaction', () => void index.refresh());
  return {
    ...{ doc, lost, told, clock, work, line },
    /** Everything written here is on the server, and Bram knows it. */
    commit: () => {
      Y.applyUpdate(stored, Y.encodeStateAsUpdate(doc));
      work.sent('step-2');
      work.acknowledged((frames += 1));
    },
  };
}

let at: ReturnType<typeof meeting>;
beforeEach(() => {
  at = meeting();
  wall.addNote(at.stored, { id: 'n', text: 'Wij wachten', at: [40, 80], color: 'pink' }, server);
  at.give(at.stored, at.anna);
  at.give(at.stored, at.doc);
});

const takeAway = (): void => {
  wall.removeNotes(at.anna, ['n'], local);
  at.give(at.anna, at.stored);
};
const texts = (doc: Y.Doc): string[] => plainWall(doc).notes.map(({ text }) => text);
const offered = (): string[] => at.told.list.map(({ text }) => text);

describe('words whose note was taken away', () => {
  it('[L14] written without a connection, they are offered on return and are not called saved', () => {
    wall.setNoteText(at.doc, 'n', 'Wij wachten op de monteur', local);
    at.clock.now = 600_000;
    takeAway();
    at.give(at.stored, at.doc);
    at.commit();
    expect(offered()).toEqual(['Wij wachten op de monteur']);
    expect(at.work.clean).toBe(false);
    at.lost.drop('n');
    expect(offered()).toEqual([]);
    expect(at.work.clean).toBe(true);
  });

  it('[L14] they are put back where they lay, as the note that it was', () => {
    wall.setNoteText(at.doc, 'n', 'Wij wachten op de monteur', local);
    takeAway();
    at.give(at.stored, at.doc);
    at.lost.putBack('n');
    expect(plainWall(at.doc).notes).toMatchObject([
      { id: 'n', text: 'Wij wachten op de monteur', color: 'pink', place: { x: 40, y: 80 } },
    ]);
    at.commit();
    expect(offered()).toEqual([]);
    expect(at.work.clean).toBe(true);
    expect(texts(at.stored)).toEqual(['Wij wachten op de monteur']);
  });

  it('[L14] written just before and saved, they are offered too; written long ago they are not', () => {
    wall.setNoteText(at.doc, 'n', 'Wij wachten nog', local);
    at.commit();
    at.clock.now = 9_000;
    takeAway();
    at.give(at.stored, at.doc);
    expect(offered()).toEqual(['Wij wachten nog']);

    at = meeting();
    wall.addNote(at.doc, { id: 'n', text: 'Lang geleden', at: [0, 0], color: 'pink' }, local);
    at.commit();
    at.give(at.stored, at.anna);
    at.clock.now = 11_000;
    takeAway();
    at.give(at.stored, at.doc);
    expect(offered()).toEqual([]);
    expect(at.work.clean).toBe(true);
  });

  it('[L14] while the caret is in it nothing is offered; at the end all that was typed is', () => {
    at.lost.begin('n');
    wall.setNoteText(at.doc, 'n', 'Wij wachten op', local);
    at.commit();
    at.clock.now = 60_000;
    takeAway();
    at.give(at.stored, at.doc);
    expect(offered()).toEqual([]);
    at.lost.adrift('n', 'Wij wachten op de monteur');
    at.lost.end('n');
    expect(offered()).toEqual(['Wij wachten op de monteur']);
  });

  it('[L14] who only looked with the caret in it, or took it away here, is offered nothing', () => {
    at.lost.begin('n');
    takeAway();
    at.give(at.stored, at.doc);
    at.lost.end('n');
    expect(offered()).toEqual([]);
    wall.addNote(at.doc, { id: 'own', text: 'Van mij', at: [0, 0], color: 'pink' }, local);
    wall.removeNotes(at.doc, ['own'], local);
    expect(offered()).toEqual([]);
  });

  it('[L14] a label is offered as a note is, when its group is taken apart', () => {
    wall.makeGroup(at.stored, { id: 'g', at: [5, 5], label: 'Wa', noteIds: ['n'] }, server);
    at.give(at.stored, at.anna);
    at.give(at.stored, at.doc);
    wall.labelGroup(at.doc, 'g', 'Wachten', local);
    wall.ungroup(at.anna, 'g', local);
    at.give(at.anna, at.stored);
    at.give(at.stored, at.doc);
    at.commit();
    expect(at.told.list).toMatchObject([{ isLabel: true, text: 'Wachten', hasPlace: true }]);
    const [{ key = '' } = {}] = at.told.list;
    at.lost.putBack(key);
    at.commit();
    expect(plainWall(at.stored).groups.map(({ label }) => label)).toEqual(['Wachten']);
    expect(offered()).toEqual([]);
  });

  it('[L14] a moment that is put back tells everybody whose words it does not have', () => {
    wall.addNote(at.doc, { id: 'new', text: 'Net geschreven', at: [0, 0], color: 'pink' }, local);
    const moment = plainWall(at.stored);
    at.commit();
    wall.restoreWall(at.stored, moment, server);
    at.give(at.stored, at.doc);
    expect(offered()).toEqual(['Net geschreven']);
  });

  it('[L14] they outlive the tab', () => {
    const storage = pageStorage();
    at = meeting(storage);
    wall.addNote(at.doc, { id: 'n', text: 'Bewaard', at: [0, 0], color: 'pink' }, local);
    at.commit();
    at.give(at.stored, at.anna);
    takeAway();
    at.give(at.stored, at.doc);
    const { told } = browser(at.stored, storage);
    expect(told.list).toMatchObject([{ text: 'Bewaard', color: 'pink', hasPlace: false }]);
  });
});

describe('when the note comes back', () => {
  it('[L15] with the words in it, nothing is offered any more', () => {
    wall.setNoteText(at.doc, 'n', 'Wij wachten op de monteur', local);
    wall.removeNotes(at.anna, ['n'], local);
    at.give(at.doc, at.anna);
    at.give(at.anna, at.stored);
    at.give(at.stored, at.doc);
    expect(offered()).toHaveLength(1);
    at.undo.undo();
    at.give(at.anna, at.doc);
    expect(offered()).toEqual([]);
    expect(texts(at.doc)).toEqual(['Wij wachten op de monteur']);
  });

  it('[L15] without them, they go in again by themselves, and are not doubled', async () => {
    wall.setNoteText(at.doc, 'n', 'Wij wachten op de monteur', local);
    takeAway();
    at.give(at.stored, at.doc);
    at.undo.undo();
    at.give(at.anna, at.stored);
    at.give(at.stored, at.doc);
    await Promise.resolve();
    at.commit();
    expect(texts(at.stored)).toEqual(['Wij wachten op de monteur']);
    expect(offered()).toEqual([]);
    expect(at.work.clean).toBe(true);
  });

  it('[L15] changed by another meanwhile, they stay offered beside it', () => {
    wall.setNoteText(at.doc, 'n', 'Wij wachten op de monteur', local);
    takeAway();
    at.give(at.stored, at.doc);
    at.undo.undo();
    wall.setNoteText(at.anna, 'n', 'Zij komen', local);
    at.give(at.anna, at.stored);
    at.give(at.stored, at.doc);
    expect(at.told.list).toMatchObject([{ text: 'Wij wachten op de monteur', hasPlace: false }]);
    expect(texts(at.doc)).toEqual(['Zij komen']);
  });

  it('[L15] words that only add go in; that would take away stay offered', () => {
    expect(lostWordsBack('een twee', 'een')).toBe('add');
    expect(lostWordsBack('een', 'een twee')).toBe('there');
    expect(lostWordsBack('een', 'een')).toBe('there');
    expect(lostWordsBack('een twee', 'drie')).toBe('offer');
    expect(lostWordsBack('  ', '')).toBe('there');
  });
});
