/**
 * The frames of presence (y-protocols' awareness): read with bounds and without decoding what is of
 * others, and written so that each state is encoded once however many are told of it.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { AWARENESS, BadFrameError, decoded } from '#server/rooms/messages';

/**
 * Most states and bytes in one frame from a browser. The stock provider sends everybody's states back,
 * so this is a full room; our own provider sends one.
 */
export const PRESENCE_FRAME_STATES = 1_000;
export const PRESENCE_FRAME_BYTES = 262_144;

/** More than is carried: a frame, or a state of one's own. */
export class PresenceTooLargeError extends Error {
  override readonly name = 'PresenceTooLargeError';
}

/** What a browser says of somebody; the words are decoded when they are asked for. */
export type PresenceState = {
  clientId: number;
  byteLength: number;
  /** Somebody is gone. */
  isNull: boolean;
  /** Throws BadFrameError. */
  json(): string;
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const nothing = new TextEncoder().encode('null');

/** @returns the states of an awareness update. Throws BadFrameError or PresenceTooLargeError, before it reads them. */
export function readPresenceStates(update: Uint8Array): PresenceState[] {
  if (update.byteLength > PRESENCE_FRAME_BYTES) throw new PresenceTooLargeError();
  const decoder = decoding.createDecoder(update);
  const count = decoded(() => decoding.readVarUint(decoder));
  if (count > PRESENCE_FRAME_STATES) throw new BadFrameError('presence of too many');
  return decoded(() => {
    const states = Array.from({ length: count }, () => readState(decoder));
    if (decoding.hasContent(decoder)) throw new BadFrameError('more than the states in a presence');
    return states;
  });
}

function readState(decoder: decoding.Decoder): PresenceState {
  const clientId = decoding.readVarUint(decoder);
  // The clock is the server's own to write.
  decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  return {
    clientId,
    byteLength: bytes.byteLength,
    isNull: bytes.byteLength === nothing.byteLength && Buffer.compare(bytes, nothing) === 0,
    json: () => decoded(() => utf8.decode(bytes)),
  };
}

export type EncodedEntry = { clientId: number; bytes: Uint8Array };

/** One state as it stands in a frame. */
export function encodeEntry(entry: {
  clientId: number;
  clock: number;
  json: string;
}): EncodedEntry {
  const { clientId, clock, json } = entry;
  const bytes = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, json);
  });
  return { clientId, bytes };
}

/** States that are told together: one frame for all, and without one's own for who is among them. */
export class PresenceNews {
  readonly #entries: readonly EncodedEntry[];
  #whole: Uint8Array | undefined;

  constructor(entries: readonly EncodedEntry[]) {
    this.#entries = entries;
  }

  get ids(): number[] {
    return this.#entries.map(({ clientId }) => clientId);
  }

  /** About as large as its frame. */
  get byteLength(): number {
    return this.#frame().byteLength;
  }

  /** @returns the frame, or undefined when nothing is left to say. */
  without(ownId: number | undefined): Uint8Array | undefined {
    const others = this.#entries.filter(({ clientId }) => clientId !== ownId);
    if (others.length === this.#entries.length) return this.#frame();
    return others.length === 0 ? undefined : presenceFrame(others);
  }

  #frame(): Uint8Array {
    return (this.#whole ??= presenceFrame(this.#entries));
  }
}

function presenceFrame(entries: readonly EncodedEntry[]): Uint8Array {
  const count = encoding.encode((encoder) => encoding.writeVarUint(encoder, entries.length));
  const bytes = entries.reduce((sum, one) => sum + one.bytes.byteLength, count.byteLength);
  const head = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS);
    encoding.writeVarUint(encoder, bytes);
  });
  return Buffer.concat([head, count, ...entries.map((entry) => entry.bytes)]);
}

/**
 * Presence of nobody. The stock provider resets its 30 s of patience for any frame, applies zero
 * states and answers nothing, so this is what is said when there is nothing to say.
 */
export const stillHere: Uint8Array = presenceFrame([]);
