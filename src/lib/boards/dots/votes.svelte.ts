/**
 * The reader's own dots in the round of this moment: shown at once, sent one after the other, put
 * back and said when the server refuses. Others' dots never come here before the results.
 */
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { CandidateId, NoteId } from '#domain/ids';
import type { StageCandidate, StageRound } from '#protocol/stage';
import { lookup } from '$lib/plane/lookup';
import type { StageClient } from '$lib/live/stage-client.svelte';

type Wish = { readonly dots: number; readonly waiting: number };

export class Votes {
  readonly #stage: StageClient;
  /** What the reader has asked for and the stage does not show yet. */
  readonly #wishes = new SvelteMap<CandidateId, Wish>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(stage: StageClient) {
    this.#stage = stage;
  }

  readonly round: StageRound | null = $derived.by(() => this.#stage.stage.now?.round ?? null);
  /** The round that runs now; null outside voting. */
  readonly open: StageRound | null = $derived.by(() =>
    this.round?.status === 'open' && this.#stage.stage.now?.phase === 'voting' ? this.round : null,
  );
  readonly #byNote = $derived(
    lookup<NoteId, StageCandidate>(
      this.round?.candidates.flatMap((candidate) =>
        candidate.noteIds.map((id) => [id, candidate] as const),
      ),
    ),
  );
  readonly #results = $derived(
    lookup(this.round?.results?.map((result) => [result.candidateId, result])),
  );

  /** The largest count of the results. */
  readonly most: number = $derived(
    Math.max(1, ...(this.round?.results?.map((result) => result.dots) ?? [])),
  );

  get mayVote(): boolean {
    return (this.open?.mine?.budget ?? 0) > 0;
  }

  candidateOf(noteId: NoteId): StageCandidate | undefined {
    return this.#byNote.get(noteId);
  }

  /** The reader's own dots on a candidate, what is on its way included. */
  mineOn(candidateId: CandidateId): number {
    return this.#wishes.get(candidateId)?.dots ?? this.round?.mine?.placed[candidateId] ?? 0;
  }

  resultOf(candidateId: CandidateId): { dots: number; rank: number } | undefined {
    return this.#results.get(candidateId);
  }

  /** Dots the reader has left, what is on its way included. */
  readonly left: number = $derived.by(() => {
    const { round } = this;
    if (!round?.mine) return 0;
    const used = round.candidates.reduce((sum, { id }) => sum + this.mineOn(id), 0);
    return Math.max(0, round.mine.budget - used);
  });

  mayPut(candidateId: CandidateId): boolean {
    const mine = this.open?.mine;
    return mine != null && this.left > 0 && this.mineOn(candidateId) < mine.perCandidate;
  }

  put(candidateId: CandidateId): void {
    this.#ask(candidateId, 1);
  }

  takeBack(candidateId: CandidateId): void {
    if (this.mineOn(candidateId) > 0) this.#ask(candidateId, -1);
  }

  #ask(candidateId: CandidateId, by: 1 | -1): void {
    const round = this.open;
    if (!round?.mine) return;
    const kind = by === 1 ? 'cast-dot' : 'take-back-dot';
    // One too many is sent all the same: the server's refusal is the sentence that the voter reads.
    const optimistic = by === -1 || this.mayPut(candidateId);
    if (optimistic) this.#wish(candidateId, this.mineOn(candidateId) + by, 1);
    this.#queue = this.#queue.then(async () => {
      const answer = await this.#stage.send({ kind, roundId: round.id, candidateId });
      if (!optimistic) return;
      const rollback = answer.ok ? 0 : -by;
      this.#wish(candidateId, this.mineOn(candidateId) + rollback, -1);
      this.#settle(candidateId);
    });
  }

  #wish(candidateId: CandidateId, dots: number, waiting: 1 | -1): void {
    const before = this.#wishes.get(candidateId)?.waiting ?? 0;
    this.#wishes.set(candidateId, { dots: Math.max(0, dots), waiting: before + waiting });
  }

  #settle(candidateId: CandidateId): void {
    const wish = this.#wishes.get(candidateId);
    if (wish?.waiting === 0 && wish.dots === (this.round?.mine?.placed[candidateId] ?? 0)) {
      this.#wishes.delete(candidateId);
    }
  }

  /**
   * For an effect that reads the stage: what the stage now shows needs no wish any more; a wish whose
   * command was answered yields to the stage, which knows of this member's other devices too.
   */
  follow(): void {
    void this.#stage.stage.version;
    untrack(() => {
      for (const [id, wish] of this.#wishes) if (wish.waiting === 0) this.#wishes.delete(id);
    });
  }
}
