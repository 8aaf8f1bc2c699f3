/**
 * Words that somebody wrote here in a note or label which another took away: remembered until they
 * are back or their writer has decided ([L14], [L15]). One per wall on screen. The words themselves
 * are in the records of the room, so that they outlive the tab.
 */
import * as Y from 'yjs';
import { putBackGroup, putBackNote } from '#document/boards/put-back';
import { storedMap, storedText } from '#document/boards/stored';
import { editGroupLabel, editNoteText } from '#document/boards/wall';
import { local } from '#document/origins';
import { isPaperColor, roots, type PaperColor } from '#document/schema';
import type { StoredGroup, StoredNote } from '#document/shapes';
import { groupKey, groupOfKey } from './dirty-records';
import { lostWordsBack } from './rescue';
import type { WallRoom } from '$lib/room/wall/wall-room';

/** Who wrote so short a time ago counts as still writing. */
const RECENT_MS = 10_000;
/** As many notes as somebody writes before they look up. */
const REMEMBERED = 50;

export type LostText = {
  /** Of the note, or of the group's label, as in the records. */
  readonly key: string;
  readonly isLabel: boolean;
  readonly text: string;
  readonly color: PaperColor;
  /** It can be put back where it lay. */
  readonly hasPlace: boolean;
};

export type LostWordsOptions = {
  /** A note or group as it lay until this moment. */
  noteBefore: (id: string) => StoredNote | undefined;
  groupBefore: (id: string) => StoredGroup | undefined;
  /** What is to be told and offered changed. */
  onChange: (list: readonly LostText[]) => void;
  /** Milliseconds of a clock that nobody sets. */
  now?: () => number;
};

type Written = { text: string; color: string; at: number };
type Gone = { readonly note?: StoredNote; readonly group?: StoredGroup };

export class LostWords {
  readonly #room: WallRoom;
  readonly #options: LostWordsOptions;
  readonly #now: () => number;
  /** What was written here lately. */
  readonly #written = new Map<string, Written>();
  /** Where the caret is. */
  readonly #writing = new Set<string>();
  /** What was taken away while this screen was open, as it lay. */
  readonly #gone = new Map<string, Gone>();
  readonly #lost = new Set<string>();
  readonly #ends: (() => void)[];
  #list: readonly LostText[] = [];
  #caughtUp = false;

  constructor(room: WallRoom, options: LostWordsOptions) {
    this.#room = room;
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    const [notes, groups] = [roots.notes(room.doc), roots.groups(room.doc)];
    const onNotes = this.#watching((id) => id);
    const onGroups = this.#watching(groupKey);
    notes.observeDeep(onNotes);
    groups.observeDeep(onGroups);
    this.#ends = [
      () => notes.unobserveDeep(onNotes),
      () => groups.unobserveDeep(onGroups),
      room.line.onChange(() => this.#arrive()),
    ];
    this.#arrive();
  }

  destroy(): void {
    for (const end of this.#ends) end();
  }

  /** The caret is in a field: while it is, nothing of that field is offered. */
  begin(key: string): void {
    this.#writing.add(key);
  }

  /** Letters typed in a field whose note or label is gone; the document has no place for them. */
  adrift(key: string, text: string): void {
    const color = this.#written.get(key)?.color ?? this.#gone.get(key)?.note?.color ?? '';
    this.#written.set(key, { text, color, at: this.#now() });
  }

  end(key: string): void {
    this.#writing.delete(key);
    const written = this.#written.get(key);
    if (written && this.#wordsOf(key) === undefined) this.#keep(key, written);
    this.#look();
  }

  /** Puts the note or group back where it lay, with these words. One step of undo. */
  putBack(key: string): void {
    const text = this.#list.find((one) => one.key === key)?.text;
    const { note, group } = this.#gone.get(key) ?? {};
    if (text === undefined || this.#room.line.readOnly) return;
    const { doc } = this.#room;
    this.#room.step(() =>
      doc.transact(() => {
        if (note) putBackNote(doc, { ...note, text });
        else if (group) putBackGroup(doc, { ...group, label: text });
      }, local),
    );
  }

  /** Their writer decided: they are elsewhere, or not wanted any more. */
  drop(key: string): void {
    this.#giveUp(key);
    this.#look();
  }

  #giveUp(key: string): void {
    this.#room.line.forget([key]);
    this.#written.delete(key);
    this.#lost.delete(key);
  }

  #watching(keyOf: (id: string) => string) {
    return (events: Y.YEvent<Y.AbstractType<unknown>>[], { local: own }: Y.Transaction): void => {
      let changed = false;
      for (const event of events) {
        const id = event.path[0];
        if (typeof id === 'string') {
          if (own && event.target instanceof Y.Text) this.#remember(keyOf(id), event.target);
          continue;
        }
        event.changes.keys.forEach(({ action }, entry) => {
          const key = keyOf(entry);
          changed = true;
          if (action === 'delete') {
            if (own) this.#giveUp(key);
            else this.#lose(key, entry);
          } else if (own) {
            const words = storedText(
              storedMap(event.target as Y.Map<Y.Map<unknown>>, entry),
              'text',
            );
            if (words) this.#remember(key, words);
          }
        });
      }
      if (changed) this.#look();
    };
  }

  #remember(key: string, words: Y.Text): void {
    const color: unknown = words.parent instanceof Y.Map ? words.parent.get('color') : undefined;
    this.#written.delete(key);
    this.#written.set(key, {
      text: words.toJSON(),
      color: isPaperColor(color) ? color : '',
      at: this.#now(),
    });
    for (const old of this.#written.keys()) {
      if (this.#written.size <= REMEMBERED) break;
      this.#written.delete(old);
    }
  }

  #lose(key: string, id: string): void {
    const isLabel = groupOfKey(key) !== null;
    const { noteBefore, groupBefore } = this.#options;
    this.#gone.set(key, isLabel ? { group: groupBefore(id) } : { note: noteBefore(id) });
    const written = this.#written.get(key);
    const isRecent = written !== undefined && this.#now() - written.at <= RECENT_MS;
    if (isRecent && !this.#writing.has(key)) this.#keep(key, written);
  }

  #keep(key: string, { text, color }: Written): void {
    if (text.trim() !== '') this.#room.line.keepText(key, { text, color, wall: '' });
  }

  #arrive(): void {
    if (this.#caughtUp || !this.#room.line.caughtUp) return;
    this.#caughtUp = true;
    this.#look();
  }

  /** Finds what is lost, and mends what is back. The document may be in the midst of a change: what is put in waits for its end. */
  #look(): void {
    if (!this.#caughtUp) return;
    const { line } = this.#room;
    const records = line.dirtyTexts().filter(({ text }) => text.trim() !== '');
    const list: LostText[] = [];
    for (const { noteId: key, text, color } of records) {
      const now = this.#wordsOf(key);
      if (now === undefined) this.#lost.add(key);
      if (!this.#lost.has(key) || this.#writing.has(key)) continue;
      const fate = now === undefined ? 'offer' : lostWordsBack(text, now);
      if (fate === 'there') {
        this.#lost.delete(key);
        line.forget([key]);
      } else if (fate === 'add' && this.#written.has(key) && !line.readOnly) {
        // Only the tab in which they were written puts them in: two would double them.
        this.#lost.delete(key);
        queueMicrotask(() => this.#putIn(key, text));
      } else {
        list.push({
          key,
          isLabel: groupOfKey(key) !== null,
          text: text.trim(),
          color: isPaperColor(color) ? color : 'yellow',
          hasPlace: now === undefined && this.#gone.has(key),
        });
      }
    }
    for (const key of this.#gone.keys()) {
      if (!this.#lost.has(key) && !this.#writing.has(key)) this.#gone.delete(key);
    }
    if (list.length === 0 && this.#list.length === 0) return;
    this.#list = list;
    this.#options.onChange(list);
  }

  #putIn(key: string, text: string): void {
    const { doc } = this.#room;
    const now = this.#wordsOf(key);
    if (now === undefined) return this.#look();
    const edit = { before: now, after: text };
    const group = groupOfKey(key);
    if (group === null) editNoteText(doc, key, edit, local);
    else editGroupLabel(doc, group, edit, local);
  }

  /** @returns undefined when the note or group is not there. */
  #wordsOf(key: string): string | undefined {
    const { doc } = this.#room;
    const group = groupOfKey(key);
    const map =
      group === null ? storedMap(roots.notes(doc), key) : storedMap(roots.groups(doc), group);
    return map && (storedText(map, group === null ? 'text' : 'label')?.toJSON() ?? '');
  }
}
