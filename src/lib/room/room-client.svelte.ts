/**
 * A room for the screen: the same as RoomLine, in reactive getters. Everything is derived from the
 * line at the moment of asking; nothing is mirrored. Made by SprintRooms, ended by `destroy`.
 */
import { createSubscriber } from 'svelte/reactivity';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Breach, Space } from '#protocol/rooms';
import { RoomLine, type RoomOptions, type RoomStatus, type SavedState } from '$lib/room/room-line';

export class RoomClient {
  /** Without runes, for what has to wait for something of the room. */
  readonly line: RoomLine;
  readonly #listen: () => void;
  readonly #listenUndo: () => void;

  constructor(options: RoomOptions) {
    this.line = new RoomLine(options);
    this.#listen = createSubscriber((update) => this.line.onChange(update));
    this.#listenUndo = createSubscriber((update) => {
      const manager = this.line.undoManager;
      const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;
      for (const event of events) manager?.on(event, update);
      return () => {
        for (const event of events) manager?.off(event, update);
      };
    });
  }

  get room(): string {
    return this.line.options.room;
  }

  get doc(): Y.Doc {
    return this.line.doc;
  }

  get awareness(): Awareness {
    return this.line.awareness;
  }

  get status(): RoomStatus {
    this.#listen();
    return this.line.status;
  }

  /** The truth about saving: `saved` only after the server has committed everything done here. */
  get saved(): SavedState {
    this.#listen();
    return this.line.saved;
  }

  /** How much the server still takes from here. */
  get space(): Space {
    this.#listen();
    return this.line.space;
  }

  /** There is something true to show: what was kept on this device, or what the server has. */
  get loaded(): boolean {
    this.#listen();
    return this.line.loaded;
  }

  get unsavedNotes(): ReadonlySet<string> {
    this.#listen();
    return this.line.unsavedNotes();
  }

  get readOnly(): boolean {
    this.#listen();
    return this.line.readOnly;
  }

  set readOnly(readOnly: boolean) {
    this.line.readOnly = readOnly;
  }

  get canUndo(): boolean {
    this.#listenUndo();
    return (this.line.undoManager?.undoStack.length ?? 0) > 0;
  }

  get canRedo(): boolean {
    this.#listenUndo();
    return (this.line.undoManager?.redoStack.length ?? 0) > 0;
  }

  /** @returns whether something was left because another wrote in it. */
  undo(): boolean {
    if (!this.line.readOnly) this.line.undoManager?.undo();
    return this.line.undoManager?.spared ?? false;
  }

  /** @returns as `undo`. */
  redo(): boolean {
    if (!this.line.readOnly) this.line.undoManager?.redo();
    return this.line.undoManager?.spared ?? false;
  }

  /** Runs one act that is to be one step of undo. */
  step<T>(act: () => T): T {
    this.endStep();
    const result = act();
    this.endStep();
    return result;
  }

  /** What comes next is another step, also within the time that joins typing. */
  endStep(): void {
    this.line.undoManager?.stopCapturing();
  }

  /** What comes next belongs to the step before it, however long that was ago. */
  joinStep(): void {
    const manager = this.line.undoManager;
    if (manager) manager.lastChange = Date.now();
  }

  /** Told of each thing done here that the server put right, because a rule of the board forbids it. */
  onBreach(listener: (breach: Breach) => void): () => void {
    return this.line.onBreach(listener);
  }

  destroy(): Promise<void> {
    return this.line.destroy();
  }
}
