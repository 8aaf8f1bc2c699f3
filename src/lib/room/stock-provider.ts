/**
 * The stock provider of y-websocket, set up our way: no broadcast channel (tabs speak through the
 * server), acknowledgements asked for, document frames counted, a deadline on opening.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import * as syncProtocol from 'y-protocols/sync';
import {
  MESSAGE_ACK,
  MESSAGE_BREACH,
  MESSAGE_SPACE,
  SYNC_PATH,
  type Breach,
  type Space,
} from '#protocol/rooms';
import { PROTOCOL_VERSION } from '#protocol/version';
import { ANSWER_MS, openWithinMs } from '$lib/live/connecting';
import { countingSocket, type DocumentFrame } from '$lib/room/frames';

const MESSAGE_SYNC = 0;
const MESSAGE_AWARENESS = 1;
/** `WebSocket.OPEN`, where no `WebSocket` need be global. */
const OPEN = 1;

export type LineEvents = {
  /** A socket is being opened; nothing was sent on it. */
  onConnecting(): void;
  onConnected(): void;
  /** The server's state has been read. */
  onSynced(): void;
  /** @param code why the socket closed; undefined when nobody said. */
  onLost(code: number | undefined): void;
  /** Closed for good, see protocol/close-codes. */
  onRefused(code: number): void;
  onFrame(frame: DocumentFrame): void;
  /** The first `frames` document frames of this socket are committed. */
  onAcknowledged(frames: number): void;
  /** Something done here was against the rules of the board and was put right by the server. */
  onBreach(breach: Breach): void;
  /** How much space there is for what is written here. */
  onSpace(space: Space): void;
};

export type LineTarget = {
  doc: Y.Doc;
  awareness: Awareness;
  room: string;
  wsBase: string;
  socketClass?: typeof WebSocket;
};

/** Not yet connected: call `connect()`. */
export function stockProvider(target: LineTarget, events: LineEvents): WebsocketProvider {
  const Socket = countingSocket(target.socketClass ?? WebSocket, (frame, socket) => {
    if (provider.ws === socket) events.onFrame(frame);
  });
  const provider = new WebsocketProvider(
    target.wsBase + SYNC_PATH.replace(/\/$/, ''),
    target.room,
    target.doc,
    {
      connect: false,
      awareness: target.awareness,
      disableBc: true,
      params: { ack: '1', v: String(PROTOCOL_VERSION) },
      WebSocketPolyfill: Socket,
    },
  );
  tellOnlyOwnPresence(provider);
  provider.messageHandlers[MESSAGE_ACK] = (_encoder, decoder) => {
    events.onAcknowledged(decoding.readVarUint(decoder));
  };
  provider.messageHandlers[MESSAGE_BREACH] = (_encoder, decoder) => {
    events.onBreach(JSON.parse(decoding.readVarString(decoder)) as Breach);
  };
  provider.messageHandlers[MESSAGE_SPACE] = (_encoder, decoder) => {
    events.onSpace(JSON.parse(decoding.readVarString(decoder)) as Space);
  };
  provider.on('status', ({ status }) => {
    if (status === 'connecting') events.onConnecting();
    else if (status === 'connected') events.onConnected();
  });
  endHangingAttempts(provider);
  provider.on('sync', (synced) => {
    if (synced) events.onSynced();
  });
  provider.on('connection-close', (event) => events.onLost(event?.code));
  provider.on('closed', ({ code }) => events.onRefused(code));
  return provider;
}

/** Gives the socket up, open or not, and tries again at once. */
export function connectAnew(provider: WebsocketProvider): void {
  provider.disconnect();
  provider.wsUnsuccessfulReconnects = 0;
  provider.connect();
}

/** An open line that may have died: asked what it has, it answers or is given up. @returns a timer. */
export function probe(provider: WebsocketProvider): ReturnType<typeof setTimeout> {
  const socket = provider.ws;
  let hasAnswered = false;
  socket?.addEventListener('message', () => (hasAnswered = true), { once: true });
  const question = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    syncProtocol.writeSyncStep1(encoder, provider.doc);
  });
  if (socket?.readyState === OPEN) socket.send(question);
  return setTimeout(() => {
    if (!hasAnswered && provider.ws === socket && provider.shouldConnect) connectAnew(provider);
  }, ANSWER_MS);
}

/** The stock provider waits for as long as the system does, which may be minutes. */
function endHangingAttempts(provider: WebsocketProvider): void {
  let tookMs: number | null = null;
  let beganAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  provider.on('status', ({ status }) => {
    clearTimeout(timer);
    if (status === 'connected') tookMs = performance.now() - beganAt;
    if (status !== 'connecting') return;
    beganAt = performance.now();
    const { ws } = provider;
    timer = setTimeout(() => {
      if (provider.ws === ws && provider.shouldConnect) connectAnew(provider);
    }, openWithinMs(tookMs));
  });
  provider.on('connection-close', () => clearTimeout(timer));
}

/** The stock provider sends everybody's states back to where they came from; ours sends its own. */
function tellOnlyOwnPresence(provider: WebsocketProvider): void {
  const { awareness } = provider;
  const tell = (_changes: unknown, origin: unknown): void => {
    if (origin === provider || !provider.wsconnected || provider.ws?.readyState !== OPEN) return;
    const state = encodeAwarenessUpdate(awareness, [awareness.clientID]);
    const frame = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE_AWARENESS);
      encoding.writeVarUint8Array(encoder, state);
    });
    provider.ws.send(frame);
  };
  awareness.off('update', provider._awarenessUpdateHandler);
  provider._awarenessUpdateHandler = tell;
  awareness.on('update', tell);
}
