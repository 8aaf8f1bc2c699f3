/** The websocket that the door hands out: it tells the door with which code the server ended it. */
import { WebSocket } from 'ws';
import { closeCodes } from '#protocol/close-codes';

/** `ws` ends an oversized message with 1009, which a browser takes for 'try again'; ours is final. */
const MESSAGE_TOO_BIG = 1009;
export class DoorSocket extends WebSocket {
  /** Told with which code the server ends it. */
  onEnding: (code: number | undefined) => void = () => undefined;

  override close(code?: number, reason?: string | Buffer): void {
    const given = code === MESSAGE_TOO_BIG ? closeCodes.tooLarge : code;
    this.onEnding(given);
    super.close(given, reason);
  }
}

/** What was sent is no message of ours, or no websocket's. */
export const BAD_FRAME_CODES = new Set<unknown>([closeCodes.badFrame, 1002, 1007]);
/** Who is not let in with these had no business here. */
export const BAD_COMER_CODES = new Set<unknown>([
  ...BAD_FRAME_CODES,
  ...[closeCodes.notSignedIn, closeCodes.notAMember, closeCodes.noSuchRoom],
]);
