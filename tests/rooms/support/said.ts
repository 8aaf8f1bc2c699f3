/** What a server says on the line of a room, read frame by frame as a bare client of the tests hears it. */
import * as decoding from 'lib0/decoding';
import {
  MESSAGE_ACK,
  MESSAGE_BREACH,
  MESSAGE_SPACE,
  type Breach,
  type Space,
} from '#protocol/rooms';

export type Said =
  | { kind: 'step-1'; stateVector: Uint8Array }
  | { kind: 'step-2'; update: Uint8Array }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'presence'; states: [clientId: number, clock: number, state: unknown][] }
  | { kind: 'ack'; frames: number }
  | { kind: 'breach'; breach: Breach }
  | { kind: 'space'; space: Space };

export function readSaid(data: Uint8Array): Said {
  const decoder = decoding.createDecoder(data);
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE_ACK) return { kind: 'ack', frames: decoding.readVarUint(decoder) };
  if (type === MESSAGE_BREACH) {
    return { kind: 'breach', breach: JSON.parse(decoding.readVarString(decoder)) as Breach };
  }
  if (type === MESSAGE_SPACE) {
    return { kind: 'space', space: JSON.parse(decoding.readVarString(decoder)) as Space };
  }
  if (type === 0) {
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder).slice();
    if (step === 0) return { kind: 'step-1', stateVector: bytes };
    return { kind: step === 1 ? 'step-2' : 'update', update: bytes };
  }
  if (type !== 1) throw new Error(`heard a message of type ${type}`);
  const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  const states: [number, number, unknown][] = [];
  for (let left = decoding.readVarUint(inner); left > 0; left--) {
    const clientId = decoding.readVarUint(inner);
    const clock = decoding.readVarUint(inner);
    states.push([clientId, clock, JSON.parse(decoding.readVarString(inner))]);
  }
  return { kind: 'presence', states };
}
