/**
 * How much space there is in one room, and whether an update still fits: in the document, in its
 * writer's share of it, in the sprint. Between two measurings it counts on; before it refuses for
 * want of space it measures again. What does not grow the document fits always, so that who clears
 * up, moves or takes back is never held up.
 */
import type { MemberId } from '#domain/ids';
import type { Space, SpaceOf } from '#protocol/rooms';
import type { ClientTable } from '#server/rooms/clients';
import type { Measure } from '#server/rooms/document-measure';
import { raise, type Growth } from '#server/rooms/growth';
import type { RoomLimits } from '#server/rooms/limits';
import type { SprintUsage } from '#server/rooms/sprint-usage';

export type SpaceWriter = {
  readonly memberId: MemberId;
  /** Has what is kept in reserve, so that a room that others filled can be cleared and gone on with. */
  readonly facilitates: boolean;
};

/** Bytes and records, of a bound or of what is used of it. */
type Amount = { readonly bytes: number; readonly records: number };
type Spot = { readonly of: SpaceOf; readonly used: Amount; readonly bound: Amount };

type Parts = {
  readonly measure: () => Measure;
  readonly clients: ClientTable;
  readonly usage: SprintUsage;
  readonly limits: RoomLimits;
  readonly bound: Amount;
  /** The room has one writer: nothing of it is to be shared out. */
  readonly isPrivate: boolean;
};

/** Freed and not used again: so much one may put back, in a full document too. */
const MOST_CREDIT: Amount = { bytes: 1_048_576, records: 1_000 };
/** Counted on, and not measured, at most this part of the bound before it is measured again. */
const UNMEASURED_PART = 1 / 64;
const ENOUGH: Space = { left: 'enough', of: null };

export class RoomSpace {
  readonly #parts: Parts;
  #used: Amount = { bytes: 0, records: 0 };
  readonly #bytesOf = new Map<MemberId | null, number>();
  readonly #recordsOf = new Map<MemberId | null, number>();
  readonly #credit = new Map<MemberId, Amount>();
  #unmeasured = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#measure();
  }

  get usage(): SprintUsage {
    return this.#parts.usage;
  }

  get used(): Amount {
    return this.#used;
  }

  /** @returns what there is too little space in for it; undefined when it fits. Changes nothing. */
  refuses(growth: Growth, writer: SpaceWriter): SpaceOf | undefined {
    const { limits, usage } = this.#parts;
    if (growth.longestText > limits.textUnits) return 'note';
    const wanted = this.#wanted(growth, writer.memberId);
    if (wanted.bytes <= 0 && wanted.records <= 0) return this.#refusesEven(growth);
    if (!usage.mayGrow(writer.memberId, performance.now())) return 'pace';
    const full = this.#fullFor(wanted, writer);
    if (full === undefined || this.#unmeasured === 0) return full;
    this.#measureWhenWorthIt();
    return this.#fullFor(wanted, writer);
  }

  /** The update was taken: `bytes` is what is stored of it. */
  took(growth: Growth, { bytes, memberId }: { bytes: number; memberId: MemberId }): void {
    const freed = { bytes: sum(growth.freed), records: sum(growth.freedRecords) };
    const credit = this.#creditOf(memberId);
    this.#credit.set(memberId, {
      bytes: between(0, credit.bytes + freed.bytes - growth.brought, MOST_CREDIT.bytes),
      records: between(0, credit.records + freed.records - growth.records, MOST_CREDIT.records),
    });
    this.#add({ bytes: bytes - freed.bytes, records: growth.records - freed.records }, bytes);
    raise(this.#bytesOf, memberId, bytes);
    raise(this.#recordsOf, memberId, growth.records);
    this.#giveBack(this.#bytesOf, growth.freed);
    this.#giveBack(this.#recordsOf, growth.freedRecords);
    this.#parts.usage.took(bytes, memberId);
  }

  /** A command, or another node, changed the document; `records` as many as came of it. */
  changed(change: Amount): void {
    this.#add(change, change.bytes);
    this.#parts.usage.took(change.bytes, null);
  }

  /** Whether a command may add so much: it has the reserve, and is refused whole. */
  refusesCommand(wanted: Amount): SpaceOf | undefined {
    return this.#fullIn(wanted, this.#common(), 1 + this.#parts.limits.reserve);
  }

  /** What this writer is to know of it. */
  leftFor(writer: SpaceWriter): Space {
    let left = ENOUGH;
    for (const spot of this.#spots(writer)) {
      const part = partOf(spot);
      const { of } = spot;
      if (part >= this.#fullAt(writer)) return { left: 'none', of };
      if (part >= this.#parts.limits.littleFrom && left.of === null) left = { left: 'little', of };
    }
    return left;
  }

  /** How many of the marks (little, none, not even the reserve) the fullest of what all share has passed. */
  level(): number {
    const { littleFrom, reserve } = this.#parts.limits;
    const parts = this.#common().map(partOf);
    const most = Math.max(...parts);
    return [littleFrom, 1, 1 + reserve].filter((mark) => most >= mark).length;
  }

  /** What does not grow it fits, unless even the reserve is gone: then only what takes away. */
  #refusesEven({ brought }: Growth): SpaceOf | undefined {
    const most = this.#parts.bound.bytes * (1 + this.#parts.limits.reserve);
    if (brought === 0 || this.#used.bytes <= most) return undefined;
    this.#measureWhenWorthIt();
    return this.#used.bytes <= most ? undefined : this.#common()[0]?.of;
  }

  #wanted(growth: Growth, memberId: MemberId): Amount {
    const credit = this.#creditOf(memberId);
    return {
      bytes: growth.brought - sum(growth.freed) - credit.bytes,
      records: growth.records - sum(growth.freedRecords) - credit.records,
    };
  }

  #creditOf(memberId: MemberId): Amount {
    return this.#credit.get(memberId) ?? { bytes: 0, records: 0 };
  }

  #fullAt({ facilitates }: SpaceWriter): number {
    return facilitates && !this.#parts.isPrivate ? 1 + this.#parts.limits.reserve : 1;
  }

  #fullFor(wanted: Amount, writer: SpaceWriter): SpaceOf | undefined {
    return this.#fullIn(wanted, this.#spots(writer), this.#fullAt(writer));
  }

  #fullIn(wanted: Amount, spots: readonly Spot[], most: number): SpaceOf | undefined {
    const isOver = ({ of, used, bound }: Spot, kind: keyof Amount): boolean => {
      // Nobody who tries the product has a reserve of what all who try it share.
      const limit = of === 'example' ? bound[kind] : bound[kind] * most;
      return wanted[kind] > 0 && used[kind] + wanted[kind] > limit;
    };
    return spots.find((spot) => isOver(spot, 'bytes') || isOver(spot, 'records'))?.of;
  }

  #common(): Spot[] {
    const { bound, isPrivate, usage } = this.#parts;
    const whole: Spot = { of: isPrivate ? 'pile' : 'board', used: this.#used, bound };
    return [whole, ...usage.spots().map(bytesAlone)];
  }

  #spots({ memberId, facilitates }: SpaceWriter): Spot[] {
    const { bound, isPrivate, limits, usage } = this.#parts;
    const spots = this.#common();
    if (facilitates || isPrivate) return spots;
    const { memberShare: part } = limits;
    const used = {
      bytes: this.#bytesOf.get(memberId) ?? 0,
      records: this.#recordsOf.get(memberId) ?? 0,
    };
    const share = { bytes: bound.bytes * part, records: bound.records * part };
    return [...spots, { of: 'share', used, bound: share }, bytesAlone(usage.shareOf(memberId))];
  }

  #add({ bytes, records }: Amount, unmeasured: number): void {
    this.#used = {
      bytes: Math.max(0, this.#used.bytes + bytes),
      records: Math.max(0, this.#used.records + records),
    };
    this.#unmeasured += unmeasured;
    const { bound, limits } = this.#parts;
    if (this.#used.bytes >= bound.bytes * limits.littleFrom) this.#measureWhenWorthIt();
  }

  #giveBack(owned: Map<MemberId | null, number>, freed: ReadonlyMap<number, number>): void {
    for (const [clientId, count] of freed) {
      raise(owned, this.#parts.clients.ownerOf(clientId) ?? null, -count);
    }
  }

  #measureWhenWorthIt(): void {
    if (this.#unmeasured >= this.#parts.bound.bytes * UNMEASURED_PART) this.#measure();
  }

  #measure(): void {
    const { bytes, records, bytesOf, recordsOf } = this.#parts.measure();
    this.#used = { bytes, records };
    this.#unmeasured = 0;
    this.#bytesOf.clear();
    this.#recordsOf.clear();
    for (const [clientId, count] of bytesOf) raise(this.#bytesOf, this.#ownerOf(clientId), count);
    for (const [clientId, count] of recordsOf) {
      raise(this.#recordsOf, this.#ownerOf(clientId), count);
    }
  }

  #ownerOf(clientId: number): MemberId | null {
    return this.#parts.clients.ownerOf(clientId) ?? null;
  }
}

function partOf({ used, bound }: Spot): number {
  return Math.max(used.bytes / bound.bytes, used.records / bound.records);
}

/** Where only bytes are counted. */
function bytesAlone({ of, used, bound }: { of: SpaceOf; used: number; bound: number }): Spot {
  return { of, used: { bytes: used, records: 0 }, bound: { bytes: bound, records: Infinity } };
}

function sum(counts: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
