/**
 * Our own board under measurement: the built server as a process of its own, a sprint with an open
 * board, notes written into its room over a socket, and others who point, carry and let go.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateNKeysBetween } from 'fractional-indexing';
import * as encoding from 'lib0/encoding';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { randomFrom } from './bench-notes.mjs';

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** As often as a browser of ours tells where its pointer is. */
const TOLD_EVERY_MS = 33;
const MOVERS = 20;
const PART = 400;
const MESSAGE_AWARENESS = 1;

export async function startOurs({ root, port }) {
  const dataDir = await mkdtemp(join(tmpdir(), 'sprintkamer-bench-'));
  const child = spawn(process.execPath, [join(root, 'build/server/main.js')], {
    cwd: root,
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', DATABASE_URL: '', ORIGIN: '', LOG_LEVEL: 'warn' },
      ...{ DATA_DIR: dataDir, PORT: String(port), SOCKETS_PER_MEMBER: '64' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout.on('data', (chunk) => {
      if (String(chunk).includes('http://')) resolve();
    });
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A facilitator's account, by the form. @returns the browser context that is signed in. */
export async function signIn(browser, url, viewport) {
  const context = await browser.newContext({ baseURL: url, viewport, locale: 'nl-NL' });
  const page = await context.newPage();
  await page.goto('/register');
  await page.getByLabel('Je naam').fill('Fenna Faber');
  await page.getByLabel('E-mailadres').fill(`bench-${Date.now()}@voorbeeld.nl`);
  await page.getByLabel('Wachtwoord').fill('een lang wachtwoord');
  await page.getByRole('button', { name: 'Maak het account' }).click();
  await page.waitForURL('**/sprints');
  await page.close();
  return context;
}

/** A sprint whose open step is a plain board. @returns its page's path and the address of its room. */
export async function openBoard(context, url) {
  const headers = { origin: url, accept: 'text/html' };
  const made = await context.request.post('/sprints/new', {
    form: {
      name: 'Meting',
      challenge: 'Hoe snel is de wand?',
      startsOn: new Date().toISOString().slice(0, 10),
      template: 'five-day',
      language: 'nl',
      timeZone: 'Europe/Amsterdam',
      videoUrl: '',
    },
    headers,
  });
  const sprintId = /\/sprint\/([^/?#]+)/.exec(made.url())?.[1];
  if (!sprintId) throw new Error(`no sprint was made: ${made.status()} ${made.url()}`);
  const stage = await stageOf(context, url, sprintId);
  const step = stage.agenda.find(({ exercise }) => exercise === 'afsluiting');
  await command(context, url, sprintId, stage.protocolVersion, {
    kind: 'open-step',
    stepId: step.id,
  });
  const now = await stageOf(context, url, sprintId);
  return {
    sprintId,
    path: `/sprint/${sprintId}`,
    room: now.now.board.room,
    version: now.protocolVersion,
  };
}

async function cookiesOf(context) {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** The first stage that the live socket tells; with the version of the protocol that the page speaks. */
async function stageOf(context, url, sprintId) {
  const { PROTOCOL_VERSION } = await protocol();
  const socket = new WebSocket(
    `${url.replace('http', 'ws')}/live/${sprintId}?v=${PROTOCOL_VERSION}`,
    { headers: { cookie: await cookiesOf(context), origin: url } },
  );
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`the live socket closed with ${code}`)));
    socket.on('message', (data) => {
      const told = JSON.parse(String(data));
      if (told.kind !== 'stage') return;
      socket.close();
      resolve({ ...told.stage, protocolVersion: PROTOCOL_VERSION });
    });
  });
}

let known;
/** Read from the source, as text: this script runs without a compiler. */
async function protocol() {
  if (known) return known;
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(new URL('../../src/protocol/version.ts', import.meta.url), 'utf8');
  known = { PROTOCOL_VERSION: Number(/PROTOCOL_VERSION = (\d+)/.exec(text)?.[1]) };
  return known;
}

async function command(context, url, sprintId, version, sent) {
  const response = await context.request.post(`/sprint/${sprintId}/commands`, {
    data: sent,
    headers: { origin: url, 'x-protocol-version': String(version) },
  });
  const answer = await response.json();
  if (!answer.ok) throw new Error(`${sent.kind} was refused: ${JSON.stringify(answer)}`);
}

class SignedInSocket {
  /** A WebSocket class that brings the cookie along, as a browser does. */
  static for(cookie, origin) {
    return class extends WebSocket {
      constructor(address, protocols) {
        super(address, protocols, { headers: { cookie, origin } });
      }
    };
  }
}

function provide(url, { room, version }, doc, awareness, socketClass) {
  return new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, room, doc, {
    awareness,
    disableBc: true,
    params: { v: String(version) },
    WebSocketPolyfill: socketClass,
  });
}

/** Writes the notes into the room, in parts that each fit in a frame, and waits until they are kept. */
export async function seed(context, url, board, notes) {
  const doc = new Y.Doc();
  const socket = SignedInSocket.for(await cookiesOf(context), url);
  const provider = provide(url, board, doc, new Awareness(doc), socket);
  await new Promise((resolve) => provider.once('sync', resolve));
  const keys = generateNKeysBetween(null, null, notes.length);
  for (let from = 0; from < notes.length; from += PART) {
    doc.transact(() => {
      notes.slice(from, from + PART).forEach((note, at) => {
        const map = new Y.Map();
        map.set('text', new Y.Text(note.text));
        map.set('at', [note.x, note.y]);
        map.set('color', note.color);
        map.set('group', null);
        map.set('under', null);
        map.set('order', keys[from + at]);
        doc.getMap('notes').set(note.id, map);
      });
    });
    await wait(60);
  }
  await wait(500);
  return { doc, provider };
}

/** A line of its own into the room, that says what it shows and reads nothing: remote people have processors of their own. */
async function pointerOf(url, { room, version }, socketClass) {
  const awareness = new Awareness(new Y.Doc());
  const socket = new socketClass(`${url.replace('http', 'ws')}/sync/${room}?v=${version}`);
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    show(state) {
      awareness.setLocalState(state);
      const update = encodeAwarenessUpdate(awareness, [awareness.clientID]);
      socket.send(
        encoding.encode((encoder) => {
          encoding.writeVarUint(encoder, MESSAGE_AWARENESS);
          encoding.writeVarUint8Array(encoder, update);
        }),
      );
    },
    leave() {
      awareness.destroy();
      socket.close();
    },
  };
}

/**
 * Twenty others on connections of their own: each points, carries a note near where one looks, and
 * lets it go somewhere else about every second and a half.
 * @returns a function that ends it.
 */
export async function startMovers(context, url, board, { writer, middle }) {
  const socket = SignedInSocket.for(await cookiesOf(context), url);
  const random = randomFrom(11);
  const notes = writer.doc.getMap('notes');
  const near = [...notes.entries()]
    .map(([id, note]) => ({ id, at: note.get('at') }))
    .filter(({ at }) => Math.abs(at[0] - middle.x) < 700 && Math.abs(at[1] - middle.y) < 500);
  const people = await Promise.all(
    Array.from({ length: MOVERS }, async (_, index) => {
      const pointer = await pointerOf(url, board, socket);
      return { pointer, index, ticks: Math.floor(random() * 45) };
    }),
  );
  const timer = setInterval(() => {
    for (const person of people) {
      const { pointer, index } = person;
      const note = near[index % near.length];
      const step = person.ticks++ % 45;
      const by = [Math.round(Math.sin(step / 7) * 90), Math.round((1 - Math.cos(step / 9)) * 60)];
      const from = notes.get(note.id)?.get('at') ?? note.at;
      const isHeld = step < 38;
      pointer.show({
        cursor: { x: from[0] + by[0] + 80, y: from[1] + by[1] + 80 },
        drag: isHeld ? { noteIds: [note.id], by } : null,
        typing: null,
        selection: [],
      });
      if (step === 38) notes.get(note.id)?.set('at', [from[0] + by[0] - 20, from[1] + by[1] - 20]);
    }
  }, TOLD_EVERY_MS);
  await wait(600);
  return () => {
    clearInterval(timer);
    for (const { pointer } of people) pointer.leave();
  };
}
