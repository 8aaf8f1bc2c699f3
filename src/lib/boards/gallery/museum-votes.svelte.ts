/**
 * The reader's own dots on the sketches of the museum: shown at once, sent one after the other, put back and
 * said when the server refuses. What is told of others' dots comes with the stage and is only read here.
 */
import { untrack } from 'svelte';
import type { CandidateId } from '#domain/ids';
import { partOf, plainBox, type ExhibitBox, type Place } from '#domain/votes/exhibit-box';
import { warmAreas } from '#domain/votes/heat';
import { freeSpot, spotToJoin } from '#domain/votes/spots';
import type { StageSpot } from '#protocol/ballots';
import type { StageRound } from '#protocol/stage';
import type { StageClient } from '$lib/live/stage-client.svelte';

type Wish = { readonly candidateId: CandidateId; answered: boolean } & (
  { readonly kind: 'put'; readonly place: Place } | { readonly kind: 'back'; readonly spot: number }
);

/** The spots after what was asked of them; a spot that is full stays as it is. */
export function spotsAfter(
  spots: readonly StageSpot[],
  wish: { candidateId: CandidateId } & (
    { kind: 'put'; place: Place } | { kind: 'back'; spot: number }
  ),
  perSpot: number,
): StageSpot[] {
  const { candidateId } = wish;
  const own = spots.filter((one) => one.candidateId === candidateId);
  if (wish.kind === 'back') {
    return spots.flatMap((one) => {
      if (one.candidateId !== candidateId || one.spot !== wish.spot) return [one];
      return one.dots > 1 ? [{ ...one, dots: one.dots - 1 }] : [];
    });
  }
  const joined = spotToJoin(own, wish.place);
  if (!joined) return [...spots, { candidateId, spot: freeSpot(own), ...wish.place, dots: 1 }];
  return spots.map((one) =>
    one.candidateId === candidateId && one.spot === joined.spot && one.dots < perSpot
      ? { ...one, dots: one.dots + 1 }
      : one,
  );
}

const sameSpots = (a: readonly StageSpot[], b: readonly StageSpot[]): boolean => {
  const said = (all: readonly StageSpot[]): string =>
    all
      .map(({ candidateId, spot, dots }) => `${candidateId} ${spot} ${dots}`)
      .sort()
      .join();
  return said(a) === said(b);
};

export class MuseumVotes {
  readonly #stage: StageClient;
  /** What was asked and the stage does not show yet, in its order; and the own spots before the first of it. */
  #wishes = $state.raw<readonly Wish[]>([]);
  #before = $state.raw<readonly StageSpot[]>([]);
  #queue: Promise<unknown> = Promise.resolve();

  constructor(stage: StageClient) {
    this.#stage = stage;
  }

  readonly round: StageRound | null = $derived.by(() => this.#stage.stage.now?.round ?? null);
  /** The round that runs now; null outside voting. */
  readonly open: StageRound | null = $derived.by(() =>
    this.round?.status === 'open' && this.#stage.stage.now?.phase === 'voting' ? this.round : null,
  );
  readonly mayVote: boolean = $derived.by(() => (this.open?.mine?.budget ?? 0) > 0);
  readonly perSpot: number = $derived.by(() => this.open?.mine?.perCandidate ?? 0);
  readonly #told: readonly StageSpot[] = $derived.by(() => this.open?.mine?.spots ?? []);

  /** Own spots on all sketches, what is on its way included. */
  readonly spots: readonly StageSpot[] = $derived.by(() =>
    this.open === null || this.#wishes.length === 0 ? this.#told : this.#wished(),
  );
  readonly left: number = $derived.by(() => {
    const budget = this.open?.mine?.budget ?? 0;
    return Math.max(0, budget - this.spots.reduce((sum, { dots }) => sum + dots, 0));
  });

  candidateOf(exhibitId: string): CandidateId | null {
    return this.round?.candidates.find(({ noteIds }) => noteIds.includes(exhibitId))?.id ?? null;
  }
  boxOf(exhibitId: string): ExhibitBox {
    const found = this.round?.candidates.find(({ noteIds }) => noteIds.includes(exhibitId));
    return found?.exhibit ?? plainBox;
  }

  /** Own spots in one panel of a sketch. */
  ownIn(exhibitId: string, part: number): StageSpot[] {
    const id = this.candidateOf(exhibitId);
    const box = this.boxOf(exhibitId);
    return this.spots.filter((spot) => spot.candidateId === id && partOf(spot, box) === part);
  }

  /** Dots that were told in one panel; empty until they are. */
  heatIn(exhibitId: string, part: number): (Place & { dots: number })[] {
    const box = this.boxOf(exhibitId);
    const told = this.round?.heat?.[this.candidateOf(exhibitId) ?? ''] ?? [];
    return told.flatMap(([x, y, dots]) => (partOf({ x, y }, box) === part ? [{ x, y, dots }] : []));
  }

  /** The most dots that run together anywhere on the wall; 0 where none were told. */
  readonly warmest: number = $derived.by(() =>
    Object.values(this.round?.heat ?? {}).reduce((most, places) => {
      const [first] = warmAreas(places.map(([x, y, dots]) => ({ x, y, dots })));
      return Math.max(most, first?.dots ?? 0);
    }, 0),
  );

  put(exhibitId: string, place: Place): void {
    const candidateId = this.candidateOf(exhibitId);
    if (candidateId === null) return;
    const whole = { x: Math.round(place.x), y: Math.round(place.y) };
    this.#ask({ kind: 'put', candidateId, place: whole, answered: false });
  }

  takeBack({ candidateId, spot }: Pick<StageSpot, 'candidateId' | 'spot'>): void {
    this.#ask({ kind: 'back', candidateId, spot, answered: false });
  }

  #wished(): readonly StageSpot[] {
    return this.#wishes.reduce<readonly StageSpot[]>(
      (spots, wish) => spotsAfter(spots, wish, this.perSpot),
      this.#before,
    );
  }

  #ask(wish: Wish): void {
    const round = this.open;
    if (!round?.mine) return;
    // One too many is sent all the same: the server's refusal is the sentence that the voter reads.
    if (wish.kind === 'back' || this.left > 0) {
      if (this.#wishes.length === 0) this.#before = this.#told;
      this.#wishes = [...this.#wishes, wish];
    }
    const on = { roundId: round.id, candidateId: wish.candidateId };
    this.#queue = this.#queue.then(async () => {
      const answer = await this.#stage.send(
        wish.kind === 'put'
          ? { kind: 'cast-dot', ...on, place: { ...wish.place } }
          : { kind: 'take-back-dot', ...on, spot: wish.spot },
      );
      wish.answered = true;
      // A refusal was said already; what was done stays drawn until the stage shows it.
      if (!answer.ok) this.#wishes = this.#wishes.filter((one) => one !== wish);
      if (this.#isAnswered() && sameSpots(this.#wished(), this.#told)) this.#wishes = [];
    });
  }

  #isAnswered(): boolean {
    return this.#wishes.every(({ answered }) => answered);
  }

  /** For an effect that reads the stage: once all was answered, the next stage holds it. */
  follow(): void {
    void this.#stage.stage;
    untrack(() => {
      if (this.#wishes.length > 0 && this.#isAnswered()) this.#wishes = [];
    });
  }
}
