/**
 * Search within this board: what was asked, what was found, and which of it one looks at now. The
 * view goes along, on the plane and in the list; the hits are outlined by `Overlay` and the list.
 */
import { holdLetters } from '$lib/boards/wall/menus/after-overlay';
import type { Board } from '$lib/boards/wall/board.svelte';
import { lookup } from '$lib/plane/lookup';
import { hitsOf, type Hit } from './search-hits';

export class Search {
  readonly #board: Board;
  #open = $state(false);
  #query = $state('');
  #at = $state(0);
  #from: Element | null = null;
  #letters: ((field: Element | null) => void) | undefined;

  constructor(board: Board) {
    this.#board = board;
  }

  readonly hits: readonly Hit[] = $derived.by(() => {
    if (!this.#open || this.#query.trim() === '') return [];
    const { wall, reading } = this.#board;
    const words = (id: string): string => wall.note(id)?.text ?? '';
    return hitsOf(this.#query, {
      notes: reading.map((id) => ({
        id,
        text: [id, ...(wall.note(id)?.beneath ?? [])].map(words).join('\n'),
      })),
      groups: wall.groups,
    });
  });
  /** By id, for who draws one of them. */
  readonly found: ReadonlyMap<string, Hit> = $derived(
    lookup(this.hits.map((hit) => [hit.id, hit] as const)),
  );

  get open(): boolean {
    return this.#open;
  }
  get query(): string {
    return this.#query;
  }
  /** Which hit is looked at: 1 for the first, 0 when nothing was found. */
  get at(): number {
    return this.hits.length === 0 ? 0 : Math.min(this.#at, this.hits.length - 1) + 1;
  }
  get current(): Hit | undefined {
    return this.hits[this.at - 1];
  }

  begin(): void {
    if (!this.#open) this.#from = document.activeElement;
    this.#board.endEdit({ refocus: false });
    this.#open = true;
    const field = document.getElementById(SEARCH_FIELD);
    if (field) field.focus();
    // The field is still on its way: what is typed meanwhile is what is searched for.
    else this.#letters ??= holdLetters();
  }

  /** The field is there. */
  arrived(field: HTMLInputElement): void {
    field.focus();
    this.#letters?.(field);
    this.#letters = undefined;
  }

  ask(query: string): void {
    this.#query = query;
    this.#at = 0;
    this.#show();
  }

  step(by: 1 | -1): void {
    const { length } = this.hits;
    if (length === 0) return;
    this.#at = (this.at - 1 + by + length) % length;
    this.#show();
  }

  /** Ends the search where it came to: a note that was found gets the focus, else what had it before. */
  end(): void {
    const { current } = this;
    this.#letters?.(null);
    this.#letters = undefined;
    this.#open = false;
    this.#query = '';
    if (current?.kind === 'note') void this.#board.focus(current.id);
    else if (this.#from instanceof HTMLElement && this.#from.isConnected) this.#from.focus();
    this.#from = null;
  }

  #show(): void {
    const { current } = this;
    if (current) this.#board.bringIntoView(current.kind, current.id);
  }
}

/** Id of the field; one search is open at a time. */
export const SEARCH_FIELD = 'board-search-field';
