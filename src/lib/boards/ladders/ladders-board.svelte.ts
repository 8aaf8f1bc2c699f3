/**
 * What one browser does with the ladders: which of them it looks at and how, and what it says aloud.
 * Made by the board's screen, given to its parts by context.
 */
import { createContext, tick } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Ladder, Rung, RungState } from '#domain/klantbelofte/ladder';
import { rungStates } from '#domain/klantbelofte/ladder';
import { places, type Place } from '#domain/klantbelofte/ranking';
import { isNew } from '#domain/klantbelofte/set';
import { setOf } from '#document/kinds/ladders/plain';
import type { PlainBehoefte, PlainBelofte } from '#document/kinds/ladders/plain';
import type { Votes } from '$lib/boards/dots/votes.svelte';
import { m } from '$lib/paraglide/messages';
import type { PictureUpload } from '$lib/pictures/picture-uploads.svelte';
import type { Language } from '$lib/exercises/exercise-words';
import type { Elsewhere } from '$lib/boards/elsewhere';
import type { LaddersModel, LadderText } from './ladders-model.svelte';

export type LaddersManners = {
  /** May write now. */
  readonly writable: boolean;
  /** Of the sprint: the opening, the norm and the remarks on the words are in it. */
  readonly language: Language;
  readonly title: string;
  /** Today in the sprint's own time zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** The round of this moment; null where none is. */
  readonly votes: Votes | null;
  /** Of who decides now, after the vote; null for everybody else. */
  readonly keep: KeepActs | null;
  /** Of who may sign or open what was signed now; null for everybody else. */
  readonly signing: SigningActs | null;
  /** What customers said they would count on; null while they were not asked. */
  readonly ranking: CustomerRanking | null;
  /** The customers with whom was talked, by number: 'K2'. */
  readonly tested: readonly string[];
  /** How the ladders are looked at where nothing else was chosen. */
  readonly opensAs: LaddersWay;
  /** The concepts were put to customers: what came after them was not. */
  readonly afterTest: boolean;
  /** Who argues as the customer: names; '' where nobody does. */
  readonly hat: string;
  /** The rest of the week, to be read; null where nothing can be opened, such as at an earlier moment. */
  readonly elsewhere: Elsewhere | null;
};

/** One ladder large with a list of all; all of them side by side; all of them as a list. */
export type LaddersWay = 'ladder' | 'set' | 'list';

/** The dots of all customers together, and the beloften on which they could be put: never whose they are. */
export type CustomerRanking = {
  readonly shown: readonly string[];
  /** One id for each dot. */
  readonly dots: readonly string[];
};

/** What the Decider may keep after the vote. */
export type KeepActs = {
  readonly busy: boolean;
  readonly candidates: readonly { id: string; text: string; dots: number }[];
  /** @returns what was refused, in words; undefined when it stands. */
  lay(candidateIds: readonly string[], reason: string): Promise<string | undefined>;
};

/** What who signs may do; both tell what was refused, in words. */
export type SigningActs = {
  readonly busy: boolean;
  /** They sign as well as open what was signed. */
  readonly signs: boolean;
  sign(
    beloften: readonly { id: string; seen: number; reason: string }[],
  ): Promise<string | undefined>;
  change(belofteId: string, reason: string): Promise<string | undefined>;
};

/** A ladder that can be looked at: a belofte with what it stands on, or a behoefte that nothing was promised on. */
export type Shown = {
  readonly id: string;
  readonly behoefte: PlainBehoefte | undefined;
  readonly belofte: PlainBelofte | undefined;
  readonly ladder: Ladder;
  readonly states: Readonly<Record<Rung, RungState>>;
};

export class LaddersBoard {
  readonly model: LaddersModel;
  readonly #manners: () => LaddersManners;
  #chosen = $state.raw<string | null>(null);
  /** A ladder that is being carried hangs in front of this one; `before: null`: behind the last. */
  landing = $state.raw<{ before: string | null } | null>(null);
  /** The panel of sources lies open beside the ladders. */
  sourcing = $state(false);
  /** What was seen in the test and is looked at now: the id of the observation. */
  seen = $state.raw<string | null>(null);
  /** A source that is carried hangs over the list, or over the behoefte that is worked on. */
  carrying = $state.raw<'new' | 'source' | null>(null);
  /** Pictures on their way, by the belofte that they are for. */
  readonly #files = new SvelteMap<PictureUpload, string>();
  said = $state('');
  #way = $state.raw<LaddersWay | null>(null);

  constructor(model: LaddersModel, manners: () => LaddersManners) {
    this.model = model;
    this.#manners = manners;
  }

  get manners(): LaddersManners {
    return this.#manners();
  }
  readonly #writable = $derived.by(() => this.#manners().writable && !this.model.readOnly);
  get writable(): boolean {
    return this.#writable;
  }

  /** Candidates that the Decider has ticked and not laid down yet. */
  readonly kept = new SvelteSet<string>();
  /** The ladder that is worked on may be changed: what was signed only once it was opened for that. */
  readonly #editable = $derived.by(() => this.#writable && !isFrozen(this.current?.belofte));
  get editable(): boolean {
    return this.#editable;
  }

  /** In the team's order. */
  readonly #ladders = $derived.by<readonly Shown[]>(() =>
    this.model.plain.beloften.map((belofte) =>
      shown(this.model.behoefte(belofte.behoefteId), belofte, this.model.ladderOf(belofte.id)),
    ),
  );
  get ladders(): readonly Shown[] {
    return this.#ladders;
  }
  get way(): LaddersWay {
    return this.#way ?? this.#manners().opensAs;
  }
  look(way: LaddersWay): void {
    this.#way = way;
  }
  /** The ladders of the set, in the team's order. */
  readonly #set = $derived.by<readonly Shown[]>(() => {
    const ids = setOf(this.model.plain).map(({ id }) => id);
    return this.#ladders.filter(({ id }) => ids.includes(id));
  });
  get set(): readonly Shown[] {
    return this.#set;
  }
  /** Each ladder of the set in the team's order and in the customers'. */
  readonly #places = $derived.by<readonly Place[]>(() =>
    places(
      this.#set.map(({ id }) => id),
      this.#manners().ranking ?? { shown: [], dots: [] },
    ),
  );
  get places(): readonly Place[] {
    return this.#places;
  }
  /** In the set, from 1; 0 for a ladder outside it. */
  rankOf(id: string): number {
    return this.#set.findIndex((one) => one.id === id) + 1;
  }
  /** Whether it came after the concepts that customers were asked about. */
  wasNotShown({ id, decided }: PlainBelofte): boolean {
    const { afterTest, ranking } = this.#manners();
    if (!afterTest) return false;
    // Kept on Thursday for ourselves alone it is a concept, and was put to nobody.
    if (ranking) return !ranking.shown.includes(id);
    return isNew(
      decided,
      this.model.plain.beloften.map((one) => one.decided),
    );
  }
  /** The ladder large, to be worked on; the focus goes to its words. */
  open(id: string): void {
    this.choose(id);
    this.look('ladder');
    void this.focus(id);
  }

  /** Behoeften that nothing was promised on yet. */
  readonly #loose = $derived.by<readonly Shown[]>(() => {
    const { beloften, behoeften } = this.model.plain;
    return behoeften
      .filter(({ id }) => !beloften.some(({ behoefteId }) => behoefteId === id))
      .map((one) => shown(one, undefined, this.model.ladderOfBehoefte(one)));
  });
  get loose(): readonly Shown[] {
    return this.#loose;
  }

  /** The one that is worked on: the chosen one, else the first. */
  readonly #current = $derived.by<Shown | undefined>(() => {
    const all = [...this.#ladders, ...this.#loose];
    return all.find(({ id }) => id === this.#chosen) ?? all[0];
  });
  get current(): Shown | undefined {
    return this.#current;
  }
  /** From 1; 0 for a behoefte without a belofte. */
  numberOf(id: string): number {
    return this.#ladders.findIndex((one) => one.id === id) + 1;
  }
  choose(id: string): void {
    this.#chosen = id;
  }

  addBehoefte(): void {
    const id = this.model.addBehoefte();
    if (id === null) return;
    this.choose(id);
    void this.focusWords({ record: 'behoeften', id, field: 'words' });
  }
  addBelofte(behoefteId: string | null): void {
    const id = this.model.addBelofte(behoefteId);
    if (id === null) return;
    this.choose(id);
    void this.focusWords({ record: 'beloften', id, field: 'words' });
  }
  /** The ladder whose behoefte came from there; undefined while none did. */
  ladderFrom(from: string): Shown | undefined {
    return [...this.#ladders, ...this.#loose].find(({ behoefte }) =>
      behoefte?.sources.some((one) => one.from === from),
    );
  }
  addProof(belofteId: string): void {
    const id = this.model.addProof(belofteId);
    if (id !== null) void this.focusWords({ record: 'proofs', id, field: 'words' });
  }
  /** To another place in the team's order; the focus stays on it and its place is said. */
  move(id: string, before: string | null): void {
    this.model.moveBelofte(id, before);
    this.say(m.ladders_moved({ number: this.numberOf(id), count: this.#ladders.length }));
    void this.focus(id);
  }
  shift(id: string, by: 1 | -1): void {
    const at = this.numberOf(id) - 1;
    if (at < 0 || !this.#ladders[at + by]) return;
    this.move(id, (by < 0 ? this.#ladders[at - 1] : this.#ladders[at + 2])?.id ?? null);
  }
  remove({ belofte, behoefte }: Shown): void {
    if (belofte) this.model.removeBelofte(belofte.id);
    else if (behoefte) this.model.removeBehoefte(behoefte.id);
    this.say(m.ladders_removed());
    const next = this.current;
    if (next) void this.focus(next.id);
  }

  aim(upload: PictureUpload, belofteId: string): void {
    this.#files.set(upload, belofteId);
  }
  belofteOf(upload: PictureUpload): string | undefined {
    return this.#files.get(upload);
  }

  /** To a ladder in the list or in the set. */
  async focus(id: string): Promise<void> {
    await tick();
    const node = document.querySelector<HTMLElement>(
      `[data-ladders] [data-to="${CSS.escape(id)}"]`,
    );
    node?.focus({ preventScroll: true });
    node?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  /** Into words, once they are drawn. */
  async focusWords({ id, field }: LadderText): Promise<void> {
    await tick();
    const at = CSS.escape(`${id} ${field}`);
    const words = document.querySelector<HTMLElement>(`[data-ladders] [data-words="${at}"]`);
    words?.focus({ preventScroll: true });
    words?.scrollIntoView({ block: 'nearest' });
  }

  /** Said politely to who listens; the same words twice are said twice. */
  say(words: string): void {
    this.said = this.said === words ? `${words} ` : words;
  }
}

/** Signed, and not open for a change. */
export function isFrozen(belofte: PlainBelofte | undefined): boolean {
  return belofte !== undefined && belofte.decided.version > 0 && belofte.decided.change === '';
}

function shown(
  behoefte: PlainBehoefte | undefined,
  belofte: PlainBelofte | undefined,
  ladder: Ladder,
): Shown {
  const id = belofte?.id ?? behoefte?.id ?? '';
  return { id, behoefte, belofte, ladder, states: rungStates(ladder) };
}

const [useLadders, giveLadders] = createContext<LaddersBoard>();
export { giveLadders, useLadders };
