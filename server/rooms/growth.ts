/**
 * How much an update would add to a document and take from it, found without applying it: bytes of
 * content, records, and how long it would make a text. Pure; the judging is room-space.ts.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>;

export type Growth = {
  /** Bytes of content that it brings and does not itself delete. */
  readonly brought: number;
  /** Bytes of content that was there and goes, by the clientID that wrote it. */
  readonly freed: ReadonlyMap<number, number>;
  readonly records: number;
  readonly freedRecords: ReadonlyMap<number, number>;
  /** UTF-16 units of the longest text that it makes longer, as it would be. */
  readonly longestText: number;
};

/**
 * A value counts as at least this many bytes: one that takes the place of another weighs the same,
 * so that moving and colouring go on in a full document.
 */
const LEAST_VALUE_BYTES = 16;
/** A record or a text that holds nothing yet. */
const EMPTY_TYPE_BYTES = 16;

type Ranges = readonly { readonly clock: number; readonly len: number }[];

/**
 * @param update V1 bytes that were judged: what Yjs cannot read throws.
 * @param doc the document before it; structs that it has already count for nothing.
 */
export function growthOf(update: Uint8Array, doc: Y.Doc): Growth {
  const { structs, ds } = Y.decodeUpdate(update);
  const texts = new TextLengths(doc, structs);
  let brought = 0;
  let records = 0;
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    const { client, clock } = struct.id;
    if (clock + struct.length <= Y.getState(doc.store, client)) continue;
    const stays = struct.length - covered(ds.clients.get(client) ?? [], clock, struct.length);
    if (stays === 0) continue;
    brought += (bytesOf(struct.content) * stays) / struct.length;
    if (isRecord(struct.content)) records += 1;
    if (struct.content instanceof Y.ContentString) texts.add(struct, stays);
  }
  const freed = new Map<number, number>();
  const freedRecords = new Map<number, number>();
  forEachDeleted(ds, doc, (item, length) => {
    const { client } = item.id;
    raise(freed, client, (bytesOf(item.content) * length) / item.length);
    if (isRecord(item.content)) raise(freedRecords, client, 1);
    if (item.content instanceof Y.ContentString) texts.add(item, -length);
  });
  return { brought, freed, records, freedRecords, longestText: texts.longest };
}

/** What is written on a record is in types below it; the record itself is a map in a root. */
export function isRecord(content: unknown): boolean {
  return content instanceof Y.ContentType && content.type instanceof Y.Map;
}

export function raise<K>(sums: Map<K, number>, key: K, by: number): void {
  sums.set(key, (sums.get(key) ?? 0) + by);
}

function bytesOf(content: Y.Item['content']): number {
  if (content instanceof Y.ContentString) return Buffer.byteLength(content.str);
  if (content instanceof Y.ContentDeleted) return 0;
  if (content instanceof Y.ContentType) return EMPTY_TYPE_BYTES;
  const encoder = new Y.UpdateEncoderV1();
  content.write(encoder, 0);
  return Math.max(LEAST_VALUE_BYTES, encoding.length(encoder.restEncoder));
}

/** How many of `length` clocks from `from` on lie in these ranges. */
function covered(ranges: Ranges, from: number, length: number): number {
  let sum = 0;
  // They lie in order and apart, and are many where the structs are many too.
  for (let at = firstBehind(ranges, from); at < ranges.length; at += 1) {
    const { clock, len } = ranges[at] as Ranges[number];
    if (clock >= from + length) break;
    sum += Math.min(from + length, clock + len) - Math.max(from, clock);
  }
  return sum;
}

/** Where the first range is that ends behind this clock. */
function firstBehind(ranges: Ranges, from: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { clock, len } = ranges[middle] as Ranges[number];
    if (clock + len <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Tells of each living item that the delete set hits, with how much of it. */
function forEachDeleted(
  ds: DecodedUpdate['ds'],
  doc: Y.Doc,
  tell: (item: Y.Item, length: number) => void,
): void {
  for (const [client, ranges] of ds.clients) {
    const structs = doc.store.clients.get(client);
    if (!structs) continue;
    for (const { clock, len } of ranges) {
      const end = Math.min(clock + len, Y.getState(doc.store, client));
      if (clock >= end) continue;
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
        const item = structs[at];
        if (!item || item.id.clock >= end) break;
        if (item.deleted || !(item instanceof Y.Item)) continue;
        const until = Math.min(end, item.id.clock + item.length);
        tell(item, until - Math.max(clock, item.id.clock));
      }
    }
  }
}

/** Texts by the id of their type, whether they are in the document or only in the update. */
class TextLengths {
  readonly #doc: Y.Doc;
  /** The update's own items, by client and in order of clock: a later one may hang on an earlier. */
  readonly #own = new Map<number, Y.Item[]>();
  readonly #texts = new Map<Y.Item, string>();
  /** Per text how many units come and go. */
  readonly #changes = new Map<string, number>();

  constructor(doc: Y.Doc, structs: DecodedUpdate['structs']) {
    this.#doc = doc;
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      const items = this.#own.get(struct.id.client);
      if (items) items.push(struct);
      else this.#own.set(struct.id.client, [struct]);
    }
  }

  /** Of those that grow. */
  get longest(): number {
    let longest = 0;
    for (const [text, change] of this.#changes) {
      if (change > 0) longest = Math.max(longest, this.#lengthThere(text) + change);
    }
    return longest;
  }

  add(item: Y.Item, units: number): void {
    const text = this.#textOf(item);
    if (text !== NO_TEXT) raise(this.#changes, text, units);
  }

  /** Written beside something, an item does not name its text: the first that does is looked for. */
  #textOf(item: Y.Item): string {
    const passed: Y.Item[] = [];
    let text: string | undefined;
    for (let at: Y.Item | undefined = item; text === undefined;) {
      text = this.#texts.get(at) ?? parentOf(at);
      passed.push(at);
      const beside: Y.ID | null = at.origin ?? at.rightOrigin;
      at = beside ? this.#itemAt(beside) : undefined;
      if (!at) break;
    }
    for (const one of passed) this.#texts.set(one, text ?? NO_TEXT);
    return text ?? NO_TEXT;
  }

  #itemAt({ client, clock }: Y.ID): Y.Item | undefined {
    const own = this.#own.get(client) ?? [];
    const near = own[indexBefore(own, clock)];
    if (near && clock < near.id.clock + near.length) return near;
    const structs = this.#doc.store.clients.get(client);
    if (!structs || clock >= Y.getState(this.#doc.store, client)) return undefined;
    const struct = structs[Y.findIndexSS(structs, clock)];
    return struct instanceof Y.Item ? struct : undefined;
  }

  #lengthThere(text: string): number {
    const [client = 0, clock = 0] = text.split(':').map(Number);
    const structs = this.#doc.store.clients.get(client);
    if (!structs || clock >= Y.getState(this.#doc.store, client)) return 0;
    const struct = structs[Y.findIndexSS(structs, clock)];
    const content = struct instanceof Y.Item ? struct.content : undefined;
    return content instanceof Y.ContentType ? content.type._length : 0;
  }
}

/** What is written straight into a root is in no text of a record. */
const NO_TEXT = '';

/** @returns undefined where the item leaves it to its neighbour. */
function parentOf({ parent }: Y.Item): string | undefined {
  if (parent instanceof Y.ID) return keyOf(parent);
  if (parent instanceof Y.AbstractType) return parent._item ? keyOf(parent._item.id) : NO_TEXT;
  return typeof parent === 'string' ? NO_TEXT : undefined;
}

/** The last item that begins at or before this clock. */
function indexBefore(items: readonly Y.Item[], clock: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.id.clock ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function keyOf({ client, clock }: Y.ID): string {
  return `${client}:${clock}`;
}
