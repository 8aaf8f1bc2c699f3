/** The browser's side of a room against the real server: what it calls saved, and what it never loses. */
import * as Y from 'yjs';
import { afterEach, describe, expect, it } from 'vitest';
import { addPileNote, setPileNoteText } from '#document/boards/pile';
import { addNote, makeGroup, labelGroup, setLocked, setNoteText } from '#document/boards/wall';
import { local, server as serverOrigin } from '#document/origins';
import { plainPile, plainWall } from '#document/plain';
import { takeFromPile } from '#document/boards/pile';
import { closeCodes } from '#protocol/close-codes';
import type { Breach } from '#protocol/rooms';
import { dirtyRooms } from '../../src/lib/room/unsaved/dirty-records';
import { pageStorage } from '../../src/lib/room/unsaved/kept-storage';
import { keepAsLate, watchPile } from '../../src/lib/room/unsaved/pile-rescue';
import { RoomLine, type RoomOptions } from '$lib/room/room-line';
import { sendUnsent, serverTexts } from '../../src/lib/room/unsaved/unsent';
import { deafLine } from '#tests/support/deaf-line';
import { socketWith, until } from '#tests/rooms/support/clients';
import { followedSocket } from '#tests/rooms/support/followed-socket';
import {
  startRoomsServer,
  type RoomsServer,
  type Visitor,
} from '#tests/rooms/support/rooms-server';

const toEnd: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const end of toEnd.splice(0).reverse()) await end();
});

async function start(): Promise<RoomsServer> {
  const server = await startRoomsServer({ isEmpty: true });
  toEnd.push(() => server.close());
  return server;
}

function browserOf(
  server: RoomsServer,
  visitor: Visitor,
  more: Partial<RoomOptions> = {},
): RoomLine {
  const line = new RoomLine({
    room: server.boardName,
    memberId: visitor.memberId,
    wsBase: server.wsUrl,
    socketClass: socketWith(visitor.cookie, server.origin),
    storage: pageStorage(),
    ...more,
  });
  toEnd.push(() => line.destroy());
  return line;
}

const isLive = (line: RoomLine) =>
  until(
    () => `live, not ${line.status.kind}`,
    () => line.status.kind === 'live',
  );
const isSaved = (line: RoomLine) =>
  until(
    () => `saved, not ${line.saved}`,
    () => line.saved === 'saved',
  );
const write = (line: RoomLine, id: string, text: string): void =>
  addNote(line.doc, { id, text, at: [0, 0], color: 'yellow' }, local);
const textsOf = (line: RoomLine): string[] =>
  plainWall(line.doc)
    .notes.map((note) => note.text)
    .sort();

describe('saved', () => {
  it('[L1] is said after the server has committed, and then another browser has it', async () => {
    const server = await start();
    const storage = pageStorage();
    const anna = await server.enter('Anna');
    const a = browserOf(server, anna, { storage });
    const b = browserOf(server, await server.enter('Bram'));
    await Promise.all([isLive(a), isLive(b)]);
    await isSaved(a);
    write(a, 'n', 'hoi');
    expect(a.saved).toBe('busy');
    expect(dirtyRooms(storage, anna.memberId)).toEqual([server.boardName]);
    await isSaved(a);
    const stored = await server.rooms.read(server.board.id, (doc) =>
      plainWall(doc).notes.map((note) => note.text),
    );
    expect(stored).toEqual(['hoi']);
    expect(dirtyRooms(storage, anna.memberId)).toEqual([]);
    await until('b has it', () => textsOf(b).length === 1);
    expect(b.saved).toBe('saved');
  });

  it('[L2] work done while the server was gone is saved when it is back, once', async () => {
    const server = await start();
    const a = browserOf(server, await server.enter('Anna'));
    await isLive(a);
    write(a, 'one', 'voor');
    await isSaved(a);
    write(a, 'two', 'onderweg');
    await server.crash();
    await until('offline', () => a.status.kind === 'offline');
    expect(a.saved).toBe('offline-not-kept');
    write(a, 'three', 'zonder verbinding');
    await isSaved(a);
    const b = browserOf(server, await server.enter('Bram'));
    await isLive(b);
    expect(textsOf(b)).toEqual(['onderweg', 'voor', 'zonder verbinding']);
  });

  it('[L9] work that a closed board does not take stays unsaved, and is sent when the board opens again', async () => {
    const server = await start();
    const anna = await server.enter('Anna');
    const bram = await server.enter('Bram');
    const lines = [anna, bram].map(({ cookie }) => followedSocket(cookie, server.origin));
    const a = browserOf(server, anna, { socketClass: lines[0]?.socketClass });
    const b = browserOf(server, bram, { socketClass: lines[1]?.socketClass });
    await Promise.all([isLive(a), isLive(b)]);
    await server.setPhase('voting');
    write(a, 'n', 'net te laat');
    a.readOnly = true;
    write(b, 'm', 'ook');
    for (const line of lines) await line.heardOut();
    expect(a.saved).toBe('busy');
    expect([...(await serverTexts({ ...a.options, storage: undefined })).keys()]).toEqual([]);
    await server.setPhase('grouping');
    a.readOnly = false;
    await isSaved(a);
    await isSaved(b);
    await until('both have both', () => textsOf(a).length === 2 && textsOf(b).length === 2);
  });
});

describe('the line', () => {
  it('[L10] is ended by a 44xx and says which', async () => {
    const server = await start();
    const anna = await server.enter('Anna');
    const a = browserOf(server, anna);
    await isLive(a);
    await server.sessions.endSession(anna.sessionId);
    await until('refused', () => a.status.kind === 'refused');
    expect(a.status).toEqual({ kind: 'refused', code: closeCodes.notSignedIn });
    const other = browserOf(server, await server.enter('Bram'), {
      room: `${server.sprintId}/${server.boardId}/older`,
    });
    await until('refused', () => other.status.kind === 'refused');
    expect(other.status).toEqual({ kind: 'refused', code: closeCodes.otherLineage });
  });

  it('[L11] two tabs of one member type in one note without losing or doubling a letter', async () => {
    const server = await start();
    const anna = await server.enter('Anna');
    const storage = pageStorage();
    const one = browserOf(server, anna, { storage });
    const two = browserOf(server, anna, { storage });
    await Promise.all([isLive(one), isLive(two)]);
    write(one, 'n', 'begin');
    await until('two has it', () => textsOf(two).length === 1);
    setNoteText(one.doc, 'n', 'AA begin', local);
    setNoteText(two.doc, 'n', 'begin ZZ', local);
    await Promise.all([isSaved(one), isSaved(two)]);
    await until(
      'both the same',
      () => textsOf(one)[0] === 'AA begin ZZ' && textsOf(two)[0] === 'AA begin ZZ',
    );
    expect(dirtyRooms(storage, anna.memberId)).toEqual([]);
  });
});

it('[L8] a reveal that overtakes a letter leaves it in the pile as a late note', async () => {
  const server = await start();
  const anna = await server.enter('Anna');
  const room = await server.privateRoomOf(anna);
  const { socketClass, heardOut } = followedSocket(anna.cookie, server.origin);
  const line = browserOf(server, anna, { room: room.name, socketClass });
  const watch = watchPile(line, { wallTexts: async () => new Set(['Hoe']), settleMs: 400 });
  toEnd.push(() => watch.end());
  await isLive(line);
  addPileNote(line.doc, { id: 'n', wall: 'w', text: 'Hoe', color: 'pink', createdAt: 1 }, local);
  await isSaved(line);
  // The reveal takes the note while the last letters are on their way to the held room.
  await server.rooms.change([room.id], async ({ doc }) => {
    setNoteText(line.doc, 'n', 'Hoe dan', local);
    await heardOut();
    takeFromPile(doc(room.id), 'w', undefined, serverOrigin);
  });
  const stored = () =>
    server.rooms.read(room.id, (doc) =>
      plainPile(doc)
        .map(({ id, text }) => `${id}: ${text}`)
        .join(),
    );
  await until('taken', async () => (await stored()) === '');
  expect(line.saved).toBe('busy');
  await until('late', async () => (await stored()) === 'n: Hoe dan');
  await isSaved(line);
  expect(plainPile(line.doc).map((note) => note.text)).toEqual(['Hoe dan']);
  expect(line.dirtyTexts()).toEqual([]);
});

it('[L20] a breach is told with its rule and notes, is put right by then, and the rest is saved', async () => {
  const server = await start();
  await server.rooms.change([server.board.id], async ({ doc }) => {
    const board = doc(server.board.id);
    addNote(board, { id: 'vast', text: 'blijft', at: [0, 0], color: 'yellow' }, serverOrigin);
    setLocked(board, { noteIds: ['vast'] }, true, serverOrigin);
  });
  const line = browserOf(server, await server.enter('Bram'));
  await isLive(line);
  const told: [Breach, string | undefined][] = [];
  const textNow = () => plainWall(line.doc).notes.find(({ id }) => id === 'vast')?.text;
  line.onBreach((breach) => told.push([breach, textNow()]));
  setNoteText(line.doc, 'vast', 'van mij', local);
  write(line, 'los', 'mag wel');
  await until('the breach is told', () => told.length > 0);
  await isSaved(line);
  expect(told).toEqual([[{ rule: 'locked', noteIds: ['vast'], groupIds: [] }, 'blijft']]);
  expect(plainWall(line.doc).notes.map(({ text }) => text)).toEqual(['blijft', 'mag wel']);
});

describe('a board or pile that has begun anew', () => {
  /** Work of Anna's that the server never got, in a room that goes on in another one since. */
  async function workOfBefore(kind: 'board' | 'pile', write: (line: RoomLine) => void) {
    const server = await start();
    const anna = await server.enter('Anna');
    const pile = await server.privateRoomOf(anna);
    const old = kind === 'board' ? { ...server.board, name: server.boardName } : pile;
    const storage = pageStorage();
    const line = browserOf(server, anna, { room: old.name, storage });
    await isLive(line);
    if (kind === 'pile') {
      const note = { id: 'n', wall: 'w', text: 'Hoe', color: 'pink', createdAt: 1 } as const;
      addPileNote(line.doc, note, local);
    }
    await isSaved(line);
    await server.crash();
    await until('offline', () => line.status.kind === 'offline');
    write(line);
    await line.destroy();
    const seed = await server.rooms.read(old.id, (doc) => Y.encodeStateAsUpdate(doc));
    const room = await server.renew(old, seed);
    const home = browserOf(server, anna, { room: kind === 'pile' ? room.name : pile.name });
    await isLive(home);
    /** On entering the sprint. @returns rooms in which work still waits. */
    const enter = (onWall: readonly string[] = [], keeps = true): Promise<string[]> =>
      sendUnsent({
        ...{ sprintId: server.sprintId, memberId: anna.memberId, wsBase: server.wsUrl, storage },
        socketClass: socketWith(anna.cookie, server.origin),
        open: [],
        keepLate(records) {
          if (!keeps) throw new Error('no pile to keep late notes in');
          keepAsLate(home.doc, records, 1);
        },
        successorOf: () => room.name,
        wallTexts: async () => new Set(onWall),
      });
    return { server, home, enter, storage, anna, old, room };
  }
  const pileOf = (line: RoomLine) =>
    plainPile(line.doc)
      .map(({ text }) => text)
      .sort();

  it('[L34] gives back the texts that were never sent as late notes, a label too, and the server takes them', async () => {
    const { server, home, enter, storage, anna, room } = await workOfBefore('board', (line) => {
      write(line, 'm', 'nooit verstuurd');
      makeGroup(line.doc, { id: 'g', at: [0, 0], label: '', noteIds: ['m'] }, local);
      labelGroup(line.doc, 'g', 'Wachten', local);
    });
    expect(await enter()).toEqual([]);
    expect(pileOf(home)).toEqual(['Wachten', 'nooit verstuurd']);
    expect(plainPile(home.doc).every(({ wall }) => wall === server.boardId)).toBe(true);
    expect(dirtyRooms(storage, anna.memberId)).toEqual([]);
    await isSaved(home);
    expect(home.status.kind).toBe('live');
    expect(await server.rooms.read(room.id, plainWall)).toMatchObject({ notes: [] });
  });

  it('[L34] of a pile keeps what is not there and not on its wall, beside what came along', async () => {
    const { home, enter } = await workOfBefore('pile', (line) => {
      setPileNoteText(line.doc, 'n', 'Hoe dan ook', local);
      for (const [id, text] of [
        ['p', 'hangt er al '],
        ['q', 'nieuw'],
      ] as const)
        addPileNote(line.doc, { id, wall: 'w', text, color: 'pink', createdAt: 1 }, local);
    });
    expect(await enter(['hangt er al'])).toEqual([]);
    expect(pileOf(home)).toEqual(['Hoe', 'Hoe dan ook', 'nieuw']);
    await isSaved(home);
    expect(home.status.kind).toBe('live');
  });

  it('[L34] who has no pile to keep them in loses nothing: the work waits', async () => {
    const { enter, home, old } = await workOfBefore('board', (line) => write(line, 'm', 'wacht'));
    expect(await enter([], false)).toEqual([old.name]);
    expect(await enter()).toEqual([]);
    expect(pileOf(home)).toEqual(['wacht']);
  });
});

it('[L16] a connection that is accepted and never answered is given up, and the line comes back', async () => {
  const server = await start();
  const between = await deafLine(Number(new URL(server.wsUrl).port));
  toEnd.push(() => between.close());
  const anna = await server.enter('Anna');
  const line = browserOf(server, anna, {
    socketClass: socketWith(anna.cookie, `http://127.0.0.1:${between.port}`),
    wsBase: `ws://127.0.0.1:${between.port}`,
  });
  await isLive(line);
  between.goDeaf();
  await until(
    () => `a second attempt, not ${between.unanswered}`,
    () => between.unanswered >= 2,
    30_000,
  );
  between.hear();
  await isLive(line);
}, 60_000);
