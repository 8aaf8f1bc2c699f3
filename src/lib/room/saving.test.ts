import * as encoding from 'lib0/encoding';
import * as syncProtocol from 'y-protocols/sync';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { dirtyRecords, dirtyRooms, eraseDirtyRecords } from '$lib/room/unsaved/dirty-records';
import { countingSocket, documentFrameOf } from '$lib/room/frames';
import { pageStorage } from '$lib/room/unsaved/kept-storage';
import { Ledger } from '$lib/room/unsaved/ledger';
import { watchOwnWork, type OwnWork } from '$lib/room/unsaved/own-work';
import { addNote, makeGroup, moveNotes, removeNotes, setNoteText } from '#document/boards/wall';
import { local } from '#document/origins';

const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    write(encoder);
  });

describe('what is counted', () => {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'x');

  it('[L1] a step 2 and an update are document frames; a step 1 and awareness are not', () => {
    expect(documentFrameOf(frame((e) => syncProtocol.writeSyncStep1(e, doc)))).toBeUndefined();
    expect(documentFrameOf(frame((e) => syncProtocol.writeSyncStep2(e, doc)))).toBe('step-2');
    const update = frame((e) => syncProtocol.writeUpdate(e, Y.encodeStateAsUpdate(doc)));
    expect(documentFrameOf(update)).toBe('update');
    expect(documentFrameOf(update.slice().buffer)).toBe('update');
    expect(documentFrameOf(new Uint8Array([1, 2, 3]))).toBeUndefined();
    expect(documentFrameOf('0')).toBeUndefined();
  });

  it('[L1] a socket tells of a frame once it was given to the network', () => {
    const order: string[] = [];
    class Base {
      send(): void {
        order.push('sent');
      }
    }
    const Counting = countingSocket(Base as unknown as typeof WebSocket, (kind) =>
      order.push(kind),
    );
    const socket = new Counting('ws://nowhere');
    socket.send(new Uint8Array([0, 2, 0]));
    socket.send(new Uint8Array([1, 0]));
    expect(order).toEqual(['sent', 'update', 'sent']);
  });
});

describe('the account of what is committed', () => {
  it('[L1] holds work until the frame that carries it is acknowledged', () => {
    const ledger = new Ledger();
    ledger.opened();
    ledger.sent('step-2');
    ledger.sent('update');
    ledger.worked(['n'], { inFrame: true, now: 0 });
    expect(ledger.acknowledged(1)).toEqual([]);
    expect(ledger.clean).toBe(false);
    expect(ledger.acknowledged(2)).toEqual(['n']);
    expect(ledger.clean).toBe(true);
  });

  it('[L2] work without a connection waits for the step 2 of the next one', () => {
    const ledger = new Ledger();
    ledger.worked(['offline'], { inFrame: false, now: 0 });
    ledger.opened();
    ledger.sent('update');
    ledger.worked(['early'], { inFrame: true, now: 1 });
    expect(ledger.acknowledged(1)).toEqual(['early']);
    ledger.sent('step-2');
    expect(ledger.acknowledged(2)).toEqual(['offline']);
  });

  it('[L2] a break takes back what was sent and not acknowledged', () => {
    const ledger = new Ledger();
    ledger.opened();
    ledger.sent('step-2');
    ledger.sent('update');
    ledger.worked(['n'], { inFrame: true, now: 0 });
    ledger.closed();
    ledger.opened();
    expect(ledger.acknowledged(2)).toEqual([]);
    ledger.sent('step-2');
    expect(ledger.acknowledged(1)).toEqual(['n']);
  });

  it('[L3] an acknowledgement does not cover what was typed meanwhile', () => {
    const ledger = new Ledger();
    ledger.opened();
    ledger.sent('update');
    ledger.worked(['n'], { inFrame: true, now: 0 });
    ledger.sent('update');
    ledger.worked(['n'], { inFrame: true, now: 5 });
    expect(ledger.acknowledged(1)).toEqual([]);
    expect(ledger.acknowledged(2)).toEqual(['n']);
  });

  it('[L4] tells only of what has waited for longer than asked, counted from its first unsaved letter', () => {
    const ledger = new Ledger();
    ledger.worked(['slow'], { inFrame: false, now: 0 });
    ledger.worked(['slow', 'new'], { inFrame: false, now: 1_500 });
    expect(ledger.olderThan(2_000, 2_000)).toEqual([]);
    expect(ledger.olderThan(2_000, 2_001)).toEqual(['slow']);
  });
});

describe('records beyond the tab', () => {
  const text = (words: string) => ({ text: words, color: 'pink', wall: 'w' });
  const of = (storage: Storage, tab: string, room = 's/b/l') =>
    dirtyRecords(storage, { memberId: 'm', room, tab });

  it('[L5] are found by the next visit, which clears them once they are committed', () => {
    const storage = pageStorage();
    of(storage, 'one').put('n', text('half een woord'));
    const next = of(storage, 'two');
    expect(next.all()).toEqual([{ ...text('half een woord'), noteId: 'n' }]);
    expect(dirtyRooms(storage, 'm')).toEqual(['s/b/l']);
    next.clear(['n']);
    expect(next.all()).toEqual([]);
    expect(dirtyRooms(storage, 'm')).toEqual([]);
  });

  it('[L5] of a tab that lives on are left to that tab', () => {
    const storage = pageStorage();
    const one = of(storage, 'one');
    one.put('n', text('eerst'));
    const two = of(storage, 'two');
    one.put('n', text('later'));
    two.put('n', text('ook'));
    two.clear(['n']);
    expect(of(storage, 'three').all()).toEqual([{ ...text('later'), noteId: 'n' }]);
    one.clear(['n']);
    expect(storage).toHaveLength(0);
  });

  it('[L5] are kept apart by member and room, whatever characters an id has', () => {
    const storage = pageStorage();
    of(storage, 'one', 's/a/l').put('x/y', text('a'));
    dirtyRecords(storage, { memberId: 'other', room: 's/a/l', tab: 'one' }).put('x/y', text('b'));
    expect(of(storage, 'two', 's/a/l').all()).toEqual([{ ...text('a'), noteId: 'x/y' }]);
    expect(of(storage, 'two', 's/b/l').all()).toEqual([]);
  });

  it('[L7] are erased for one member, or for all', () => {
    const storage = pageStorage();
    of(storage, 'one').put('n', text('a'));
    dirtyRecords(storage, { memberId: 'other', room: 'r', tab: 't' }).put('n', text('b'));
    storage.setItem('something else', 'stays');
    eraseDirtyRecords(storage, 'm');
    expect(dirtyRooms(storage, 'm')).toEqual([]);
    expect(dirtyRooms(storage, 'other')).toEqual(['r']);
    eraseDirtyRecords(storage);
    expect(storage).toHaveLength(1);
  });

  it('[L5] survive nonsense in the storage', () => {
    const storage = pageStorage();
    storage.setItem('sprintkamer/dirty/m/s%2Fb%2Fl/n/t', 'not json');
    expect(of(storage, 'one').all()).toEqual([]);
  });
});

it('[L5] own work is told by note, what others do is not', () => {
  const doc = new Y.Doc();
  const told: OwnWork[] = [];
  watchOwnWork(doc, (work) => told.push(work));
  addNote(doc, { id: 'a', text: 'x', at: [0, 0], color: 'pink' }, local);
  setNoteText(doc, 'a', 'xy', local);
  moveNotes(doc, [{ id: 'a', at: [5, 5] }], local);
  makeGroup(doc, { id: 'g', at: [0, 0] }, local);
  removeNotes(doc, ['a'], local);
  const other = new Y.Doc();
  addNote(other, { id: 'theirs', text: 'x', at: [0, 0], color: 'pink' }, local);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  const plain = told.map(({ written, changed, removed, beside }) => [
    [...written],
    [...changed],
    [...removed],
    beside,
  ]);
  expect(plain).toEqual([
    [['a'], [], [], false],
    [['a'], [], [], false],
    [[], ['a'], [], false],
    [[], [], [], true],
    [[], [], ['a'], false],
  ]);
});
