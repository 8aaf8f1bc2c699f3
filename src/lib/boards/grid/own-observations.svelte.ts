/**
 * What this person wrote of a customer, in their own pile, where nobody else reads it until the talk is
 * rounded off. It is kept from the first letter on, without a connection too.
 */
import type { Mark } from '#domain/tests/patterns';
import { isQuoted } from '#domain/tests/observing';
import * as grid from '#document/kinds/grid/operations';
import { plainObservations, type PlainObservation } from '#document/kinds/grid/plain';
import { local } from '#document/origins';
import { Followed } from '$lib/boards/followed.svelte';
import { editingIn } from '$lib/room/open-room.svelte';
import type { RoomClient } from '$lib/room/room-client.svelte';

export type Begun = {
  customer: string;
  row: string | null;
  mark: Mark;
  strong: boolean;
  seconds: number;
};

export class OwnObservations extends Followed<PlainObservation[]> {
  /** @param pile this person's own room; it stays open when this ends. */
  constructor(pile: RoomClient) {
    super(
      {
        ...{ boardId: '', room: pile, presence: { others: [] } },
        editing: (text) => editingIn(pile, text),
      },
      plainObservations,
    );
  }

  of(customer: string): PlainObservation[] {
    return this.plain.filter((one) => one.customer === customer);
  }

  /** @returns the id of what was begun. */
  begin(text: string, begun: Begun): string | null {
    return this.add((doc, id) =>
      grid.addObservation(doc, { id, text, ...begun, quote: isQuoted(text) }, local),
    );
  }
  /** @returns whether it is still there: false once it was laid on the grid. */
  write(id: string, edit: { before: string; after: string; caret: number }): boolean {
    if (this.plain.every((one) => one.id !== id)) return false;
    return this.act((doc) =>
      doc.transact(() => {
        grid.editObservationText(doc, id, edit, local);
        grid.setQuote(doc, id, isQuoted(edit.after), local);
      }, local),
    );
  }
  mark(id: string, mark: Mark): void {
    this.act((doc) => grid.markObservation(doc, id, mark, local));
  }
  setStrong(id: string, strong: boolean): void {
    this.act((doc) => grid.setStrong(doc, id, strong, local));
  }
  move(id: string, to: { customer: string; row: string | null }): void {
    this.act((doc) => grid.moveObservation(doc, id, to, local));
  }
  remove(id: string): void {
    this.act((doc) => grid.removeObservations(doc, [id], local));
  }
}
