/**
 * The countdown of a reveal in this browser: at zero fields close, by the server's time, and once the server
 * has all that was typed here it is told so. One per sprint, made by its layout, so that each page of
 * it answers, whatever it shows.
 */
import { tick, untrack } from 'svelte';
import { revealSecondsLeft } from '#domain/sprint/reveal';
import type { Stage } from '#protocol/stage';
import type { RoomLine } from '$lib/room/room-line';

type Live = {
  readonly stage: Stage;
  /** The server's time, in ms. */
  readonly now: number;
  flushed(phaseKey: string): void;
};
/** Of the room in which this person writes hidden. */
type Line = Pick<RoomLine, 'clean' | 'status' | 'onChange'>;

export class RevealCountdown {
  readonly #live: Live;
  readonly #line: () => Line | null;
  #closedIn = $state<string | null>(null);

  constructor(live: Live, line: () => Line | null) {
    this.#live = live;
    this.#line = line;
  }

  /** Zero has come, and the notes are not on the wall yet: nothing more goes into a hidden note. */
  get closed(): boolean {
    const { now } = this.#live.stage;
    return now !== null && now.revealsAt !== null && this.#closedIn === now.phaseKey;
  }

  /** Whole seconds as they are shown; null while nothing counts down. Ticks where it is read. */
  get secondsLeft(): number | null {
    const { now } = this.#live.stage;
    if (now === null || now.revealsAt === null) return null;
    return this.closed ? 0 : revealSecondsLeft(now.revealsAt, this.#live.now);
  }

  /** For an effect: waits for zero. */
  follow(): (() => void) | undefined {
    const { now } = this.#live.stage;
    if (now === null || now.revealsAt === null) {
      this.#closedIn = null;
      return undefined;
    }
    const { phaseKey, revealsAt } = now;
    return untrack(() => this.#awaitZero(phaseKey, revealsAt));
  }

  #awaitZero(phaseKey: string, revealsAt: number): () => void {
    const left = (): number => revealsAt - this.#live.now;
    let timer: ReturnType<typeof setTimeout>;
    let stop = (): void => {};
    const look = (): void => {
      if (left() > 0) timer = setTimeout(look, left());
      else stop = this.#close(phaseKey);
    };
    // A server that came back counts down anew: what was closed opens again.
    if (left() > 0) this.#closedIn = null;
    look();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }

  /** @returns what ends the wait for the server. */
  #close(phaseKey: string): () => void {
    const line = this.#line();
    let isOver = false;
    let end = (): void => {};
    const answer = (): void => {
      if (isOver || (line && !(line.clean && line.status.kind === 'live'))) return;
      isOver = true;
      end();
      this.#live.flushed(phaseKey);
    };
    this.#closedIn = phaseKey;
    // The fields close with the next drawing: what is composed in them is written then.
    void tick().then(() => {
      if (isOver) return;
      end = line?.onChange(answer) ?? end;
      answer();
    });
    return () => {
      isOver = true;
      end();
    };
  }
}
