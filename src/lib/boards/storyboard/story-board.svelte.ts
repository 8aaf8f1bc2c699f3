/**
 * The storyboard in this browser: how one looks at it, which panel is active, which tool is in hand,
 * what is carried. Nothing here is shared. One per storyboard on screen, given by context to its parts.
 */
import { createContext, tick } from 'svelte';
import type { PlainPanel, PlainPoint } from '#document/kinds/storyboard/plain';
import type { InkColor, InkWidth, StrokeTool } from '#document/ink/stroke';
import { listWanted, rememberList } from '$lib/boards/wall/list/list-wanted';
import { m } from '$lib/paraglide/messages';
import type { Exhibits } from './exhibits.svelte';
import type { StoryModel } from './story-model.svelte';

export type PenPerson = {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly color: number;
};

/** What this person may do here now, and who holds the pen. */
export type StoryManners = {
  readonly writable: boolean;
  readonly facilitates: boolean;
  /** Closes open points. */
  readonly settles: boolean;
  readonly me: PenPerson | null;
  /** Null while the pen lies there. */
  readonly artist: PenPerson | null;
  /** Who asked for it, longest waiting first. */
  readonly asking: readonly PenPerson[];
  /** Who may hold it. */
  readonly people: readonly PenPerson[];
  /** What Friday must answer; empty while it is not chosen. */
  readonly question: string;
  /** The row that was picked, while it is not laid. */
  readonly row: { readonly row: string; readonly actions: readonly string[] } | null;
};
export type PenActs = {
  ask(wants: boolean): void;
  pass(memberId: string | null): void;
};

export const ways = ['grid', 'one', 'list'] as const;
export type Way = (typeof ways)[number];
export type Hand = 'hand' | 'eraser' | StrokeTool;

/** Narrower than this it begins with one panel large. */
const PHONE = '(width < 48rem)';

export class StoryBoard {
  readonly model: StoryModel;
  readonly exhibits: Exhibits;
  readonly pen: PenActs;
  readonly #manners: () => StoryManners;
  #way = $state<Way>(firstWay());
  #active = $state.raw<string | null>(null);
  hand = $state<Hand>('pen');
  color = $state<InkColor>('ink');
  width = $state<InkWidth>('thin');
  /** A panel that is being carried, and in front of which it would come. */
  carried = $state.raw<{ id: string; before: string | null } | null>(null);
  chosenClip = $state.raw<string | null>(null);
  /** An open point whose answer is being written. */
  answering = $state.raw<string | null>(null);
  said = $state('');

  constructor(
    model: StoryModel,
    { manners, exhibits, pen }: { manners: () => StoryManners; exhibits: Exhibits; pen: PenActs },
  ) {
    this.model = model;
    this.exhibits = exhibits;
    this.pen = pen;
    this.#manners = manners;
  }

  get manners(): StoryManners {
    return this.#manners();
  }
  readonly #writable = $derived.by(() => this.#manners().writable && !this.model.readOnly);
  get writable(): boolean {
    return this.#writable;
  }
  /** This person holds the pen. */
  readonly #draws = $derived.by(() => {
    const { me, artist } = this.#manners();
    return this.#writable && me !== null && artist?.id === me.id;
  });
  get draws(): boolean {
    return this.#draws;
  }
  get way(): Way {
    return this.#way;
  }
  showAs(way: Way): void {
    this.#way = way;
    rememberList(way === 'list');
  }

  /** The panel that is worked on: the chosen one, else the first that is not drawn yet, else the last. */
  readonly #activePanel = $derived.by<PlainPanel | undefined>(() => {
    const { panels } = this.model.plain;
    const isBare = ({ strokes, clips }: PlainPanel): boolean => strokes.length + clips.length === 0;
    return panels.find(({ id }) => id === this.#active) ?? panels.find(isBare) ?? panels.at(-1);
  });
  get active(): PlainPanel | undefined {
    return this.#activePanel;
  }
  activate(id: string): void {
    this.#active = id;
  }
  /** To the panel so many further on; stays within the story. */
  step(by: 1 | -1): void {
    const { panels } = this.model.plain;
    const at = panels.findIndex(({ id }) => id === this.active?.id);
    const next = panels[at + by];
    if (!next) return;
    this.activate(next.id);
    this.say(this.nameOf(next.id));
  }

  addPanel(before: string | null = null): void {
    const id = this.model.addPanel(before);
    if (id === null) return;
    this.activate(id);
    void this.focusText(id);
  }
  /** Carries a panel, keeps the focus on it and says where it stands. */
  movePanel(id: string, before: string | null): void {
    this.model.movePanel(id, before);
    this.activate(id);
    this.#sayPlace(id);
    void this.focus(id);
  }
  duplicate(id: string): void {
    const fresh = this.model.duplicatePanel(id, this.draws);
    if (fresh === null) return;
    this.activate(fresh);
    this.#sayPlace(fresh);
    void this.focus(fresh);
  }
  removePanel(id: string): void {
    const { panels } = this.model.plain;
    const at = panels.findIndex((panel) => panel.id === id);
    const next = panels[at + 1] ?? panels[at - 1];
    this.model.removePanel(id);
    this.say(m.storyboard_removed());
    if (!next) return;
    this.activate(next.id);
    void this.focus(next.id);
  }
  addPoint(panelId: string | null = this.active?.id ?? null): void {
    const id = this.model.addPoint(panelId);
    if (id !== null) void this.focusText(id);
  }

  async focus(id: string): Promise<void> {
    await tick();
    const node = document.querySelector<HTMLElement>(
      `[data-story] [data-node="${CSS.escape(id)}"]`,
    );
    node?.focus({ preventScroll: true });
    node?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  /** Into the words of a panel or a point, once they are drawn. */
  async focusText(id: string): Promise<void> {
    await tick();
    const field = `[data-story] [data-words="${CSS.escape(id)}"]`;
    document.querySelector<HTMLElement>(field)?.focus();
  }

  /** 'Scène 4: Prijs vooraf'. */
  nameOf(id: string): string {
    const number = this.model.numberOf(id);
    const panel = this.model.plain.panels[number - 1];
    const words = panel?.title.trim() || panel?.caption.trim();
    return words
      ? m.storyboard_panel_named({ number, words })
      : m.storyboard_panel_unnamed({ number });
  }
  isMine({ answer }: PlainPoint): boolean {
    return this.writable && this.manners.settles && answer === '';
  }

  /** Said politely to who listens; the same words twice are said twice. */
  say(words: string): void {
    this.said = this.said === words ? `${words} ` : words;
  }
  #sayPlace(id: string): void {
    const count = this.model.plain.panels.length;
    this.say(m.storyboard_moved({ number: this.model.numberOf(id), count }));
  }
}

function firstWay(): Way {
  if (typeof matchMedia === 'function' && matchMedia(PHONE).matches) return 'one';
  return listWanted() ? 'list' : 'grid';
}

const [useStory, giveStory] = createContext<StoryBoard>();
export { giveStory, useStory };
