/**
 * Looking along with somebody: whom this browser follows, who follows it, and where a facilitator
 * brought everybody. What one sees oneself is told to the others by `BoardCompany.svelte`.
 */
import { untrack } from 'svelte';
import type { BoardView } from '#protocol/view';
import type { OtherPerson } from '$lib/room/wall/wall-view.svelte';
import type { Board } from './board.svelte';
import { lookup } from '$lib/plane/lookup';
import { nearestFirst } from '$lib/plane/nearest-first';
import { overlaps } from '$lib/plane/viewport';

/** What outlives a board: kept by the visit, in which the list of people writes too. */
export type Visitor = {
  /** Member id and name, as the others know them. */
  readonly me: string;
  readonly name: string;
  /** Member id of who is followed. */
  following: string | null;
  /** Keeps what this browser sees of the board, for 'everybody come here'. */
  look(at: { boardId: string; view: BoardView } | null): void;
  /** A facilitator brings everybody to a place. @returns what ends the listening. */
  onCome(listener: (come: { by: string; boardId: string; view: BoardView }) => void): () => void;
};

export class Follow {
  readonly #board: Board;
  /** Where this person looked before they were brought elsewhere. */
  #before: BoardView | null = null;

  constructor(board: Board) {
    this.#board = board;
  }

  get #visitor(): Visitor | null {
    return this.#board.manners.visitor;
  }

  /** Everybody else on this board, once each, whatever the number of their windows. */
  readonly people: readonly OtherPerson[] = $derived.by(() => {
    const me = this.#visitor?.me;
    const others = this.#board.wall.others.filter(({ member }) => member.id !== me);
    const looking = others.filter(({ view }) => view !== null);
    const each = lookup([...others, ...looking].map((one) => [one.member.id, one] as const));
    return [...each.values()].sort((a, b) => a.member.name.localeCompare(b.member.name));
  });

  readonly leader: OtherPerson | null = $derived.by(
    () => this.people.find(({ member }) => member.id === this.#visitor?.following) ?? null,
  );

  readonly followers: readonly string[] = $derived.by(() => {
    const me = this.#visitor?.me;
    return this.people.flatMap(({ member, follows }) =>
      me !== undefined && follows === me ? [member.name] : [],
    );
  });

  begin(memberId: string): void {
    const visitor = this.#visitor;
    if (visitor) visitor.following = memberId;
  }

  /** One's own move of the view ends it; so does Escape. */
  end(): void {
    const visitor = this.#visitor;
    if (visitor && visitor.following !== null) visitor.following = null;
  }

  /** For an effect: the view goes where the leader looks. */
  along(): void {
    const view = this.leader?.view;
    const { asList } = this.#board;
    if (!view) return;
    untrack(() => {
      const middle = asList ? this.middleOf(view) : null;
      if (!asList) this.#board.camera.lookAt(view);
      else if (middle !== null) this.#board.bringIntoView('note', middle);
    });
  }

  /** The note in the middle of what somebody sees; null when they see none. */
  middleOf(view: BoardView): string | null {
    const { reading, boxes } = this.#board;
    const seen = reading.filter((id) => {
      const box = boxes.get(id);
      return box !== undefined && overlaps(box, view);
    });
    return nearestFirst(seen, boxes, view)[0] ?? null;
  }

  /** A facilitator brings everybody to a place; `back` undoes it. */
  bring(view: BoardView): void {
    const { camera } = this.#board;
    this.end();
    this.#before = { ...camera.seen };
    camera.lookAt(view);
  }

  back(): void {
    if (this.#before) this.#board.camera.lookAt(this.#before);
    this.#before = null;
  }
}
