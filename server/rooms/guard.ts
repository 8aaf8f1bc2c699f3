/**
 * What a room does with an update that broke a rule of its board: put back on the draft what it may not,
 * before anybody else sees it. Each kind of board that has such rules has a guard; the room asks it.
 */
import type * as Y from 'yjs';
import type { Writer } from '#document/holds';
import type { PenRights } from '#document/kinds/storyboard/pen-rights';
import type { DocumentKind } from '#document/schema';
import type { Breach } from '#protocol/rooms';
import { PenGuard } from '#server/rooms/pen-guard';
import { SceneGuard } from '#server/rooms/scene-guard';
import { WallGuard } from '#server/rooms/wall-guard';

/** What binds one person on one board, from authority; what is left out binds them not. */
export type Bounds = {
  /** Whom the locks of a wall bind. */
  readonly writer?: Writer;
  /** Whom the pen of a storyboard binds: everybody there. */
  readonly pen?: PenRights;
  /** Who says how far scenes of a prototype are: everybody there, of their own. */
  readonly makerId?: string;
};

export type Guard = {
  /** Whether there is anything to guard against somebody who is bound so. */
  binds(bounds: Bounds): boolean;
  /** Called before an update of somebody who is bound goes into this document. */
  prepare(doc: Y.Doc): void;
  /**
   * Puts back what the update that went in since `prepare` did against the rules, as the server.
   * @returns what was put back, per rule; empty when nothing was.
   */
  judge(bounds: Bounds): Breach[];
};

export function guardOf(kind: DocumentKind): Guard {
  if (kind === 'prototype') return new SceneGuard();
  return kind === 'storyboard' ? new PenGuard() : new WallGuard();
}
