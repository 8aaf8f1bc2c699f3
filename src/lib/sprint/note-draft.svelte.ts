/**
 * What a facilitator is writing for facilitators: saved a moment after the last key, kept here when it
 * could not be saved, and never written over somebody else's newer text without asking.
 */
import { limits } from '#domain/limits';
import type { FacilitatorNote } from '#protocol/stage';

const PAUSE_MS = 900;

/** `kept`: not saved yet, and the next key or the returning connection tries again. `too-long`: two texts together may be. */
export type DraftStatus = 'saved' | 'busy' | 'kept' | 'too-long' | 'conflict';

/** @returns the new version, or why it was not saved. */
export type SaveNote = (
  text: string,
  version: number,
) => Promise<{ version: number } | 'changed-meanwhile' | 'not-saved'>;

export class NoteDraft {
  readonly #save: SaveNote;
  #text = $state('');
  #status = $state<DraftStatus>('saved');
  #theirs = $state.raw<FacilitatorNote | null>(null);
  /** What the server is known to have. */
  #base: FacilitatorNote = { text: '', version: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving = false;
  #heard: FacilitatorNote | null = null;

  constructor(save: SaveNote, note: FacilitatorNote | null) {
    this.#save = save;
    if (note) this.#take(note);
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    if (this.#status === 'conflict') return;
    this.#status = 'busy';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  get status(): DraftStatus {
    return this.#status;
  }

  /** The newer text of somebody else, while it is in the way of one's own. */
  get theirs(): string | null {
    return this.#theirs?.text ?? null;
  }

  /** What the newest stage says. Nothing typed here is changed by it. */
  hear(note: FacilitatorNote | null): void {
    this.#heard = note;
    if (!note || note.version <= this.#base.version || this.#saving) return;
    if (note.text === this.#text || this.#text === this.#base.text) this.#take(note);
    else this.#meet(note);
  }

  /** Saves now what is waiting to be saved. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#saving || this.#status === 'conflict' || this.#text === this.#base.text) return;
    if (this.#text.length > limits.facilitatorNote) {
      this.#status = 'too-long';
      return;
    }
    this.#saving = true;
    this.#status = 'busy';
    const text = this.#text;
    const answer = await this.#save(text, this.#base.version);
    this.#saving = false;
    if (typeof answer === 'object') {
      this.#base = { text, version: answer.version };
      if (this.#text === text) this.#status = 'saved';
      else await this.flush();
      return;
    }
    this.#status = 'kept';
    // The newer text may have come while this one was on its way.
    this.hear(this.#heard);
  }

  /** Both texts, one's own first. */
  joinTheirs(): void {
    const theirs = this.#theirs?.text ?? '';
    this.#settle([this.#text, theirs].filter(Boolean).join('\n\n'));
  }

  keepMine(): void {
    this.#settle(this.#text);
  }

  #settle(text: string): void {
    if (!this.#theirs) return;
    this.#base = this.#theirs;
    this.#theirs = null;
    this.#text = text;
    this.#status = text === this.#base.text ? 'saved' : 'busy';
    void this.flush();
  }

  #take(note: FacilitatorNote): void {
    clearTimeout(this.#timer);
    this.#base = note;
    this.#text = note.text;
    this.#theirs = null;
    this.#status = 'saved';
  }

  #meet(note: FacilitatorNote): void {
    clearTimeout(this.#timer);
    this.#theirs = note;
    this.#status = 'conflict';
  }
}
