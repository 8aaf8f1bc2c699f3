/**
 * What waits in one room: the account of the frames and the records beyond the tab, kept together.
 * RoomLine feeds it; nothing here knows of sockets.
 */
import type * as Y from 'yjs';
import { roots } from '#document/schema';
import { readGroup, readNote, readPileNote } from '#document/shapes';
import {
  dirtyRecords,
  groupKey,
  groupOfKey,
  NOT_A_NOTE,
  type DirtyRecord,
  type DirtyRecords,
  type DirtyText,
} from './dirty-records';
import type { DocumentFrame } from '$lib/room/frames';
import { Ledger } from './ledger';
import type { OwnWork } from './own-work';

/** A note is marked as unsaved only when it has been so for longer than this. */
export const UNSAVED_MARK_MS = 2_000;

export class UnsentWork {
  readonly #doc: Y.Doc;
  readonly #ledger = new Ledger();
  readonly #records: DirtyRecords;
  #frameSent = false;

  constructor(doc: Y.Doc, of: { storage: Storage; memberId: string; room: string }) {
    this.#doc = doc;
    const tab = `${Date.now().toString(36)}-${doc.clientID.toString(36)}`;
    this.#records = dirtyRecords(of.storage, { ...of, tab });
    // Work of an earlier visit: it is in the copy, and the first sync will carry it.
    const waiting = this.#records.all().map((record) => record.noteId);
    this.#ledger.worked(waiting, { inFrame: false, now: performance.now() });
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
    const taken = this.#taken(done);
    this.#records.clear(done.filter((id) => !taken.includes(id)));
    // Committed into a note that is gone is not saved: it waits until the rescue has decided.
    this.#ledger.worked(taken, { inFrame: false, now: performance.now() });
    return done.length > taken.length;
  }

  /** Told after the frame of this work was sent, if there was a connection. */
  worked({ written, changed, removed, labelled, groupsRemoved, beside }: OwnWork): void {
    const inFrame = this.#frameSent;
    this.#frameSent = false;
    const other = beside || removed.size > 0 || changed.size > 0;
    const words = [...written, ...[...labelled].map(groupKey)];
    for (const key of words) {
      const text = this.#textOf(key);
      if (text) this.#records.put(key, text);
    }
    if (other) this.#records.put(NOT_A_NOTE, { text: '', color: '', wall: '' });
    this.forget([...removed, ...[...groupsRemoved].map(groupKey)]);
    const keys = [...words, ...changed, ...(other ? [NOT_A_NOTE] : [])];
    this.#ledger.worked(keys, { inFrame, now: performance.now() });
  }

  /** Notes that wait for longer than two seconds. */
  unsavedNotes(): ReadonlySet<string> {
    const ids = new Set(this.#ledger.olderThan(UNSAVED_MARK_MS, performance.now()));
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
    this.#ledger.worked([noteId], { inFrame: false, now: performance.now() });
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

  /**
   * Of these, what was taken away while its text was on the way: a pile note by the reveal, a note or
   * a label of a wall by another. Its record waits for the rescue, or until its writer has decided.
   */
  #taken(keys: readonly string[]): string[] {
    const gone = keys.filter((key) => key !== NOT_A_NOTE && !this.#isThere(key));
    if (gone.length === 0) return gone;
    const worded = this.#records.all().filter(({ text }) => text.trim() !== '');
    return gone.filter((key) => worded.some((record) => record.noteId === key));
  }

  #isThere(key: string): boolean {
    const group = groupOfKey(key);
    return group === null ? roots.notes(this.#doc).has(key) : roots.groups(this.#doc).has(group);
  }

  #textOf(id: string): DirtyText | undefined {
    const group = groupOfKey(id);
    if (group !== null) {
      const label = readGroup(group, roots.groups(this.#doc).get(group))?.label;
      return label === undefined ? undefined : { text: label, color: '', wall: '' };
    }
    const stored = roots.notes(this.#doc).get(id);
    const note = readNote(id, stored);
    const wall = readPileNote(id, stored)?.wall ?? '';
    return note && { text: note.text, color: note.color, wall };
  }
}
