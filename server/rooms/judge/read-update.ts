/**
 * Reads the V1 bytes of an update into plain structs and delete ranges. Makes nothing of Yjs and
 * nothing larger than the bytes are, stops at the first that no Yjs writes, and leaves none unread:
 * what Yjs itself passes over (bytes behind the end, a second section of one client) would be called
 * known and acknowledged while it is thrown away.
 */
import * as decoding from 'lib0/decoding';
import { BadFrameError, decoded } from '#server/rooms/messages';

export type StructId = { readonly client: number; readonly clock: number };

export type Content =
  | { readonly kind: 'deleted' }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'values'; readonly values: readonly unknown[] }
  /** Bytes as one value, as Yjs stores a Uint8Array. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** A shared type: `map`, `text`, or one that no document declares. */
  | { readonly kind: 'type'; readonly type: 'map' | 'text' | 'other' }
  /** Formatting, embeds, old JSON, documents in documents. */
  | { readonly kind: 'other' };

/** Where an item says it is: in a root, in the item `parent`, or where `origin` and `right` are. */
export type ItemStruct = {
  readonly kind: 'item';
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly origin: StructId | null;
  readonly right: StructId | null;
  readonly root: string | null;
  readonly parent: StructId | null;
  readonly key: string | null;
  readonly content: Content;
};

export type Struct =
  | ItemStruct
  | {
      /** `gc`: was deleted with what it was in. `skip`: not in this update. */
      readonly kind: 'gc' | 'skip';
      readonly client: number;
      readonly clock: number;
      readonly length: number;
    };

export type DeleteRange = { readonly clock: number; readonly length: number };

export type Update = {
  /** By client, in order of their clocks and without holes (a hole is a `skip`). */
  readonly structs: ReadonlyMap<number, readonly Struct[]>;
  /** By client, in order and apart. */
  readonly deletes: ReadonlyMap<number, readonly DeleteRange[]>;
};

/** What one update may hold at most. */
export type ReadBounds = {
  /** Whose structs, or whose deletions, are in it. */
  readonly clients: number;
  readonly structs: number;
  readonly deleteRanges: number;
};

/** Yjs draws clientIDs of 32 bits. */
const CLIENT_MOST = 0xffff_ffff;
/** Letters and values that one page load ever makes: far above a week of typing, far below where sums lose digits. */
const CLOCK_MOST = 0x7fff_ffff;
/** Deepest value, in arrays and objects. */
const VALUE_DEPTH = 16;

const HAS_ORIGIN = 0b1000_0000;
const HAS_RIGHT = 0b0100_0000;
const HAS_KEY = 0b0010_0000;
const CONTENT = 0b0001_1111;
const SKIP = 10;
const typeNames = ['other', 'map', 'text'] as const;

/** Throws BadFrameError for anything but one whole update within the bounds. */
export function readUpdate(bytes: Uint8Array, bounds: ReadBounds): Update {
  return decoded(() => new UpdateReader(bytes, bounds).read());
}

class UpdateReader {
  readonly #decoder: decoding.Decoder;
  readonly #bounds: ReadBounds;
  #structsLeft: number;
  #rangesLeft: number;

  constructor(bytes: Uint8Array, bounds: ReadBounds) {
    this.#decoder = decoding.createDecoder(bytes);
    this.#bounds = bounds;
    this.#structsLeft = bounds.structs;
    this.#rangesLeft = bounds.deleteRanges;
  }

  read(): Update {
    const structs = this.#sections(() => this.#structsOf());
    const deletes = this.#sections(() => this.#rangesOf());
    if (decoding.hasContent(this.#decoder)) throw new BadFrameError('bytes behind an update');
    return { structs, deletes };
  }

  #sections<T>(readOne: () => [client: number, list: T[]]): Map<number, T[]> {
    const sections = new Map<number, T[]>();
    const count = this.#uint();
    if (count > this.#bounds.clients) {
      throw new BadFrameError(`more than ${this.#bounds.clients} clients`);
    }
    for (let left = count; left > 0; left--) {
      const [client, list] = readOne();
      if (sections.has(client)) throw new BadFrameError('two sections of one client');
      if (list.length === 0) throw new BadFrameError('an empty section');
      sections.set(client, list);
    }
    return sections;
  }

  #structsOf(): [number, Struct[]] {
    const count = this.#uint();
    this.#structsLeft -= count;
    if (this.#structsLeft < 0) {
      throw new BadFrameError(`more than ${this.#bounds.structs} structs`);
    }
    const client = this.#client();
    let clock = this.#uint();
    const structs: Struct[] = [];
    for (let left = count; left > 0; left--) {
      const struct = this.#struct(client, clock);
      if (struct.length < 1) throw new BadFrameError('an empty struct');
      clock += struct.length;
      if (clock > CLOCK_MOST) throw new BadFrameError('a clock beyond any');
      structs.push(struct);
    }
    return [client, structs];
  }

  #struct(client: number, clock: number): Struct {
    const info = decoding.readUint8(this.#decoder);
    if (info === 0) return { kind: 'gc', client, clock, length: this.#uint() };
    if (info === SKIP) return { kind: 'skip', client, clock, length: this.#uint() };
    const origin = info & HAS_ORIGIN ? this.#id() : null;
    const right = info & HAS_RIGHT ? this.#id() : null;
    let root: string | null = null;
    let parent: StructId | null = null;
    let key: string | null = null;
    if (!origin && !right) {
      const isRoot = this.#uint();
      if (isRoot > 1) throw new BadFrameError('a parent that is neither root nor item');
      if (isRoot === 1) root = this.#string();
      else parent = this.#id();
      if (info & HAS_KEY) key = this.#string();
    }
    const [content, length] = this.#content(info & CONTENT);
    return { kind: 'item', client, clock, length, origin, right, root, parent, key, content };
  }

  /** @returns the content and how many clocks it takes. */
  #content(ref: number): [Content, number] {
    switch (ref) {
      case 1:
        return [{ kind: 'deleted' }, this.#uint()];
      case 2: {
        const count = this.#uint();
        for (let left = count; left > 0; left--) this.#string();
        return [{ kind: 'other' }, count];
      }
      case 3:
        return [{ kind: 'bytes', bytes: decoding.readVarUint8Array(this.#decoder) }, 1];
      case 4: {
        const text = this.#string();
        return [{ kind: 'string', text }, text.length];
      }
      case 5:
        this.#string();
        return [{ kind: 'other' }, 1];
      case 6:
        this.#string();
        this.#string();
        return [{ kind: 'other' }, 1];
      case 7: {
        const type = this.#uint();
        if (type > 6) throw new BadFrameError('no such type');
        // An XML element or hook has a name.
        if (type === 3 || type === 5) this.#string();
        return [{ kind: 'type', type: typeNames[type] ?? 'other' }, 1];
      }
      case 8: {
        const values: unknown[] = [];
        for (let left = this.#uint(); left > 0; left--) values.push(this.#value(0));
        return [{ kind: 'values', values }, values.length];
      }
      case 9:
        this.#string();
        this.#value(0);
        return [{ kind: 'other' }, 1];
      default:
        throw new BadFrameError('no such content');
    }
  }

  #rangesOf(): [number, DeleteRange[]] {
    const client = this.#client();
    const count = this.#uint();
    this.#rangesLeft -= count;
    if (this.#rangesLeft < 0) {
      throw new BadFrameError(`more than ${this.#bounds.deleteRanges} deletions`);
    }
    const ranges: DeleteRange[] = [];
    let end = 0;
    for (let left = count; left > 0; left--) {
      const clock = this.#uint();
      const length = this.#uint();
      if (length < 1 || clock < end) throw new BadFrameError('deletions out of order');
      end = clock + length;
      if (end > CLOCK_MOST) throw new BadFrameError('a clock beyond any');
      ranges.push({ clock, length });
    }
    return [client, ranges];
  }

  /** As lib0's `readAny`, no deeper than any document goes. */
  #value(depth: number): unknown {
    if (depth > VALUE_DEPTH) throw new BadFrameError('a value that goes too deep');
    const decoder = this.#decoder;
    const type = decoder.arr[decoder.pos];
    if (type === 117) {
      decoder.pos += 1;
      const list: unknown[] = [];
      for (let left = this.#uint(); left > 0; left--) list.push(this.#value(depth + 1));
      return list;
    }
    if (type === 118) {
      decoder.pos += 1;
      const entries: [string, unknown][] = [];
      for (let left = this.#uint(); left > 0; left--) {
        entries.push([this.#string(), this.#value(depth + 1)]);
      }
      return Object.fromEntries(entries);
    }
    return decoding.readAny(decoder);
  }

  #id(): StructId {
    return { client: this.#client(), clock: this.#uint() };
  }

  #client(): number {
    const client = this.#uint();
    if (client > CLIENT_MOST) throw new BadFrameError('no clientID');
    return client;
  }

  #uint(): number {
    const decoder = this.#decoder;
    const from = decoder.pos;
    const number = decoding.readVarUint(decoder);
    const isLonger = decoder.pos > from + 1 && decoder.arr[decoder.pos - 1] === 0;
    if (isLonger) throw new BadFrameError('a number longer than it needs');
    return number;
  }

  #string(): string {
    return decoding.readVarString(this.#decoder);
  }
}
