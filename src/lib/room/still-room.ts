/**
 * A board as it was, for the screen: a document that nothing changes, no line to the server, nothing
 * kept on this device. It gives the same wall view as a living board, so that it is drawn the same.
 */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { restoreWall } from '#document/boards/wall';
import { load } from '#document/origins';
import type { PlainWall } from '#document/plain';
import type { WallRoom } from '$lib/room/wall-room';
import { WallView } from '$lib/room/wall-view.svelte';

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

/** A view of this wall that never changes; `destroy` it and its room when it leaves the screen. */
export function stillWall(wall: PlainWall, boardId: string): WallView {
  const doc = new Y.Doc();
  restoreWall(doc, wall, load);
  return new WallView(new StillRoom(doc, new Awareness(doc)), { boardId });
}
