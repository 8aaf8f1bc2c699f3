/** Measures a document as it stands: its bytes and records, and whose they are. Reads only. */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { isRecord, raise } from '#server/rooms/growth';

export type Measure = {
  /** As somebody who joins gets it, but for the list of what was deleted. */
  readonly bytes: number;
  readonly records: number;
  readonly bytesOf: ReadonlyMap<number, number>;
  readonly recordsOf: ReadonlyMap<number, number>;
};

/** Costs as much as encoding the document once: some 20 ms for a full board. Per clientID in the maps. */
export function measure(doc: Y.Doc): Measure {
  const bytesOf = new Map<number, number>();
  let bytes = 0;
  for (const [client, structs] of doc.store.clients) {
    const encoder = new Y.UpdateEncoderV1();
    for (const struct of structs) struct.write(encoder, 0);
    const length = encoding.length(encoder.restEncoder);
    bytesOf.set(client, length);
    bytes += length;
  }
  const recordsOf = new Map<number, number>();
  let records = 0;
  for (const item of recordItems(doc)) {
    raise(recordsOf, item.id.client, 1);
    records += 1;
  }
  return { bytes, records, bytesOf, recordsOf };
}

export function countRecords(doc: Y.Doc): number {
  let records = 0;
  for (const _ of recordItems(doc)) records += 1;
  return records;
}

function* recordItems(doc: Y.Doc): Generator<Y.Item> {
  for (const root of doc.share.values()) {
    for (const item of root._map.values()) {
      if (!item.deleted && isRecord(item.content)) yield item;
    }
  }
}
