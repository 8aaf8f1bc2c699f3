/**
 * The files of this visit that are on their way to a board: a few at a time, tried again by
 * themselves while there is no line, kept with the reason when they are refused, until the person
 * takes them away. They live as long as the page: what was not sent by then is gone. One per sprint,
 * made by its layout; a board on screen connects and lays down what arrived for it.
 */
import { nanoid } from 'nanoid';
import type { Refusal } from '#domain/refusal';
import type { AddedPicture } from '#protocol/pictures';
import type { Place } from '#document/schema';
import type { SendPicture, Sent } from './send-picture';

export type UploadState =
  /** For its turn, or being made smaller. */
  | { readonly kind: 'waiting' }
  /** `share` of it is sent, 0 to 1; at 1 the server is working on it. */
  | { readonly kind: 'sending'; readonly share: number }
  /** No connection: tried again by itself. */
  | { readonly kind: 'later' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The server has it, the board does not show it yet. */
  | { readonly kind: 'arrived'; readonly picture: AddedPicture };

export class PictureUpload {
  readonly id = nanoid();
  readonly boardId: string;
  readonly file: File;
  /** Top left on the plane of where it is to lie. */
  readonly at: Place;
  state = $state.raw<UploadState>({ kind: 'waiting' });
  /** Ends what is under way. */
  stop = new AbortController();
  /** Once the server has it, it is never sent again. */
  picture: AddedPicture | null = null;

  constructor(boardId: string, file: File, at: Place) {
    this.boardId = boardId;
    this.file = file;
    this.at = at;
  }
}

/** Lays an arrived picture on the board. @returns false when the board is closed to this person. */
export type LayPicture = (picture: AddedPicture, upload: PictureUpload) => boolean;

type Options = {
  readonly sprintId: string;
  /** Of one file, in bytes, as the server has it. */
  readonly maxBytes: number;
  /** Another way to send, for tests. */
  readonly send?: SendPicture;
};

const AT_ONCE = 2;
/** Between tries while there is no line; the browser's own word that there is one comes first. */
const AGAIN_MS = 5_000;

/** Fetched with the first picture: most visits send none. */
const usualSend: SendPicture = async (...args): Promise<Sent> => {
  try {
    const { sendPicture } = await import('./send-picture');
    return await sendPicture(...args);
  } catch {
    return { kind: 'away' };
  }
};

export class PictureUploads {
  readonly #options: Options;
  /** Boards on screen; nothing is drawn from it. */
  #boards: readonly { readonly boardId: string; readonly lay: LayPicture }[] = [];
  #all = $state.raw<readonly PictureUpload[]>([]);
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  of(boardId: string): readonly PictureUpload[] {
    return this.#all.filter((upload) => upload.boardId === boardId);
  }

  /** Something would be lost if the page closed now. */
  get unsent(): boolean {
    return this.#all.length > 0;
  }

  add(boardId: string, files: readonly { file: File; at: Place }[]): readonly PictureUpload[] {
    const added = files.map(({ file, at }) => new PictureUpload(boardId, file, at));
    for (const upload of added) upload.state = this.#first(upload.file);
    this.#all = [...this.#all, ...added];
    this.#go();
    return added;
  }

  again(upload: PictureUpload): void {
    upload.state = upload.picture
      ? { kind: 'arrived', picture: upload.picture }
      : this.#first(upload.file);
    this.#lay(upload.boardId);
    this.#go();
  }

  /** Takes it away, whatever it is doing. */
  drop(upload: PictureUpload): void {
    upload.stop.abort();
    this.#all = this.#all.filter((one) => one !== upload);
    this.#go();
  }

  /** A board is on screen. @returns what tells that it no longer is. */
  connect(boardId: string, lay: LayPicture): () => void {
    const board = { boardId, lay };
    this.#boards = [board, ...this.#boards];
    this.#lay(boardId);
    return () => {
      this.#boards = this.#boards.filter((one) => one !== board);
    };
  }

  /** There is a line again: what waits for it goes at once. */
  lineIsBack(): void {
    clearTimeout(this.#again);
    this.#again = undefined;
    for (const upload of this.#all) {
      if (upload.state.kind === 'later') upload.state = { kind: 'waiting' };
    }
    this.#go();
  }

  destroy(): void {
    clearTimeout(this.#again);
    for (const upload of this.#all) upload.stop.abort();
    this.#all = [];
  }

  #first({ size }: File): UploadState {
    const { maxBytes } = this.#options;
    // A photo that is too large may become small enough on the way; ten times as much will not.
    if (size <= 10 * maxBytes) return { kind: 'waiting' };
    return { kind: 'refused', refusal: { code: 'picture-too-large', about: { max: maxBytes } } };
  }

  #go(): void {
    const busy = this.#all.filter(({ state }) => state.kind === 'sending').length;
    const next = this.#all.filter(({ state }) => state.kind === 'waiting');
    for (const upload of next.slice(0, Math.max(0, AT_ONCE - busy))) void this.#send(upload);
  }

  async #send(upload: PictureUpload): Promise<void> {
    const { sprintId, send = usualSend } = this.#options;
    upload.stop = new AbortController();
    upload.state = { kind: 'sending', share: 0 };
    const { boardId, file, stop } = upload;
    const sent = await send(
      file,
      { sprintId, boardId },
      { share: (share) => (upload.state = { kind: 'sending', share }), signal: stop.signal },
    );
    if (stop.signal.aborted) return;
    if (sent.kind === 'refused') upload.state = sent;
    else if (sent.kind === 'away') this.#later(upload);
    else {
      upload.picture = sent.picture;
      upload.state = { kind: 'arrived', picture: sent.picture };
      this.#lay(boardId);
    }
    this.#go();
  }

  #later(upload: PictureUpload): void {
    upload.state = { kind: 'later' };
    this.#again ??= setTimeout(() => this.lineIsBack(), AGAIN_MS);
  }

  #lay(boardId: string): void {
    const lay = this.#boards.find((one) => one.boardId === boardId)?.lay;
    if (!lay) return;
    for (const upload of this.of(boardId)) {
      if (upload.state.kind !== 'arrived') continue;
      if (lay(upload.state.picture, upload)) this.#all = this.#all.filter((one) => one !== upload);
      else upload.state = { kind: 'refused', refusal: { code: 'wrong-phase' } };
    }
  }
}
