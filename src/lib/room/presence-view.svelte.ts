/**
 * Who else is on this board and what they point at, and what one shows of oneself. Travels in
 * awareness only; the server writes who each connection is.
 */
import type { Awareness } from 'y-protocols/awareness';
import {
  nothingShown,
  PRESENCE_MAX_NOTES,
  type Presence,
  type PresenceMember,
  type ShownStroke,
} from '#document/presence';
import { samePlain } from '$lib/room/wall/keyed-views';
import { nextFrame } from '$lib/room/next-frame';

export type OtherPerson = {
  /** One connection: the same member may be here twice. */
  clientId: number;
  member: PresenceMember;
  typing: Presence['typing'];
  /** What they see of the plane, to follow them. */
  view: Presence['view'];
  /** Member id of whom they follow. */
  follows: Presence['follows'];
};

/** What the hand of one connection does, which may change in each frame. */
export type Pointing = Pick<Presence, 'cursor' | 'drag' | 'stroke'>;
export type Pointings = ReadonlyMap<number, Pointing>;

/** About thirty times a second: smooth for the eye, light for the line. */
const CURSOR_EVERY_MS = 33;

export class PresenceView {
  readonly #awareness: Awareness;
  readonly #frame = nextFrame(() => this.#read());
  readonly #ask = (): void => this.#frame.ask();
  #others = $state.raw<readonly OtherPerson[]>([]);
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- told to the watchers, whole.
  #pointings: Pointings = new Map();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- plain calls, not listened to.
  readonly #watchers = new Set<(pointings: Pointings) => void>();
  #cursorsHidden = $state(false);
  #next: Partial<Presence> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sentAt = 0;

  constructor(awareness: Awareness) {
    this.#awareness = awareness;
    awareness.on('change', this.#ask);
    this.#read();
  }

  /** Everybody else's connections, in a fixed order; while cursors are hidden without what they see. */
  get others(): readonly OtherPerson[] {
    return this.#others;
  }

  /** Where everybody else points, by connection; empty while cursors are hidden. */
  get pointings(): Pointings {
    return this.#pointings;
  }

  /**
   * Tells where everybody else points, now and at each change. Not by a state: twenty people who move
   * would have the whole page looked through thirty times a second.
   * @returns what ends it.
   */
  watchPointing(watcher: (pointings: Pointings) => void): () => void {
    this.#watchers.add(watcher);
    watcher(this.#pointings);
    return () => void this.#watchers.delete(watcher);
  }

  get cursorsHidden(): boolean {
    return this.#cursorsHidden;
  }

  set cursorsHidden(hidden: boolean) {
    if (hidden === this.#cursorsHidden) return;
    this.#cursorsHidden = hidden;
    if (hidden) this.#send({ cursor: null, drag: null, stroke: null, selection: [], view: null });
    this.#read();
  }

  setCursor(cursor: { x: number; y: number } | null): void {
    this.#soon({ cursor });
  }

  setDrag(drag: { noteIds: readonly string[]; by: readonly [number, number] } | null): void {
    if (drag === null) {
      this.#soon({ drag: null });
      return;
    }
    const noteIds = drag.noteIds.slice(0, PRESENCE_MAX_NOTES);
    this.#soon({ drag: { noteIds, by: [drag.by[0], drag.by[1]] } });
  }

  /** Null: it ended, or was never one. */
  setStroke(stroke: ShownStroke | null): void {
    this.#soon({ stroke });
  }

  setSelection(noteIds: readonly string[]): void {
    this.#soon({ selection: noteIds.slice(0, PRESENCE_MAX_NOTES) });
  }

  setView(view: Presence['view']): void {
    this.#soon({ view });
  }

  setFollows(follows: Presence['follows']): void {
    this.#send({ follows });
  }

  setTyping(typing: string | null): void {
    this.#send({ typing });
  }

  destroy(): void {
    this.#frame.cancel();
    clearTimeout(this.#timer);
    this.#awareness.off('change', this.#ask);
  }

  #soon(fields: Partial<Presence>): void {
    if (this.#cursorsHidden) return;
    Object.assign(this.#next, fields);
    if (this.#timer !== undefined) return;
    const wait = Math.max(0, this.#sentAt + CURSOR_EVERY_MS - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const next = this.#next;
      this.#next = {};
      this.#send(this.#cursorsHidden ? {} : next);
    }, wait);
  }

  #send(fields: Partial<Presence>): void {
    const state = this.#awareness.getLocalState() ?? {};
    const next = { ...state, ...fields };
    if (samePlain(state, next)) return;
    this.#sentAt = performance.now();
    this.#awareness.setLocalState(next);
  }

  #read(): void {
    const others: OtherPerson[] = [];
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- told to the watchers, whole.
    const pointings = new Map<number, Pointing>();
    const hidden = this.#cursorsHidden;
    this.#awareness.getStates().forEach((state, clientId) => {
      if (clientId === this.#awareness.clientID) return;
      const shown: Presence = { ...nothingShown, ...state };
      const { member, cursor, drag, stroke, typing, view, follows } = shown;
      if (!member) return;
      if (!hidden) pointings.set(clientId, { cursor, drag, stroke });
      others.push({ clientId, member, typing, follows, view: hidden ? null : view });
    });
    others.sort((a, b) => a.clientId - b.clientId);
    if (!samePlain(others, this.#others)) this.#others = others;
    this.#pointings = pointings;
    for (const watcher of this.#watchers) watcher(pointings);
  }
}
