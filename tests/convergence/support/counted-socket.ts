/**
 * The websocket that the stock provider is given: passes everything on, keeps our own messages
 * (which the stock provider does not know) to itself and counts the document frames that it sent.
 */
import * as decoding from 'lib0/decoding';
import { MESSAGE_ACK, MESSAGE_BREACH } from '#protocol/rooms';

export abstract class CountedSocket {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  binaryType = 'arraybuffer';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: Uint8Array }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  /** Sync step 2 and update. */
  sent = 0;
  acknowledged = 0;

  send(frame: Uint8Array): void {
    if (frame[0] === 0 && frame[1] !== 0) this.sent += 1;
    this.pass(frame);
  }

  abstract close(): void;
  /** The line breaks: what is under way in either direction is lost. */
  abstract cut(): void;
  protected abstract pass(frame: Uint8Array): void;

  protected arrive(frame: Uint8Array): void {
    if (frame[0] === MESSAGE_BREACH) return;
    if (frame[0] !== MESSAGE_ACK) return this.onmessage?.({ data: frame });
    const decoder = decoding.createDecoder(frame);
    decoding.readVarUint(decoder);
    this.acknowledged = decoding.readVarUint(decoder);
  }
}
