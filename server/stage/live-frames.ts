/** What one browser may say on its live socket: small JSON frames of one kind, at a bearable pace. */
import * as v from 'valibot';
import type { RawData } from 'ws';
import { closeCodes, type CloseCode } from '#protocol/close-codes';
import { liveUp, type LiveUp } from '#protocol/live';

const FRAME_MAX_BYTES = 4 * 1024;
/** A clock probe goes out a few times a minute; the bound is for broken or hostile pages. */
const FRAMES_AT_MOST = 100;
const FRAMES_PER_MS = 10_000;

export interface LiveFrames {
  /** @returns the message, or with which code the sender is to be closed. */
  read(data: RawData, isBinary: boolean): { message: LiveUp } | { closeCode: CloseCode };
}

/** @param elapsedMs a clock that only goes forward. */
export function liveFrames(elapsedMs: () => number = () => performance.now()): LiveFrames {
  let counted = 0;
  let since = elapsedMs();
  return {
    read(data, isBinary) {
      const now = elapsedMs();
      if (now - since > FRAMES_PER_MS) {
        since = now;
        counted = 0;
      }
      counted += 1;
      if (counted > FRAMES_AT_MOST) return { closeCode: closeCodes.tooFast };
      const frame = Buffer.isBuffer(data) ? data : Buffer.concat([data].flat() as Buffer[]);
      if (frame.byteLength > FRAME_MAX_BYTES) return { closeCode: closeCodes.tooLarge };
      const message = isBinary ? undefined : parseFrame(frame.toString('utf8'));
      return message ? { message } : { closeCode: closeCodes.badFrame };
    },
  };
}

function parseFrame(text: string) {
  try {
    const parsed = v.safeParse(liveUp, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
