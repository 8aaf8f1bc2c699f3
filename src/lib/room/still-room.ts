/**
 * A board as it was, for the screen: a document that nothing changes, no line to the server, nothing
 * kept on this device. It gives the same wall view as a living board, so that it is drawn the same.
 */
import { fromBase64 } from 'lib0/buffer';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { load } from '#document/origins';
import type { BoardSheet } from '#protocol/history';
import type { WallRoom } from '$lib/room/wall/wall-room';
import { WallView } from '$lib/room/wall/wall-view.svelte';

/** A room without a line: its document is what it is given. */
export class StillRoom implements WallRoom {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly status = { kind: 'live' } as const;
  readonly saved = 'saved' as const;
  readonly loaded = true;
  readonly space = { left: 'enough', of: null } as const;
  readonly readOnly = true;
  readonly canUndo = false;
  readonly canRedo = false;
  readonly line = {
    status: this.status,
    readOnly: true,
    clean: true,
    caughtUp: true,
    keepsCopy: false,
    unsavedNotes: () => new Set<string>(),
    dirtyTexts: () => [],
    keepText: () => undefined,
    forget: () => undefined,
    onChange: () => () => undefined,
    onBreach: () => () => undefined,
  };

  constructor(doc: Y.Doc, awareness: Awareness) {
    this.doc = doc;
    this.awareness = awareness;
  }

  undo(): boolean {
    return false;
  }
  redo(): boolean {
    return false;
  }
  endStep(): void {}
  joinStep(): void {}
  onBreach(): () => void {
    return () => undefined;
  }
  step<T>(act: () => T): T {
    return act();
  }
  async destroy(): Promise<void> {
    this.awareness.destroy();
    this.doc.destroy();
  }
}

/** @param state the document as one V1 update, in base64. `destroy` the room when it leaves the screen. */
export function stillRoom(state: string): StillRoom {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, fromBase64(state), load);
  return new StillRoom(doc, new Awareness(doc));
}

/** A view of a wall that never changes; `destroy` it and its room when it leaves the screen. */
export function stillWall({ state, board }: Pick<BoardSheet, 'state' | 'board'>): WallView {
  return new WallView(stillRoom(state), { boardId: board.boardId });
}
