/** What the step lets this person do on a wall, and how its notes are shown. Made by the views. */
import type { PaperColor } from '#document/schema';
import type { Visitor } from './follow.svelte';
import type { Votes } from '$lib/boards/dots/votes.svelte';

export type BoardManners = {
  /** Notes may be made, changed and moved. */
  readonly writable: boolean;
  /** Beginning of each note, shown and never stored; '' for none. */
  readonly prefix: string;
  readonly showAuthors: boolean;
  /** Dots are put, or were counted, on this wall; null elsewhere. */
  readonly votes: Votes | null;
  /** Colour of the paper on which this person writes. */
  readonly paper: PaperColor;
  /** What the Decider chose. */
  readonly chosen: ReadonlySet<string>;
  /** The wide set of tools; without it only what the step needs. */
  readonly wide: boolean;
  /** The step is about putting together: stacks, too, for everybody. */
  readonly arranging: boolean;
  readonly facilitates: boolean;
  /** Where the visit keeps what outlives this board; null where nobody follows anybody. */
  readonly visitor: Visitor | null;
};
