/**
 * The screens of each kind of board, fetched when wanted: the one place that knows which there are. The
 * wall of notes is in the page from the first and stands outside this table. A new kind adds its row here.
 */
import type { Component } from 'svelte';
import type { BoardKind } from '#document/schema';
import type { BoardSheet } from '#protocol/history';
import type { BoardAddress, StageStep } from '#protocol/stage';
import type { OpenRoom } from '$lib/room/open-room.svelte';

/** The kinds that have screens of their own. */
export type ScreenKind = Exclude<BoardKind, 'wall'>;

/** The board of the open step (or, with `beside`, one that lies beside it), as this phase lets this person work on it. */
export type BoardViewProps = { open: OpenRoom; step: StageStep; beside?: boolean };
/**
 * The board of an earlier step, living, to look at. `choosing`: its moments lie beside it already. `narrow`: it
 * has a small place beside other work, where a wide picture begins as its list.
 */
export type BoardReaderProps = { board: BoardAddress; choosing?: boolean; narrow?: boolean };
/** The board as it was at a moment. */
export type StillBoardProps = { sheet: BoardSheet };

type Loaded<Props extends Record<string, unknown>> = () => Promise<{ default: Component<Props> }>;

export type BoardScreens = {
  readonly view: Loaded<BoardViewProps>;
  readonly reader: Loaded<BoardReaderProps>;
  readonly still: Loaded<StillBoardProps>;
  /** The Decider chooses on the board itself, not in the list of results. */
  readonly choosesOnBoard: boolean;
};

export const boardScreens: Readonly<Record<ScreenKind, BoardScreens>> = {
  map: {
    view: () => import('./map/MapView.svelte'),
    reader: () => import('./map/MapReader.svelte'),
    still: () => import('./map/StillMap.svelte'),
    choosesOnBoard: true,
  },
  lists: {
    view: () => import('./lists/ListsView.svelte'),
    reader: () => import('./lists/ListsReader.svelte'),
    still: () => import('./lists/StillLists.svelte'),
    choosesOnBoard: false,
  },
  storyboard: {
    view: () => import('./storyboard/StoryView.svelte'),
    reader: () => import('./storyboard/StoryReader.svelte'),
    still: () => import('./storyboard/StillStory.svelte'),
    choosesOnBoard: false,
  },
  prototype: {
    view: () => import('./prototype/PrototypeView.svelte'),
    reader: () => import('./prototype/PrototypeReader.svelte'),
    still: () => import('./prototype/StillPrototype.svelte'),
    choosesOnBoard: false,
  },
  script: {
    view: () => import('./script/ScriptView.svelte'),
    reader: () => import('./script/ScriptReader.svelte'),
    still: () => import('./script/StillScript.svelte'),
    choosesOnBoard: false,
  },
  gallery: {
    view: () => import('./gallery/GalleryView.svelte'),
    reader: () => import('./gallery/GalleryReader.svelte'),
    still: () => import('./gallery/StillGallery.svelte'),
    choosesOnBoard: false,
  },
  ladders: {
    view: () => import('./ladders/LaddersView.svelte'),
    reader: () => import('./ladders/LaddersReader.svelte'),
    still: () => import('./ladders/StillLadders.svelte'),
    choosesOnBoard: true,
  },
  grid: {
    view: () => import('./grid/GridView.svelte'),
    reader: () => import('./grid/GridReader.svelte'),
    still: () => import('./grid/StillGrid.svelte'),
    choosesOnBoard: false,
  },
  decision: {
    view: () => import('./decision/DecisionView.svelte'),
    reader: () => import('./decision/DecisionReader.svelte'),
    still: () => import('./decision/StillDecision.svelte'),
    choosesOnBoard: true,
  },
  cards: {
    view: () => import('./cards/CardsView.svelte'),
    reader: () => import('./cards/CardsReader.svelte'),
    still: () => import('./cards/StillCards.svelte'),
    choosesOnBoard: false,
  },
};

/** @returns null for a wall, and where there is no board. */
export function screensOf(kind: BoardKind | undefined): BoardScreens | null {
  return kind === undefined || kind === 'wall' ? null : boardScreens[kind];
}
