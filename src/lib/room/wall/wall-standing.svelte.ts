/**
 * How the reader stands on a shared board: what they may change and why not the rest, what of their
 * work the server put right, and how their notes are signed. Asked by the screen and by the acts.
 */
import type { HoldRule } from '#document/holds';
import type { Breach } from '#protocol/rooms';
import { samePlain } from './keyed-views';
import { WallActs } from './wall-acts';
import { free, noRights, type Holds, type WallRights } from './wall-rights';
import type { WallRoom } from './wall-room';

type Held = { readonly holds: Holds };

export abstract class WallStanding extends WallActs {
  #rights = $state.raw<WallRights>(noRights);
  #breach = $state.raw<(Breach & { no: number }) | null>(null);
  readonly #endBreach: () => void;

  constructor(room: WallRoom, sprintId?: string) {
    super(room, sprintId);
    this.#endBreach = this.onBreach((breach) => {
      this.#breach = { ...breach, no: (this.#breach?.no ?? 0) + 1 };
    });
  }

  abstract readonly readOnly: boolean;
  abstract note(id: string): (Held & { readonly group: string | null }) | undefined;
  abstract group(id: string): Held | undefined;
  /** Tells each note and group anew what is held of it. */
  protected abstract showHolds(): void;

  destroy(): void {
    this.#endBreach();
  }

  /** What the reader may change here, from the stage. */
  get rights(): WallRights {
    return this.#rights;
  }
  set rights(rights: WallRights) {
    if (samePlain(rights, this.#rights)) return;
    this.#rights = rights;
    this.showHolds();
  }
  get facilitates(): boolean {
    return this.#rights.facilitates;
  }

  /** Words, colour, height and picture of a note. */
  canEdit(noteId: string): boolean {
    return !this.readOnly && holdsOf(this.note(noteId)).edit === null;
  }
  /** Place, group, stack, order and removal of a note. */
  canMove(noteId: string): boolean {
    return !this.readOnly && holdsOf(this.note(noteId)).move === null;
  }
  /** Label and order of a group, and what goes in or out. */
  canEditGroup(groupId: string): boolean {
    return !this.readOnly && holdsOf(this.group(groupId)).edit === null;
  }
  /** Place and removal of a group; not while it holds what may not be moved. */
  canMoveGroup(groupId: string): boolean {
    return !this.readOnly && holdsOf(this.group(groupId)).move === null;
  }
  /** Why a note may not be changed or moved; null when all of it may be. */
  whyNot(noteId: string): 'read-only' | HoldRule | null {
    return this.#why(holdsOf(this.note(noteId)));
  }
  whyNotGroup(groupId: string): 'read-only' | HoldRule | null {
    return this.#why(holdsOf(this.group(groupId)));
  }

  /** What the server put right of what was done here, newest; `no` counts them. */
  get breach(): (Breach & { readonly no: number }) | null {
    return this.#breach;
  }
  onBreach(listener: (breach: Breach) => void): () => void {
    return this.room.line.onBreach(listener);
  }

  /** Who writes is on the note where the exercise shows authors, and nowhere else. */
  protected get signature(): { by?: string; author?: string } {
    const { authorsShown, memberId: by, name: author } = this.#rights.writer;
    return authorsShown ? { by, author } : {};
  }
  protected takesBeside(noteId: string): boolean {
    const group = this.note(noteId)?.group ?? null;
    return group === null || this.canEditGroup(group);
  }

  #why({ edit, move }: Holds): 'read-only' | HoldRule | null {
    return this.readOnly ? 'read-only' : (edit ?? move);
  }
}

/** What is made in the act that is under way is not shown yet, and is one's own. */
function holdsOf(view: Held | undefined): Holds {
  return view?.holds ?? free;
}
