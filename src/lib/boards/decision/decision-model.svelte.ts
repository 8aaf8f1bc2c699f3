/** What lies beside the decision for the screen, and the acts that change it: the only door from its components to the document. */
import * as decision from '#document/kinds/decision/operations';
import { plainDecision, type PlainDecision } from '#document/kinds/decision/plain';
import type { EffectSide } from '#document/kinds/decision/records';
import { local } from '#document/origins';
import { Followed, type OpenBoard } from '$lib/boards/followed.svelte';
import type { TextField } from '$lib/room/text-editing';

export class DecisionModel extends Followed<PlainDecision> {
  /** @param open ended by who opened it. */
  constructor(open: OpenBoard) {
    super(open, plainDecision);
  }

  /** @returns the id of the new step, which comes last. */
  addNext(): string | null {
    return this.add((doc, id) => decision.addNext(doc, { id }, local));
  }
  setDue(id: string, due: string): void {
    this.act((doc) => decision.setNextDue(doc, id, due, local));
  }
  /** @returns the id of what was added to that side. */
  addEffect(side: EffectSide): string | null {
    return this.add((doc, id) => decision.addEffect(doc, { id, side }, local));
  }
  remove(root: 'next' | 'effects', id: string): void {
    this.act((doc) => decision.removeFromDecision(doc, root, id, local));
  }

  /** For `<textarea {@attach model.editing(at)}>`. */
  editing(at: decision.DecisionText): (field: TextField) => () => void {
    return this.open.editing({
      key: `${at.id}-${at.field}`,
      read: () => decision.textOfDecision(this.room.doc, at),
      edit: (change) => decision.editDecisionText(this.room.doc, at, change, local),
      max: decision.longestDecisionText(at),
    });
  }
}
