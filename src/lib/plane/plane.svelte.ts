/**
 * A plane in this browser, whatever lies on it: where one looks, what is selected, held and focused, and
 * what a hand draws over it. One per plane on screen, made by the kind whose things it shows.
 */
import { Camera } from './camera.svelte';
import { Hand } from './hand.svelte';
import { PlaneIndex } from './plane-index.svelte';
import type { PlanePort } from './plane-port';
import { RovingFocus, type FocusPlaces } from './roving-focus.svelte';
import { Selection } from './selection.svelte';
import type { Box, Point } from './viewport';

export class Plane<Aim> {
  readonly port: PlanePort<Aim>;
  readonly camera = new Camera();
  readonly index: PlaneIndex;
  readonly hand: Hand<Aim>;
  readonly choice: Selection;
  /** What Tab comes to, and where arrows lead. */
  readonly roving: RovingFocus;
  /** A pan, pinch or drag is going on: what is beside the selection steps aside. */
  moving = $state(false);
  /** The view was last moved by a wheel or trackpad, and the pointer has not moved since. */
  wheeled = $state(false);
  /** Drawn while a hand draws it, in the plane's units. */
  marquee = $state.raw<Box | null>(null);
  /** Where a finger is held, in the plane's units. */
  held = $state.raw<Point | null>(null);

  /** @param places what can have the focus, where that is more than the things. */
  constructor(port: PlanePort<Aim>, places?: FocusPlaces) {
    this.port = port;
    this.index = new PlaneIndex(port);
    this.hand = new Hand(port);
    this.choice = new Selection({
      has: (id) => port.boxOf(id) !== undefined,
      order: () => this.index.reading,
      tell: (ids) => port.selected(ids),
    });
    this.roving = new RovingFocus(places ?? this.#places());
  }

  #places(): FocusPlaces {
    const { index, port } = this;
    return {
      get order() {
        return index.reading;
      },
      boxOf: (id) => port.boxOf(id),
      get entry() {
        return index.reading[0];
      },
    };
  }
}
