/**
 * Sees when one member takes much away from a room, at once or piece by piece, and has the state from
 * before it. Asked by the room just before it applies what was committed; holds nobody up.
 */
import * as Y from 'yjs';
import type { MemberId } from '#domain/ids';
import { rootNamesOf } from '#document/kinds/record-roots';

/** What an update takes away. */
export type Removed = {
  /** Everything with an id of its own. */
  readonly records: number;
  /** What a board is counted in: its notes, or a map's chapters. */
  readonly notes: number;
};

/** One member's taking away, told when it has become much and each time that it goes on. */
export type Removal = {
  readonly roomId: string;
  /** The same object for as long as it is the same taking away. */
  readonly run: object;
  /** The whole document from before it, as one V1 update. */
  readonly state: Uint8Array;
  /** Notes that went so far. */
  readonly notes: number;
};

const COUNTED: ReadonlySet<string> = new Set(['notes', 'chapters']);

/** Where records lie, by name. */
function rootsOf(doc: Y.Doc): [name: string, root: Y.Map<Y.Map<unknown>>][] {
  return rootNamesOf(doc).map((name) => [name, doc.getMap(name)]);
}

/** More than these, and more than a third of what is there, is much. */
const FEW = 10;
const PART = 3;
/** Who takes nothing away for so long has ended; so has who began so long ago. */
const PAUSE_MS = 60_000;
const LONGEST_MS = 10 * 60_000;
/** So many at a time have a state of their own; beyond it one that is that young serves who begins too. */
const OWN_STATES = 8;
const FRESH_MS = 10_000;

type Run = {
  startMs: number;
  lastMs: number;
  there: number;
  records: number;
  notes: number;
  state: Uint8Array;
};

function isMuch(records: number, there: number): boolean {
  return records > Math.max(FEW, there / PART);
}

/** A committed update with who sent it and what it takes away. */
type Taking = {
  readonly connection: { readonly entrant: { readonly memberId: MemberId } };
  readonly removed?: Removed;
};

export class RemovalWatch {
  readonly #roomId: string;
  readonly #tell: (removal: Removal) => void;
  readonly #runs = new Map<MemberId, Run>();
  #kept: { state: Uint8Array; atMs: number } | undefined;

  /** @param tell called with each removal that is much, and again when it goes on. */
  constructor(roomId: string, tell: (removal: Removal) => void) {
    this.#roomId = roomId;
    this.#tell = tell;
  }

  /** @param live the document before any of these is applied. */
  note(takings: readonly Taking[], live: Y.Doc): void {
    for (const { connection, removed } of takings) {
      if (removed && removed.records > 0) this.#count(connection.entrant.memberId, removed, live);
    }
  }

  #count(memberId: MemberId, removed: Removed, live: Y.Doc): void {
    const nowMs = performance.now();
    this.#forget(nowMs);
    const run = this.#runs.get(memberId) ?? this.#begin(removed, live, nowMs);
    this.#runs.set(memberId, run);
    run.lastMs = nowMs;
    run.records += removed.records;
    run.notes += removed.notes;
    if (!isMuch(run.records, run.there)) return;
    this.#tell({ roomId: this.#roomId, run, state: run.state, notes: run.notes });
  }

  #begin({ records }: Removed, live: Y.Doc, nowMs: number): Run {
    const there = rootsOf(live).reduce((sum, [, root]) => sum + root.size, 0);
    const mayShare = this.#runs.size >= OWN_STATES && !isMuch(records, there);
    if (!this.#kept || !mayShare) this.#kept = { state: Y.encodeStateAsUpdate(live), atMs: nowMs };
    const { state } = this.#kept;
    return { startMs: nowMs, lastMs: nowMs, there, records: 0, notes: 0, state };
  }

  #forget(nowMs: number): void {
    for (const [memberId, { startMs, lastMs }] of this.#runs) {
      const isOver = nowMs - lastMs > PAUSE_MS || nowMs - startMs > LONGEST_MS;
      if (isOver) this.#runs.delete(memberId);
    }
    if (this.#kept && nowMs - this.#kept.atMs > FRESH_MS) this.#kept = undefined;
  }
}

/** Counts what goes out of a document from here on. @returns ends it and tells what is gone. */
export function countRemovals(doc: Y.Doc): () => Removed {
  const ends = rootsOf(doc).map(([name, map]) => {
    const gone = new Set<string>();
    const look = ({ changes }: Y.YMapEvent<Y.Map<unknown>>): void => {
      changes.keys.forEach(({ action }, key) => void (action === 'delete' && gone.add(key)));
    };
    map.observe(look);
    return () => {
      map.unobserve(look);
      // What was put back in the same breath is not gone.
      return { name, count: [...gone].filter((key) => !map.has(key)).length };
    };
  });
  return () => {
    let [notes, records] = [0, 0];
    for (const { name, count } of ends.map((end) => end())) {
      records += count;
      if (COUNTED.has(name)) notes += count;
    }
    return { notes, records };
  };
}
