/**
 * From the phone to the pad: keeps each photograph until the server has it, sends them one by one, and tries
 * again when the line comes back. One per page of a phone; `destroy` when it goes.
 */
import { nanoid } from 'nanoid';
import type { Refusal, RefusalCode } from '#domain/refusal';
import { paperPhotoPath, type PaperAnswer } from '#protocol/paper';
import type { ReadyPhoto } from './ready-photo';
import { forgetPhoto, keepPhoto, unsentPhotos, type UnsentPhoto } from './unsent-photos';

/** Between two tries while nothing tells that the line is back. */
const AGAIN_MS = 4_000;
/** A server that does not answer for so long is away. */
const SILENT_MS = 45_000;

/** What goes by itself: tried again without a word. */
const passing: readonly RefusalCode[] = ['too-fast'];

export class PaperLine {
  readonly #token: string;
  readonly #key: string;
  readonly #stop: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #isOver = false;
  #waiting = $state.raw<readonly UnsentPhoto[]>([]);
  #laid = $state(0);
  #away = $state(false);
  #refusal = $state.raw<Refusal | null>(null);

  constructor({ token, key }: { token: string; key: string }) {
    this.#token = token;
    this.#key = key;
    const wake = (): void => void this.send();
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    this.#stop = () => {
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
    };
    void this.#begin();
  }

  destroy(): void {
    this.#isOver = true;
    this.#stop();
    clearTimeout(this.#timer);
  }

  /** How many are not at the server yet. */
  get waiting(): number {
    return this.#waiting.length;
  }
  /** How many of this page lie on the pad. */
  get laid(): number {
    return this.#laid;
  }
  /** No answer came the last time. */
  get isAway(): boolean {
    return this.#away;
  }
  /** Why the server does not take the first that waits. */
  get refusal(): Refusal | null {
    return this.#refusal;
  }

  async add({ file, pieces }: ReadyPhoto): Promise<void> {
    const photo: UnsentPhoto = {
      ...{ id: nanoid(), key: this.#key, type: file.type, pieces: [...pieces] },
      ...{ bytes: await file.arrayBuffer(), takenAt: Date.now() },
    };
    this.#waiting = [...this.#waiting, photo];
    await keepPhoto(photo);
    await this.send();
  }

  /** Sends what waits, until one is refused or no answer comes. */
  async send(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    clearTimeout(this.#timer);
    try {
      for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
        if (!(await this.#sendOne(next))) break;
      }
    } finally {
      this.#busy = false;
    }
    if (this.#waiting.length > 0 && this.#refusal === null && !this.#isOver) {
      this.#timer = setTimeout(() => void this.send(), AGAIN_MS);
    }
  }

  /** Throws the first that waits away: its owner said so. */
  async drop(): Promise<void> {
    const [first] = this.#waiting;
    if (!first) return;
    this.#refusal = null;
    await this.#forget(first);
    await this.send();
  }

  async #begin(): Promise<void> {
    const kept = await unsentPhotos(this.#key);
    const isHere = (id: string): boolean => this.#waiting.some((photo) => photo.id === id);
    this.#waiting = [...kept.filter(({ id }) => !isHere(id)), ...this.#waiting];
    await this.send();
  }

  /** @returns whether the next may go. */
  async #sendOne(photo: UnsentPhoto): Promise<boolean> {
    const answer = await this.#post(photo);
    this.#away = answer === null;
    if (answer === null) return false;
    if (answer.ok) {
      this.#refusal = null;
      await this.#forget(photo);
      this.#laid += 1;
      return true;
    }
    this.#refusal = passing.includes(answer.refusal.code) ? null : answer.refusal;
    return false;
  }

  async #post({ id, type, bytes, pieces }: UnsentPhoto): Promise<PaperAnswer | null> {
    try {
      const response = await fetch(paperPhotoPath(this.#token, { photoId: id, pieces }), {
        ...{ method: 'POST', body: new Blob([bytes], { type }) },
        signal: AbortSignal.timeout(SILENT_MS),
      });
      const answer = (await response.json()) as Partial<PaperAnswer>;
      return 'ok' in answer ? (answer as PaperAnswer) : null;
    } catch {
      return null;
    }
  }

  async #forget({ id }: UnsentPhoto): Promise<void> {
    await forgetPhoto(id);
    this.#waiting = this.#waiting.filter((photo) => photo.id !== id);
  }
}
