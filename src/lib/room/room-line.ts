/**
 * One room of this browser: the document, its copy on this device, the line to the server and the
 * account of what is committed. No runes here: `RoomClient` reads it for the screen, `unsent.ts`
 * uses it without a screen, tests run it in Node. Change of anything it tells is one `onChange`.
 */
import type { IndexeddbPersistence } from 'y-indexeddb';
import { Awareness } from 'y-protocols/awareness';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { OwnUndo } from '#document/own-undo';
import { roots } from '#document/schema';
import { closeCodes } from '#protocol/close-codes';
import type { Breach, Space } from '#protocol/rooms';
import { onWake } from '$lib/live/connecting';
import { copyName, openCopy } from '$lib/room/unsaved/copies';
import type { DirtyRecord, DirtyText } from '$lib/room/unsaved/dirty-records';
import { keptStorage, pageStorage } from '$lib/room/unsaved/kept-storage';
import { watchOwnWork } from '$lib/room/unsaved/own-work';
import { connectAnew, probe, stockProvider } from '$lib/room/stock-provider';
import { UNSAVED_MARK_MS, UnsentWork } from '$lib/room/unsaved/unsent-work';

export type RoomStatus =
  | { kind: 'connecting' }
  | { kind: 'catching-up' }
  | { kind: 'live' }
  | { kind: 'offline' }
  /** What the server has of it cannot be read; tried again all the same. */
  | { kind: 'unreadable' }
  | { kind: 'refused'; code: number };

/** `not-taken`: there is no space for it on the server; it waits here. */
export type SavedState = 'saved' | 'busy' | 'not-taken' | 'offline-kept' | 'offline-not-kept';

export type RoomOptions = {
  /** Room name as the stage gives it. */
  room: string;
  memberId: string;
  /** 'ws(s)://host', see `wsBaseOf`. */
  wsBase: string;
  /** Own undo and redo; off for rooms without a screen. */
  undo?: boolean;
  readOnly?: boolean;
  /** False: nothing of it is kept on this device, and nothing that was kept is read. */
  keepsCopy?: boolean;
  /** Other than the browser's, for tests. */
  socketClass?: typeof WebSocket;
  storage?: Storage;
};

const ENOUGH: Space = { left: 'enough', of: null };

/** The websocket base of the page's own server. */
export function wsBaseOf(url: { protocol: string; host: string }): string {
  return `${url.protocol === 'https:' ? 'wss' : 'ws'}://${url.host}`;
}

export class RoomLine {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly undoManager: OwnUndo | undefined;
  readonly options: RoomOptions;
  /** Resolves once the copy on this device is in the document, or there is none. */
  readonly opened: Promise<void>;
  readonly #provider: WebsocketProvider;
  readonly #work: UnsentWork;
  readonly #listeners = new Set<() => void>();
  readonly #breachListeners = new Set<(breach: Breach) => void>();
  #copy: IndexeddbPersistence | undefined;
  #status: RoomStatus = { kind: 'connecting' };
  #space: Space = ENOUGH;
  #caughtUp = false;
  #hasCopy = false;
  #readOnly: boolean;
  #destroyed = false;
  #isOpen = false;
  readonly #endWatch: () => void;
  #markTimer: ReturnType<typeof setTimeout> | undefined;
  #probeTimer: ReturnType<typeof setTimeout> | undefined;
  #endWake = (): void => undefined;

  constructor(options: RoomOptions) {
    this.options = options;
    this.#readOnly = options.readOnly ?? false;
    // A line that keeps nothing must not settle accounts of those that do.
    const storage =
      options.keepsCopy === false ? pageStorage() : (options.storage ?? keptStorage());
    this.#work = new UnsentWork(this.doc, { ...options, storage });
    this.#provider = this.#connectTo(options);
    if (options.undo) {
      this.undoManager = new OwnUndo(this.doc);
    }
    // After the provider: it has sent the frame of a change by the time that the change is marked.
    this.#endWatch = watchOwnWork(this.doc, (work) => {
      this.#work.worked(work);
      this.#markLater();
      this.#changed();
    });
    this.awareness.setLocalState({ cursor: null, drag: null, typing: null, selection: [] });
    this.opened = this.#open();
  }

  get status(): RoomStatus {
    return this.#status;
  }

  get saved(): SavedState {
    const { kind } = this.#status;
    if (kind === 'live' && this.#work.clean) return 'saved';
    if (kind === 'live') return this.#space.left === 'none' ? 'not-taken' : 'busy';
    if (kind === 'connecting' || kind === 'catching-up') return 'busy';
    if (!this.#copy) return 'offline-not-kept';
    return kind === 'unreadable' ? 'not-taken' : 'offline-kept';
  }

  /** How much the server still takes from here; enough, until it says otherwise. */
  get space(): Space {
    return this.#space;
  }

  /** What is done here is written on this device too. */
  get keepsCopy(): boolean {
    return this.#copy !== undefined;
  }

  /** The server's state of this room has been read at least once. */
  get caughtUp(): boolean {
    return this.#caughtUp;
  }

  /** There is something true to show: the copy was read, or the server's state. */
  get loaded(): boolean {
    return this.#caughtUp || (this.#hasCopy && roots.meta(this.doc).size > 0);
  }

  /** Everything done here is committed by the server. */
  get clean(): boolean {
    return this.#work.clean;
  }

  get readOnly(): boolean {
    return this.#readOnly;
  }

  /**
   * Told from the stage. Frames sent while the server took none are lost on that connection, so a
   * board that opens again while work waits gets a new one.
   */
  set readOnly(readOnly: boolean) {
    if (readOnly === this.#readOnly) return;
    this.#readOnly = readOnly;
    if (!readOnly && !this.#work.clean) this.reconnect();
    this.#changed();
  }

  /** Notes that wait for longer than two seconds. */
  unsavedNotes(): ReadonlySet<string> {
    return this.#work.unsavedNotes();
  }

  /** Texts that are not committed, of this tab and of earlier visits. */
  dirtyTexts(): DirtyRecord[] {
    return this.#work.dirtyTexts();
  }

  /** A text for which there is no note any more, to be kept until it has one. */
  keepText(noteId: string, text: DirtyText): void {
    this.#work.keepText(noteId, text);
  }

  /** The work is kept elsewhere now, or was taken back: this room waits for it no longer. */
  forget(noteIds: Iterable<string>): void {
    this.#work.forget(noteIds);
    this.#changed();
  }

  /** Everything this room waits for, as keys for `forget`. */
  waiting(): string[] {
    return this.#work.waiting();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Told of each thing done here that the server put right; by then the document shows it put right. */
  onBreach(listener: (breach: Breach) => void): () => void {
    this.#breachListeners.add(listener);
    return () => this.#breachListeners.delete(listener);
  }

  reconnect(): void {
    // Before the copy is read nothing may connect: its content would go out as if it were new.
    if (this.#destroyed || !this.#isOpen) return;
    connectAnew(this.#provider);
  }

  async destroy(): Promise<void> {
    if (this.#destroyed) return;
    this.#destroyed = true;
    clearTimeout(this.#markTimer);
    globalThis.removeEventListener?.('offline', this.#onLost);
    this.#endWake();
    clearTimeout(this.#probeTimer);
    this.#listeners.clear();
    this.#breachListeners.clear();
    this.#endWatch();
    this.undoManager?.destroy();
    this.#provider.destroy();
    this.awareness.destroy();
    await this.#copy?.destroy();
    this.doc.destroy();
  }

  async #open(): Promise<void> {
    const name = copyName(this.options.room, this.options.memberId);
    if (this.options.keepsCopy !== false) this.#copy = await openCopy(name, this.doc);
    if (this.#destroyed) {
      await this.#copy?.destroy();
      return;
    }
    this.#isOpen = true;
    this.#hasCopy = this.#copy !== undefined;
    globalThis.addEventListener?.('offline', this.#onLost);
    this.#endWake = onWake(() => this.#wake());
    this.#provider.connect();
    this.#changed();
  }

  #connectTo(options: RoomOptions): WebsocketProvider {
    const { doc, awareness } = this;
    return stockProvider(
      { ...options, doc, awareness },
      {
        onConnecting: () => {
          this.#work.opened();
          this.#space = ENOUGH;
        },
        onConnected: () => {
          // Each attempt gets that far; until the server's state is read nothing is better than it was.
          if (this.#status.kind !== 'unreadable') this.#became({ kind: 'catching-up' });
        },
        onSynced: () => {
          this.#caughtUp = true;
          this.#became({ kind: 'live' });
        },
        onLost: (code) => {
          this.#work.closed();
          this.#became({ kind: code === closeCodes.unreadable ? 'unreadable' : 'offline' });
        },
        onRefused: (code) => this.#became({ kind: 'refused', code }),
        onFrame: (frame) => this.#work.sent(frame),
        onAcknowledged: (frames) => {
          if (this.#work.acknowledged(frames)) this.#changed();
        },
        onBreach: (breach) => [...this.#breachListeners].forEach((listener) => listener(breach)),
        onSpace: (space) => {
          this.#space = space;
          this.#changed();
        },
      },
    );
  }

  /** Marks appear by time alone, so while work waits the screen is told every second. */
  #markLater(): void {
    this.#markTimer ??= setTimeout(() => {
      this.#markTimer = undefined;
      if (this.#work.clean) return;
      this.#changed();
      this.#markLater();
    }, UNSAVED_MARK_MS / 2);
  }

  /**
   * The system says that the network went: the line is given up at once, not after the provider's
   * 30 s. It may be wrong (a server on this machine is still there), so it is tried anew.
   */
  readonly #onLost = (): void => {
    if (this.#status.kind === 'live' || this.#status.kind === 'catching-up') this.reconnect();
  };

  #wake(): void {
    const { kind } = this.#status;
    if (kind === 'offline' || kind === 'connecting') return this.reconnect();
    if (kind === 'refused') return;
    clearTimeout(this.#probeTimer);
    this.#probeTimer = probe(this.#provider);
  }

  #became(status: RoomStatus): void {
    this.#status = status;
    this.#changed();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
