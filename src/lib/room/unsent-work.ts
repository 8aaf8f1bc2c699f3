/**
 * What waits in one room: the account of the frames and the records beyond the tab, kept together.
 * RoomLine feeds it; nothing here knows of sockets.
 */
import type * as Y from 'yjs';
import { roots } from '#document/schema';
import { readNote, readPileNote } from '#document/shapes';
import { parseRoomName } from '#protocol/rooms';
import {
  dirtyRecords,
  NOT_A_NOTE,
  type DirtyRecord,
  type DirtyRecords,
  type DirtyText,
} from '$lib/room/dirty-records';
import type { DocumentFrame } from '$lib/room/frames';
import { Ledger } from '$lib/room/ledger';
import type { OwnWork } from '$lib/room/own-work';

/** A note is marked as unsaved only when it has been so for longer than this. */
export const UNSAVED_MARK_MS = 2_000;

export class UnsentWork {
  readonly #doc: Y.Doc;
  readonly #isPile: boolean;
  readonly #ledger = new Ledger();
  readonly #records: DirtyRecords;
  #frameSent = false;

  constructor(doc: Y.Doc, of: { storage: Storage; memberId: string; room: string }) {
    this.#doc = doc;
    this.#isPile = parseRoomName(of.room)?.kind === 'private';
    const tab = `${Date.now().toString(36)}-${doc.clientID.toString(36)}`;
    this.#records = dirtyRecords(of.storage, { ...of, tab });
    // Work of an earlier visit: it is in the copy, and the first sync will carry it.
    const waiting = this.#records.all().map((record) => record.noteId);
    this.#ledger.worked(waiting, { inFrame: false, now: Date.now() });
  }

  /** Everything done here is committed by the server. */
  get clean(): boolean {
    return this.#ledger.clean;
  }

  opened(): void {
    this.#ledger.opened();
  }

  closed(): void {
    this.#ledger.closed();
  }

  sent(frame: DocumentFrame): void {
    this.#ledger.sent(frame);
    this.#frameSent = frame === 'update';
  }

  /** @returns whether anything is saved now that was not before. */
  acknowledged(frames: number): boolean {
    const done = this.#ledger.acknowledged(frames);
    const taken = done.filter((id) => this.#isTakenNote(id));
    this.#records.clear(done.filter((id) => !taken.includes(id)));
    // Committed into a note that is gone is not saved: it waits until the rescue has decided.
    this.#ledger.worked(taken, { inFrame: false, now: Date.now() });
    return done.length > taken.length;
  }

  /** Told after the frame of this work was sent, if there was a connection. */
  worked({ written, changed, removed, beside }: OwnWork): void {
    const inFrame = this.#frameSent;
    this.#frameSent = false;
    const other = beside || removed.size > 0 || changed.size > 0;
    for (const id of written) {
      const text = this.#textOf(id);
      if (text) this.#records.put(id, text);
    }
    if (other) this.#records.put(NOT_A_NOTE, { text: '', color: '', wall: '' });
    this.forget(removed);
    const keys = [...written, ...changed, ...(other ? [NOT_A_NOTE] : [])];
    this.#ledger.worked(keys, { inFrame, now: Date.now() });
  }

  /** Notes that wait for longer than two seconds. */
  unsavedNotes(): ReadonlySet<string> {
    const ids = new Set(this.#ledger.olderThan(UNSAVED_MARK_MS, Date.now()));
    ids.delete(NOT_A_NOTE);
    return ids;
  }

  /** Texts that are not committed, of this tab and of earlier visits. */
  dirtyTexts(): DirtyRecord[] {
    return this.#records.all().filter((record) => record.noteId !== NOT_A_NOTE);
  }

  /** A text for which there is no note any more, to be kept until it has one. */
  keepText(noteId: string, text: DirtyText): void {
    this.#records.put(noteId, text);
    this.#ledger.worked([noteId], { inFrame: false, now: Date.now() });
  }

  /** The work is kept elsewhere now, or was taken back. */
  forget(keys: Iterable<string>): void {
    const ids = [...keys];
    this.#ledger.forget(ids);
    this.#records.clear(ids);
  }

  /** Everything that waits, as keys for `forget`. */
  waiting(): string[] {
    return this.#ledger.keys();
  }

  /** A pile note that the server took while its text was on the way: its record waits for the rescue. */
  #isTakenNote(id: string): boolean {
    return this.#isPile && id !== NOT_A_NOTE && !roots.notes(this.#doc).has(id);
  }

  #textOf(id: string): DirtyText | undefined {
    const stored = roots.notes(this.#doc).get(id);
    const note = readNote(id, stored);
    const wall = readPileNote(id, stored)?.wall ?? '';
    return note && { text: note.text, color: note.color, wall };
  }
}
