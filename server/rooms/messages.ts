/**
 * The frames of `/sync`: y-protocols' messages as a union, and back to bytes. Reads one whole
 * message per frame, as the stock provider sends it; decodes no update (see judge/read-update.ts).
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import {
  MESSAGE_ACK,
  MESSAGE_BREACH,
  MESSAGE_SPACE,
  type Breach,
  type Space,
} from '#protocol/rooms';

const SYNC = 0;
/** See presence-frames.ts. */
export const AWARENESS = 1;
const QUERY_AWARENESS = 3;

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

export type Message =
  | { kind: 'step-1'; stateVector: Uint8Array }
  /** A document frame: `step-2` holds all that its sender has and the server lacked when it asked. */
  | { kind: 'step-2' | 'update'; update: Uint8Array }
  | { kind: 'presence'; update: Uint8Array }
  | { kind: 'presence-query' };

/** Clients that a state vector may name: more than any room has. */
const STATE_VECTOR_MOST = 50_000;

/** What arrived is not a message; its sender is closed, nobody else notices. */
export class BadFrameError extends Error {
  override readonly name = 'BadFrameError';
}

/** Runs a decoder and turns whatever it throws into BadFrameError. */
export function decoded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadFrameError) throw error;
    throw new BadFrameError('a frame could not be decoded', { cause: error });
  }
}

/** @param frame one binary websocket message. Throws BadFrameError. */
export function readMessage(frame: Uint8Array): Message {
  return decoded(() => {
    const decoder = decoding.createDecoder(frame);
    const message = readBody(decoder, decoding.readVarUint(decoder));
    if (decoding.hasContent(decoder)) {
      throw new BadFrameError('more than one message in a frame');
    }
    return message;
  });
}

function readBody(decoder: decoding.Decoder, type: number): Message {
  switch (type) {
    case SYNC:
      return readSync(decoder, decoding.readVarUint(decoder));
    case AWARENESS:
      return { kind: 'presence', update: decoding.readVarUint8Array(decoder) };
    case QUERY_AWARENESS:
      return { kind: 'presence-query' };
    default:
      throw new BadFrameError(`no message of type ${type}`);
  }
}

function readSync(decoder: decoding.Decoder, step: number): Message {
  const bytes = decoding.readVarUint8Array(decoder);
  switch (step) {
    case STEP_1:
      checkStateVector(bytes);
      return { kind: 'step-1', stateVector: bytes };
    case STEP_2:
      return { kind: 'step-2', update: bytes };
    case UPDATE:
      return { kind: 'update', update: bytes };
    default:
      throw new BadFrameError(`no sync step ${step}`);
  }
}

/** Throws BadFrameError for what Yjs would read past: a client named twice, bytes behind the end. */
function checkStateVector(bytes: Uint8Array): void {
  const decoder = decoding.createDecoder(bytes);
  const count = decoding.readVarUint(decoder);
  if (count > STATE_VECTOR_MOST) throw new BadFrameError('a state vector of too many clients');
  const clients = new Set<number>();
  for (let left = count; left > 0; left--) {
    clients.add(decoding.readVarUint(decoder));
    decoding.readVarUint(decoder);
  }
  if (clients.size < count) throw new BadFrameError('a client named twice');
  if (decoding.hasContent(decoder)) throw new BadFrameError('bytes behind a state vector');
}

function sync(step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

/** 'This is what I have; answer with the rest.' */
export function step1(doc: Y.Doc): Uint8Array {
  return sync(STEP_1, Y.encodeStateVector(doc));
}

export function step2(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  return sync(
    STEP_2,
    decoded(() => Y.encodeStateAsUpdate(doc, stateVector)),
  );
}

export function step2Frame(update: Uint8Array): Uint8Array {
  return sync(STEP_2, update);
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return sync(UPDATE, update);
}

/** The same content as an update: read, and not taken for the end of a sync. */
export function asUpdateFrame(step2: Uint8Array): Uint8Array {
  const frame = step2.slice();
  frame[1] = UPDATE;
  return frame;
}

/** The first `frames` document frames of this connection are committed. */
export function ackFrame(frames: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_ACK);
    encoding.writeVarUint(encoder, frames);
  });
}

/** What the receiver did to these notes was undone. */
export function breachFrame(breach: Breach): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_BREACH);
    encoding.writeVarString(encoder, JSON.stringify(breach));
  });
}

/** How much space is left for what the receiver writes here. */
export function spaceFrame(space: Space): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SPACE);
    encoding.writeVarString(encoder, JSON.stringify(space));
  });
}
