/**
 * What a plane asks of whatever lies on it: where its things lie, and what a hand may do with them. A kind
 * that lies in places implements it; the plane knows neither what its things are nor how they are kept.
 *
 * All places are in the plane's own units. A frame is a surface that holds things and is carried with them.
 */
import type { Box, Point } from './viewport';

/** What lies under a press: a thing, a frame's own surface, or nothing. */
export type Pressed = { kind: 'thing' | 'frame'; id: string } | { kind: 'ground' };

export type Frame = {
  readonly id: string;
  readonly box: Box;
  /** Ids of what is in it, also of what does not lie open. */
  readonly holds: readonly string[];
};

/** Where everything lies. */
export type PlaneThings = {
  /** All that lie open, in the order in which they are stored. */
  readonly things: readonly { readonly id: string }[];
  /** Listens to that thing alone; undefined when it does not lie open (any more). */
  boxOf(id: string): Box | undefined;
  /** What is drawn on top is higher; equals lie as they are stored. Not listened to. */
  heightOf(id: string): number;
  /** Drawn beneath the things; the last one on top. */
  readonly frames: readonly Frame[];
  /** Tells by a plain call which things changed; null: any. @returns what ends it. */
  watch(listener: (changed: readonly string[] | null) => void): () => void;
};

/** What of a hand is shown to others. */
export type PlanePresence = {
  selected(ids: readonly string[]): void;
  /** These are in this person's hand now: nothing else is to move them. */
  took(ids: readonly string[]): void;
  carried(ids: readonly string[], by: Point): void;
  released(ids: readonly string[]): void;
  /** Where one points; null: nowhere on this plane. */
  pointed(at: Point | null): void;
};

/** @typeParam Aim what letting go would do at a place: the kind's own. */
export type PlaneAims<Aim> = {
  /** Letting go there does nothing but lay things where they are. */
  readonly nowhere: Aim;
  aimAt(point: Point, how: { dragged: ReadonlySet<string>; shift: boolean }): Aim;
  isSame(a: Aim, b: Aim): boolean;
  /** Lets go: `ids` of `pressed` went as far as `by`. */
  drop(pressed: Pressed, how: { ids: readonly string[]; aim: Aim; by: Point }): void;
};

/** What a hand may do, and what its shorter gestures mean. */
export type PlaneActs = {
  mayDrag(pressed: Pressed): boolean;
  /** Of several that are selected only these go along. */
  mayMove(id: string): boolean;
  mayMarquee(): boolean;
  /** The person moves the view or takes something: whoever led the view does so no longer. */
  began(): void;
  tapped(pressed: Pressed, how: { shift: boolean; touch: boolean }): void;
  /** Pressed on nothing, or about to draw over things: what was written in is done with. */
  left(): void;
  marqueeKept(): void;
  doubled(point: Point): void;
  /** @param where `here` on the plane, `at` in pixels of the window. */
  menu(pressed: Pressed, where: { here: Point; at: Point }): void;
  /**
   * What an element, or what is drawn at a point where no element is, belongs to. @returns undefined for
   * a control that has its own use for a press.
   */
  pressedAt(element: Element, point: Point): Pressed | undefined;
};

export type PlanePort<Aim> = PlaneThings & PlanePresence & PlaneAims<Aim> & PlaneActs;
