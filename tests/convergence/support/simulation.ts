/**
 * Several people write in one room while lines break, roles change, commands interfere and the
 * server goes and comes back. At the end everybody, the room and the log hold the same, no note that
 * somebody made is missing or double, and what was locked is as it was.
 */
import * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';
import type { CountedSocket } from '#tests/convergence/support/counted-socket';
import { readNote } from '#document/shapes';
import { dice, type Dice } from '#tests/convergence/support/seeded';
import { until } from '#tests/rooms/support/clients';
import { isShared, sharedText } from '#tests/rooms/support/shared-text';

/** Where the room lives and how a person reaches it. */
export type World = {
  /** Opens a line to the room for one person. */
  dial(person: number): CountedSocket;
  /** Writing or reading only, in force when it resolves. */
  setAccess(person: number, kind: 'read' | 'write'): Promise<void>;
  change(work: (doc: Y.Doc) => void): Promise<void>;
  /** The server ends in order and begins again. */
  restart(): Promise<void>;
  /** The server is gone from one moment to the next, and begins again. */
  crash(): Promise<void>;
  /** The document as the room has it. */
  live(): Promise<Y.Doc>;
  /** The document as the log has it. */
  stored(): Promise<Y.Doc>;
};

type Person = {
  doc: Y.Doc;
  provider: WebsocketProvider;
  socket: CountedSocket | undefined;
  mayWrite: boolean;
};

/** Notes that were locked, by id, as they were then. */
type Locked = Map<string, string>;

export type Shape = { people: number; steps: number };

/** Throws with the seed in the message when anything differs. */
export async function simulate(seed: number, world: World, shape: Shape): Promise<void> {
  try {
    await run(dice(seed), world, shape);
  } catch (error) {
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

async function run(chance: Dice, world: World, { people: count, steps }: Shape): Promise<void> {
  const people: Person[] = [];
  const made = new Set<string>();
  const locked: Locked = new Map();
  for (let i = 0; i < count; i++) people.push(join(i, world, new Y.Doc()));
  try {
    for (let step = 0; step < steps; step++) {
      await act(chance, world, people, { made, locked, step });
      for (let turns = chance.below(4); turns > 0; turns--) await turn();
    }
    await everybodyBack(world, people);
    await compare(world, people, { made, locked });
  } finally {
    for (const { provider, doc } of people) {
      provider.destroy();
      doc.destroy();
    }
  }
}

function join(i: number, world: World, doc: Y.Doc): Person {
  const person: Person = { doc, socket: undefined, mayWrite: true } as never;
  class Dialled {
    static readonly OPEN = 1;
    constructor() {
      return (person.socket = world.dial(i));
    }
  }
  person.provider = new WebsocketProvider('ws://room', 'room', doc, {
    WebSocketPolyfill: Dialled as never,
    disableBc: true,
    maxBackoffTime: 2,
  });
  return person;
}

async function act(
  chance: Dice,
  world: World,
  people: Person[],
  { made, locked, step }: { made: Set<string>; locked: Locked; step: number },
): Promise<void> {
  const i = chance.below(people.length);
  const person = people[i] as Person;
  const kind = chance.below(40);
  if (kind < 26) return write(chance, person.doc, `p${i}-${step}`, made);
  if (kind < 29) return person.socket?.cut();
  if (kind < 31) return person.provider.disconnect();
  if (kind < 33) return person.provider.connect();
  if (kind < 36) {
    person.mayWrite = !person.mayWrite;
    return world.setAccess(i, person.mayWrite ? 'write' : 'read');
  }
  if (kind < 38) {
    let mine = new Set<string>();
    let held: Locked = new Map();
    await pressed(world, (doc) => {
      // A command that failed is tried again from the beginning.
      mine = new Set();
      write(chance, doc, `server-${step}`, mine);
      if (chance.oneIn(2)) noteAt(chance, doc)?.set('locked', true);
      held = lockedOn(doc);
    });
    for (const id of mine) made.add(id);
    for (const [id, content] of held) locked.set(id, content);
    return;
  }
  if (kind < 39) return reopen(i, world, people);
  return chance.oneIn(2) ? world.restart() : world.crash();
}

/**
 * A command that fails has not happened, as when a server that is gone had its last commit under way
 * and took the number; somebody presses the button again.
 */
async function pressed(world: World, work: (doc: Y.Doc) => void): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await world.change(work);
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
}

/** The browser is closed and opened again: the same document from its own copy, a new clientID. */
function reopen(i: number, world: World, people: Person[]): void {
  const before = people[i] as Person;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(before.doc));
  before.provider.destroy();
  before.doc.destroy();
  people[i] = Object.assign(join(i, world, doc), { mayWrite: before.mayWrite });
}

function write(chance: Dice, doc: Y.Doc, id: string, made: Set<string>): void {
  const notes = doc.getMap<Y.Map<unknown>>('notes');
  const text = sharedText(doc);
  doc.transact(() => {
    switch (chance.below(5)) {
      case 0:
      case 1: {
        const note = new Y.Map<unknown>();
        note.set('text', new Y.Text(id));
        notes.set(id, note);
        const list = sharedText(doc, 'list');
        list.insert(list.length, `${id} `);
        made.add(id);
        return;
      }
      case 2:
        return text.insert(chance.below(text.length + 1), chance.of(['a', 'bc', 'def', '🙂']));
      case 3: {
        const from = chance.below(text.length + 1);
        return text.delete(from, Math.min(chance.below(4), text.length - from));
      }
      default: {
        const note = noteAt(chance, doc);
        note?.set('at', [chance.below(100), chance.below(100)]);
        (note?.get('text') as Y.Text | undefined)?.insert(0, chance.of(['x', 'yz']));
      }
    }
  });
}

function noteAt(chance: Dice, doc: Y.Doc): Y.Map<unknown> | undefined {
  const notes = doc.getMap<Y.Map<unknown>>('notes');
  const ids = [...notes.keys()].filter((id) => !isShared(id));
  return notes.get(ids[chance.below(ids.length)] ?? '');
}

function lockedOn(doc: Y.Doc): Locked {
  return new Map(
    [...doc.getMap('notes')].flatMap(([id, stored]) => {
      const note = readNote(id, stored);
      return note?.locked ? [[id, JSON.stringify(note)]] : [];
    }),
  );
}

async function everybodyBack(world: World, people: readonly Person[]): Promise<void> {
  for (const [i, person] of people.entries()) {
    if (!person.mayWrite) await world.setAccess(i, 'write');
    person.mayWrite = true;
    person.provider.connect();
  }
  const isSafe = ({ provider, socket }: Person): boolean =>
    provider.synced && socket !== undefined && socket.acknowledged >= Math.max(1, socket.sent);
  await until(
    () => `everybody is synced and acknowledged (${people.map(condition).join(', ')})`,
    () => people.every(isSafe),
  );
}

function condition({ provider, socket }: Person): string {
  const { synced, wsconnected } = provider;
  const { sent, acknowledged } = socket ?? {};
  return `${wsconnected ? 'connected' : 'away'} ${synced ? 'synced' : ''} ${acknowledged}/${sent}`;
}

async function compare(
  world: World,
  people: readonly Person[],
  { made, locked }: { made: ReadonlySet<string>; locked: Locked },
): Promise<void> {
  const live = await world.live();
  const held = lockedOn(live);
  for (const [id, content] of locked) {
    if (held.get(id) !== content)
      throw new Error(`what was locked changed: ${content} to ${held.get(id)}`);
  }
  const wanted = contents(live);
  // What is committed is acknowledged at once, and told to the others a moment later.
  for (const [i, { doc }] of people.entries()) {
    await until(`person ${i} has what the room has`, () => contents(doc) === wanted);
    if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(live))) {
      throw new Error(`person ${i} has the same text but another history`);
    }
  }
  const stored = await world.stored();
  if (contents(stored) !== wanted) throw new Error('the log holds another document');
  if (stored.store.pendingStructs || stored.store.pendingDs) throw new Error('the log has a gap');
  const list = sharedText(live, 'list').toString().split(' ').filter(Boolean);
  if (list.length !== made.size || list.some((id) => !made.has(id))) {
    throw new Error(`made ${made.size} notes, ${list.length} are there`);
  }
  for (const id of made) if (!live.getMap('notes').has(id)) throw new Error(`note ${id} is lost`);
}

function contents(doc: Y.Doc): string {
  // Maps keep the order of arrival, which differs from person to person.
  return JSON.stringify(doc.getMap('notes').toJSON(), (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
      : value,
  );
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
