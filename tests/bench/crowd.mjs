/** A crowd in one room, in a thread of its own: see crowd-worker.mjs, which does what is asked here. For `rooms.mjs`. */
import { Worker } from 'node:worker_threads';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { syncFrame } from './room-hands.mjs';

const LONGEST_MS = 120_000;
const FIRST_ID = 500_000;
const POINTED = 40;

/** 'I have nothing; answer with all.' */
const ASK_ALL = syncFrame(0, Y.encodeStateVector(new Y.Doc()));
/** A message of a type that nobody speaks. */
const RUBBISH = Uint8Array.of(99);

/** @param tree of rooms-server.mjs. */
export function crowdIn({ port, url: origin, cookie, version }, room) {
  const worker = new Worker(new URL('./crowd-worker.mjs', import.meta.url), {
    workerData: { port, origin, cookie, path: `/sync/${room}?ack=1&v=${version}` },
  });
  let asked = 0;
  const tell = (what, given = {}) =>
    new Promise((resolve, reject) => {
      const id = (asked += 1);
      const giveUp = () => reject(new Error(`a crowd was asked '${what}' and never did it`));
      const timer = setTimeout(giveUp, LONGEST_MS);
      const hear = (answer) => {
        if (answer.id !== id) return;
        clearTimeout(timer);
        worker.off('message', hear);
        if (answer.error) reject(new Error(answer.error));
        else resolve(answer.result);
      };
      worker.on('message', hear);
      worker.postMessage({ id, what, ...given });
    });
  return {
    join: (count) => tell('join', { count, ask: ASK_ALL }),
    /** Everybody points, so many times a second, until `rest`. */
    point: (count, hz) =>
      tell('move', { hz, frames: Array.from({ length: count }, (_, at) => pointing(at)) }),
    rest: () => tell('rest'),
    comeInVain: (count) => tell('comeInVain', { count, frame: RUBBISH }),
    flood: (entries) => tell('say', { frame: floodOf(entries), ask: ASK_ALL }),
    stopReading: () => tell('stopReading'),
    readOn: () => tell('readOn'),
    async leave() {
      await tell('leave');
      await worker.terminate();
    },
  };
}

function presenceFrame(entries) {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { id, clock, json } of entries) {
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** A hand that goes round, as a browser tells it. */
function pointing(at) {
  return Array.from({ length: POINTED }, (_, step) => {
    const state = {
      cursor: { x: at * 10 + step, y: step * 3.25 },
      ...{ drag: null, typing: null, selection: [`note-${at}`] },
      view: { x: step, y: at, w: 1440, h: 900 },
    };
    return presenceFrame([{ id: FIRST_ID + at, clock: step + 1, json: JSON.stringify(state) }]);
  });
}

/** States of people who are not there, as small as they can be. */
function floodOf(count) {
  return presenceFrame(
    Array.from({ length: count }, (_, n) => ({ id: 1_000 + n, clock: 1, json: '{}' })),
  );
}
