/**
 * Watches a pile for notes that the server took out while their last letters were still on the way,
 * and makes those again as late notes. See rescue.ts for the rule and SPEC.md [L8].
 */
import type * as Y from 'yjs';
import { addPileNotes } from '#document/boards/pile';
import { local } from '#document/origins';
import { isPaperColor, roots } from '#document/schema';
import type { DirtyRecord } from './dirty-records';
import { rescueFromPile } from './rescue';

/** What of a room it needs: RoomLine, or a document with records in a test. */
export type PileLine = {
  readonly doc: Y.Doc;
  /** The server's state has been read. */
  readonly caughtUp: boolean;
  readonly status: { readonly kind: string };
  dirtyTexts(): DirtyRecord[];
  forget(noteIds: Iterable<string>): void;
  onChange(listener: () => void): () => void;
};

export type PileRescueOptions = {
  /** Trimmed texts on the wall of a board as the server has it; empty when there is no such wall any more. Rejects when it cannot be known now. */
  wallTexts: (boardId: string) => Promise<ReadonlySet<string>>;
  now?: () => number;
  /** Time for the wall's own line to bring what the same reveal laid there. */
  settleMs?: number;
};

export const RESCUE_SETTLE_MS = 500;

/** Writes texts into a pile under their own ids; a note that is there already is left alone. */
export function keepAsLate(doc: Y.Doc, records: readonly DirtyRecord[], now: number): void {
  const missing = records
    // The key of a label is no id under which a note may lie.
    .map((record) => ({ ...record, id: record.noteId.replaceAll(':', '-') }))
    .filter(({ id }) => !roots.notes(doc).has(id));
  if (missing.length === 0) return;
  const notes = missing.map(({ id, wall, text, color }) => ({
    id,
    wall,
    text,
    color: isPaperColor(color) ? color : ('yellow' as const),
    createdAt: now,
  }));
  addPileNotes(doc, notes, local);
}

/** @returns `look` to ask again now (a text was typed into a note that is gone), `end` to stop. */
export function watchPile(
  line: PileLine,
  options: PileRescueOptions,
): { look: () => void; end: () => void } {
  const { wallTexts, now = Date.now, settleMs = RESCUE_SETTLE_MS } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let ended = false;

  const gone = (): DirtyRecord[] =>
    line.dirtyTexts().filter((record) => !roots.notes(line.doc).has(record.noteId));

  const rescue = async (): Promise<void> => {
    const boards = [...new Set(gone().map((record) => record.wall))].filter(
      (board) => board !== '',
    );
    const known = new Map<string, ReadonlySet<string>>();
    for (const board of boards) {
      const texts = await wallTexts(board).catch(() => undefined);
      if (texts) known.set(board, texts);
    }
    if (ended || line.status.kind !== 'live') return;
    const present = new Set(roots.notes(line.doc).keys());
    const { again, settled } = rescueFromPile({
      records: gone(),
      present,
      onWall: (board) => known.get(board),
    });
    line.forget(settled);
    keepAsLate(line.doc, again, now());
  };

  const look = (): void => {
    if (ended || busy || timer !== undefined) return;
    if (line.status.kind !== 'live' || gone().length === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      busy = true;
      void rescue().finally(() => {
        busy = false;
      });
    }, settleMs);
  };

  const onTransaction = (): void => look();
  line.doc.on('afterTransaction', onTransaction);
  const endLine = line.onChange(look);
  look();
  return {
    look,
    end() {
      ended = true;
      clearTimeout(timer);
      line.doc.off('afterTransaction', onTransaction);
      endLine();
    },
  };
}
