/**
 * Counts the document frames that a socket sends. The server acknowledges by number ('n frames of
 * this connection are committed'), so the browser has to count exactly what went out.
 */
export type DocumentFrame = 'step-2' | 'update';

const MESSAGE_SYNC = 0;
const SYNC_STEP_2 = 1;
const SYNC_UPDATE = 2;

/** What kind of document frame these bytes are; undefined for awareness, sync step 1 and the rest. */
export function documentFrameOf(data: unknown): DocumentFrame | undefined {
  const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : data;
  if (!(bytes instanceof Uint8Array) || bytes[0] !== MESSAGE_SYNC) return undefined;
  if (bytes[1] === SYNC_STEP_2) return 'step-2';
  return bytes[1] === SYNC_UPDATE ? 'update' : undefined;
}

type SocketClass = typeof WebSocket;

/** A WebSocket that tells of each document frame right after it was given to the network. */
export function countingSocket(
  Base: SocketClass,
  onFrame: (frame: DocumentFrame, socket: WebSocket) => void,
): SocketClass {
  return class CountingSocket extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data);
      const frame = documentFrameOf(data);
      if (frame) onFrame(frame, this);
    }
  };
}
