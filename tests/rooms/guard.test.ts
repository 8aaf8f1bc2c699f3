/** Locks and authors on real sockets: what a browser that obeys nothing can do to what is held. */
import { eq } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import * as wall from '#document/boards/wall';
import { local } from '#document/origins';
import { plainWall, type PlainNote, type PlainWall } from '#document/plain';
import { roots } from '#document/schema';
import { boards, members, steps } from '#server/db/tables';
import { createRoomLog } from '#server/store/room-log';
import { until, type BareClient } from '#tests/rooms/support/clients';
import type { RoomsServer, Visitor } from '#tests/rooms/support/rooms-server';
import { bare, caughtUp, roomsServer, stock } from '#tests/rooms/support/tidy';

type Act = (doc: Y.Doc) => void;

const add =
  (id: string, more: Partial<wall.NewNote> = {}): Act =>
  (doc) =>
    wall.addNote(doc, { id, text: `tekst ${id}`, at: [0, 0], color: 'yellow', ...more }, local);
const noteOf = (plain: PlainWall, id: string): PlainNote | undefined =>
  plain.notes.find((note) => note.id === id);

/** A wall with a locked and a free note; Fien facilitates, Bram takes part. */
async function scene() {
  const server = await roomsServer({ isEmpty: true });
  const fien = await server.enter('Fien', 'facilitator');
  const bram = await server.enter('Bram');
  await server.rooms.change([server.board.id], async ({ doc }) => {
    const board = doc(server.board.id);
    for (const id of ['locked', 'free']) add(id)(board);
    wall.setLocked(board, { noteIds: ['locked'] }, true, local);
  });
  const live = (): Promise<PlainWall> => server.rooms.read(server.board.id, plainWall);
  return {
    server,
    fien,
    bram,
    live,
    hers: await caughtUp(server, fien),
    his: await caughtUp(server, bram),
  };
}

/** Does it in the browser and sends it, whatever the screen would have said. */
async function sends(client: BareClient, act: Act): Promise<void> {
  takeIn(client);
  client.sync(2, client.change(act));
  const frames = client.frames;
  await until('it is acknowledged', () =>
    client.heard.some((one) => one.kind === 'ack' && one.frames >= frames),
  );
}

function takeIn(client: BareClient): PlainWall {
  for (const said of client.heard)
    if (said.kind === 'update') Y.applyUpdate(client.doc, said.update);
  return plainWall(client.doc);
}

const breaches = (client: BareClient) =>
  client.heard.flatMap((said) => (said.kind === 'breach' ? [said.breach] : []));

async function stored(server: RoomsServer): Promise<PlainWall> {
  const doc = new Y.Doc();
  const { updates } = await createRoomLog(server.db).load(server.board.id);
  for (const { update } of updates) Y.applyUpdate(doc, update);
  return plainWall(doc);
}

describe('a locked note', () => {
  const acts: Record<string, Act> = {
    moved: (doc) => wall.moveNotes(doc, [{ id: 'locked', at: [9, 9] }], local),
    edited: (doc) => wall.setNoteText(doc, 'locked', 'van mij', local),
    recoloured: (doc) => wall.colorNotes(doc, ['locked'], 'pink', local),
    unlocked: (doc) => wall.setLocked(doc, { noteIds: ['locked'] }, false, local),
    removed: (doc) => wall.removeNotes(doc, ['locked'], local),
    grouped: (doc) => wall.makeGroup(doc, { id: 'g', at: [0, 300], noteIds: ['locked'] }, local),
    stacked: (doc) => wall.stackOn(doc, ['locked'], 'free', local),
  };

  test.each(Object.entries(acts))('[S40] cannot be %s through a raw socket', async (_, act) => {
    const { hers, his, live, server } = await scene();
    const before = noteOf(await live(), 'locked');
    await sends(his, act);
    expect(noteOf(await live(), 'locked')).toEqual(before);
    expect(noteOf(await stored(server), 'locked')).toEqual(before);
    expect(breaches(his)).toEqual([{ rule: 'locked', noteIds: ['locked'], groupIds: [] }]);
    expect(breaches(hers)).toEqual([]);
    expect(takeIn(his)).toEqual(await live());
    await until(
      'the others have it',
      () => JSON.stringify(takeIn(hers)) === JSON.stringify(takeIn(his)),
    );
  });

  test('[S40] nobody else ever sees the breach', async () => {
    const { hers, his, live } = await scene();
    const before = noteOf(await live(), 'locked');
    const seen: (PlainNote | undefined)[] = [];
    hers.doc.on('afterTransaction', () => seen.push(noteOf(plainWall(hers.doc), 'locked')));
    for (const act of Object.values(acts)) await sends(his, act);
    await hers.settled();
    takeIn(hers);
    expect(seen.length).toBeGreaterThan(0);
    for (const note of seen) expect(note).toEqual(before);
  });

  test('[S45] the rest of the same update stays, and comes to the others', async () => {
    const { hers, his } = await scene();
    await sends(his, (doc) => {
      wall.setNoteText(doc, 'free', 'mag', local);
      wall.moveNotes(doc, [{ id: 'locked', at: [9, 9] }], local);
      add('new')(doc);
    });
    await until('the others have it', () => noteOf(takeIn(hers), 'new') !== undefined);
    expect(noteOf(takeIn(hers), 'free')?.text).toBe('mag');
    expect(noteOf(takeIn(his), 'locked')?.at).toEqual([0, 0]);
  });

  test('[S45] the stock provider is put right, is told nothing, and works on', async () => {
    const { server, bram, live } = await scene();
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const client = stock(server, bram);
    await until('synced', () => client.provider.synced);
    wall.removeNotes(client.doc, ['locked'], local);
    await until('it is back', () => noteOf(plainWall(client.doc), 'locked')?.locked === true);
    add('later')(client.doc);
    await until('the room has it', async () => noteOf(await live(), 'later') !== undefined);
    expect(plainWall(client.doc)).toEqual(await live());
    expect(errors).not.toHaveBeenCalled();
    errors.mockRestore();
  });

  test('[S46] is the facilitator’s to change, until they hand over', async () => {
    const { server, fien, hers, his, live } = await scene();
    await sends(hers, (doc) => wall.setNoteText(doc, 'locked', 'van-Fien', local));
    expect(noteOf(await live(), 'locked')?.text).toBe('van-Fien');
    await server.db.update(members).set({ role: 'deelnemer' }).where(eq(members.id, fien.memberId));
    await server.authorityChanged();
    await sends(hers, (doc) => wall.setLocked(doc, { noteIds: ['locked'] }, false, local));
    expect(noteOf(await live(), 'locked')).toMatchObject({ text: 'van-Fien', locked: true });
    expect(breaches(hers)).toHaveLength(1);
    expect(breaches(his)).toHaveLength(0);
  });

  test('[S48] hours of work offline lose what was locked meanwhile and keep the rest', async () => {
    const { server, bram, hers, live } = await scene();
    const client = stock(server, bram);
    await until('synced', () => client.provider.synced);
    client.provider.disconnect();
    for (let at = 0; at < 60; at += 1) add(`offline-${at}`)(client.doc);
    wall.setNoteText(client.doc, 'free', 'tekst free, langer', local);
    wall.moveNotes(client.doc, [{ id: 'free', at: [800, 800] }], local);
    wall.makeGroup(client.doc, { id: 'g', at: [0, 0], noteIds: ['free', 'offline-1'] }, local);
    wall.removeNotes(client.doc, ['locked'], local);
    await sends(hers, (doc) => {
      wall.setNoteText(doc, 'free', 'tekst free!', local);
      wall.setLocked(doc, { noteIds: ['free'] }, true, local);
    });
    const before = await live();
    client.provider.connect();
    await until('all is in', async () => (await live()).notes.length === 62);
    const after = await live();
    for (const id of ['free', 'locked']) expect(noteOf(after, id)).toEqual(noteOf(before, id));
    expect(after.groups).toMatchObject([{ id: 'g', noteIds: ['offline-1'] }]);
    await until(
      'the browser has it',
      () => JSON.stringify(plainWall(client.doc)) === JSON.stringify(after),
    );
    await server.restart();
    expect(await live()).toEqual(after);
  });
});

describe('authors', () => {
  async function strict() {
    const at = await scene();
    const { server } = at;
    const choose = async (choices: object): Promise<void> => {
      await server.db
        .update(steps)
        .set({ exercise: 'note-en-stem', choices })
        .where(eq(steps.id, server.stepId));
      await server.authorityChanged();
    };
    await choose({ authorShown: true, authorEdits: true });
    const anna = await server.enter('Anna');
    const annas = await caughtUp(server, anna);
    const mark = ({ memberId, name }: Visitor) => ({ by: memberId, author: name });
    await sends(annas, add('van-Anna', mark(anna)));
    await at.his.settled();
    return { ...at, anna, annas, choose, mark };
  }

  test('[S44] where authors alone edit, the note of another stays as it is', async () => {
    const { annas, his, live, choose } = await strict();
    await sends(his, (doc) => wall.setNoteText(doc, 'van-Anna', 'van Bram', local));
    await sends(annas, (doc) => wall.setNoteText(doc, 'van-Anna', 'beter', local));
    expect(noteOf(await live(), 'van-Anna')?.text).toBe('beter');
    expect(breaches(his)).toEqual([
      { rule: 'not-the-author', noteIds: ['van-Anna'], groupIds: [] },
    ]);
    await choose({ authorShown: true });
    await sends(his, (doc) => wall.setNoteText(doc, 'van-Anna', 'samen', local));
    expect(noteOf(await live(), 'van-Anna')?.text).toBe('samen');
  });

  test('[S41] nobody writes a note in the name of another, or takes one over', async () => {
    const { anna, bram, his, live, mark } = await strict();
    await sends(his, add('vals', mark(anna)));
    await sends(his, (doc) => void roots.notes(doc).get('van-Anna')?.set('by', bram.memberId));
    expect(noteOf(await live(), 'vals')?.by).toBeUndefined();
    expect(noteOf(await live(), 'vals')?.author).toBeUndefined();
    expect(noteOf(await live(), 'van-Anna')).toMatchObject(mark(anna));
    expect(breaches(his).map(({ rule }) => rule)).toEqual(['not-the-author', 'not-the-author']);
  });

  test('[S41] on an anonymous wall nobody’s name is kept, not even by who gives it', async () => {
    const { bram, his, live } = await scene();
    await sends(his, add('open', { by: bram.memberId, author: 'Bram' }));
    expect(noteOf(await live(), 'open')).toMatchObject({ text: 'tekst open' });
    expect(noteOf(await live(), 'open')).not.toHaveProperty('by');
    expect(noteOf(await live(), 'open')).not.toHaveProperty('author');
    expect(breaches(his)).toEqual([]);
  });
});

describe('a locked board', () => {
  test('[S47] takes nothing but from who facilitates, and all of it once it is free', async () => {
    const { server, bram, hers, his, live } = await scene();
    const lock = async (locked: boolean): Promise<void> => {
      await server.db.update(boards).set({ locked }).where(eq(boards.id, server.boardId));
      await server.authorityChanged();
    };
    await lock(true);
    his.sync(2, his.change(add('te-laat')));
    await his.settled();
    await sends(hers, add('van-Fien'));
    expect((await live()).notes.map(({ id }) => id)).toEqual(['locked', 'free', 'van-Fien']);
    const late = await bare(server, bram);
    await late.catchUp();
    expect(noteOf(plainWall(late.doc), 'van-Fien')).toBeDefined();
    await lock(false);
    await until(
      'the server asks',
      () => his.heard.filter(({ kind }) => kind === 'step-1').length > 1,
    );
    his.answerWithAll();
    await until('it is in', async () => noteOf(await live(), 'te-laat') !== undefined);
  });
});
