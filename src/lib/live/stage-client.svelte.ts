/**
 * The stage in the browser: the newest snapshot (replaced whole), the state of the line, the
 * server's time, and commands. One per visit of a sprint, made by the sprint's layout and given by
 * context (`context.ts`). It never changes the stage itself: a command's effect arrives as a new one.
 */
import { untrack } from 'svelte';
import { toast } from 'svelte-sonner';
import type { Refusal } from '#domain/refusal';
import { estimateOffset, serverTime, withPing, type Ping } from '#domain/sprint/clock-offset';
import type { CommandKind } from '#domain/sprint/permissions';
import { cleanStrings } from '#domain/text/characters';
import type { CommandAnswer, CommandInput, ResultOf } from '#protocol/commands';
import type { LiveDown, Stage } from '#protocol/stage';
import type { Reaction } from '#protocol/reactions';
import { PROTOCOL_VERSION } from '#protocol/version';
import { m } from '$lib/paraglide/messages';
import { toastRefusal } from '$lib/refusals/toast-refusal';
import type { LiveStatus } from './live-status';
import { StageSocket } from './stage-socket';
import { Sayings, type Listener } from './sayings';
import { tick } from './ticker';

/** Longer than this without an answer counts as no connection. */
const ANSWER_WITHIN_MS = 15_000;

export type InputOf<K extends CommandKind> = Extract<CommandInput, { kind: K }>;

/** `refusal: null`: the command never got an answer (no connection); nothing is known to have changed. */
export type Sent<K extends CommandKind> =
  { ok: true; result: ResultOf<K> } | { ok: false; refusal: Refusal | null };

export class StageClient {
  readonly #socket: StageSocket;
  readonly #sayings = new Sayings();
  #stage = $state.raw() as Stage;
  #status = $state.raw<LiveStatus>({ kind: 'connecting', attempt: 0 });
  #pings = $state.raw<readonly Ping[]>([]);
  readonly #estimate = $derived(estimateOffset(this.#pings));
  /** Good enough until the first ping is back: the page's own snapshot is seconds old at most. */
  readonly #firstOffset: number;
  #sending = $state.raw<readonly CommandKind[]>([]);

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#firstOffset = stage.serverNow - performance.now();
    this.#socket = new StageSocket(stage.sprint.id, {
      status: (status) => {
        // The server's own words came just before it closed; its close code says less. Untracked:
        // the effect that starts the line must not run again because of it.
        if (untrack(() => this.#status.kind) !== 'refused') this.#status = status;
      },
      frame: (frame) => this.#take(frame),
    });
  }

  get stage(): Stage {
    return this.#stage;
  }

  get status(): LiveStatus {
    return this.#status;
  }

  /** The server has told its time: until then it is as old as the page. */
  get knowsTime(): boolean {
    return this.#estimate !== null;
  }

  /** Server time minus the time since this page came, in ms. */
  get offset(): number {
    return this.#estimate?.offsetMs ?? this.#firstOffset;
  }

  /** The server's time now, in ms; read inside an effect or template it ticks by itself. */
  get now(): number {
    tick();
    return serverTime(performance.now(), { offsetMs: this.offset, errorMs: 0 });
  }

  /** Whether a command of this kind is on its way, so that its button can wait. */
  isSending(kind: CommandKind): boolean {
    return this.#sending.includes(kind);
  }

  /** Opens the line; browser only. @returns what closes it. */
  start(): () => void {
    this.#socket.start();
    return () => this.#socket.stop();
  }

  /** Asks the whole stage again, for instance after a room was refused for its lineage. */
  refresh(): void {
    this.#socket.again();
  }

  /** A short sign to everybody; the server drops it where the room works in silence. */
  react(reaction: Reaction): void {
    this.#socket.say({ kind: 'react', reaction });
  }

  /** The reveal of this phase came to zero here: fields are closed, and the server has what was in them. */
  flushed(phaseKey: string): void {
    this.#socket.say({ kind: 'flushed', phaseKey });
  }

  /** Told of each reaction, one's own too. @returns what ends it; so do the two below. */
  onReaction(listener: Listener<'reaction'>): () => void {
    return this.#sayings.on('reaction', listener);
  }

  /** A facilitator asks for this reader's attention. */
  onNudged(listener: Listener<'nudged'>): () => void {
    return this.#sayings.on('nudged', listener);
  }

  /** A facilitator brings everybody to a place on a board; who asked for it hears it too. */
  onCome(listener: Listener<'come'>): () => void {
    return this.#sayings.on('come', listener);
  }

  /**
   * Gives a command. A refusal is said in a toast, unless `quiet`: then the caller says it, next to
   * the field. `silent`: the caller also says that there was no connection.
   */
  async send<K extends CommandKind>(
    command: InputOf<K> & { kind: K },
    { quiet = false, silent = false }: { quiet?: boolean; silent?: boolean } = {},
  ): Promise<Sent<K>> {
    // An effect that gives a command must not run again because of it.
    untrack(() => (this.#sending = [...this.#sending, command.kind]));
    try {
      const answer = await this.#post(command);
      if (answer?.ok) return { ok: true, result: answer.result as ResultOf<K> };
      const refusal = answer?.refusal ?? null;
      if (silent) return { ok: false, refusal };
      if (refusal === null) toast.error(m.frame_not_sent());
      else if (!quiet) void toastRefusal(refusal);
      return { ok: false, refusal };
    } finally {
      const index = this.#sending.indexOf(command.kind);
      this.#sending = this.#sending.toSpliced(index, 1);
    }
  }

  async #post(command: CommandInput): Promise<CommandAnswer | null> {
    try {
      const response = await fetch(`/sprint/${this.#stage.sprint.id}/commands`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-protocol-version': String(PROTOCOL_VERSION),
        },
        body: JSON.stringify(cleanStrings(command)),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      return (await response.json()) as CommandAnswer;
    } catch {
      return null;
    }
  }

  #take(frame: Exclude<LiveDown, { kind: 'here' }>): void {
    if (frame.kind === 'stage') this.#stage = frame.stage;
    else if (frame.kind === 'refused') this.#status = { kind: 'refused', refusal: frame.refusal };
    else if (frame.kind === 'pong') {
      this.#pings = withPing(this.#pings, { ...frame, receivedAt: performance.now() });
    } else this.#sayings.tell(frame);
  }
}
