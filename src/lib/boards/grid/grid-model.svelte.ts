/** The grid of a test for the screen, and the acts that change it: the only door from its components to the document. */
import type { Gap } from '#domain/tests/gaps';
import type { Mark } from '#domain/tests/patterns';
import type { AnswerMark, Verdict } from '#domain/tests/verdict';
import * as grid from '#document/kinds/grid/operations';
import { plainGrid, type PlainGrid, type PlainObservation } from '#document/kinds/grid/plain';
import { gridLimits } from '#document/kinds/grid/records';
import { local } from '#document/origins';
import { Followed, type OpenBoard } from '$lib/boards/followed.svelte';
import type { TextField } from '$lib/room/text-editing';

export type { PlainGrid, PlainObservation, PlainRow } from '#document/kinds/grid/plain';

/** Who writes, for what they add by hand. */
export type Writer = { id: string; name: string };

export class GridModel extends Followed<PlainGrid> {
  /** @param open ended by who opened it. */
  constructor(open: OpenBoard) {
    super(open, plainGrid);
  }

  /** What was seen in one cell, in the order in which it was laid; of no row where that is null or gone. */
  cell(customer: string, row: string | null): PlainObservation[] {
    return this.ofRow(row).filter((one) => one.customer === customer);
  }
  ofRow(row: string | null): PlainObservation[] {
    const { rows, observations } = this.plain;
    if (row !== null) return observations.filter((one) => one.row === row);
    return observations.filter((one) => rows.every(({ id }) => id !== one.row));
  }
  rowTitle(row: string | null): string {
    return this.plain.rows.find(({ id }) => id === row)?.title.trim() ?? '';
  }

  /** @returns the id of the new row, which comes last. */
  addRow(title = ''): string | null {
    return this.add((doc, id) => grid.addRow(doc, { id, title }, local));
  }
  removeRow(id: string): void {
    this.act((doc) => grid.removeRow(doc, id, local));
  }
  moveRow(id: string, before: string | null): void {
    this.act((doc) => grid.moveRow(doc, id, before, local));
  }

  addObservation(
    { customer, row }: { customer: string; row: string | null },
    by: Writer,
  ): string | null {
    return this.add((doc, id) => {
      const fresh = { mark: '0', strong: false, quote: false, seconds: 0, text: '' } as const;
      grid.addObservation(doc, { id, customer, row, ...fresh, author: by.name, by: by.id }, local);
    });
  }
  /** The same was seen of another customer. */
  repeatFor(one: PlainObservation, customer: string, by: Writer): void {
    const { text, mark, strong, row } = one;
    this.add((doc, id) => {
      const again = { text, mark, strong, row, quote: false, seconds: 0 };
      grid.addObservation(doc, { id, customer, ...again, author: by.name, by: by.id }, local);
    });
  }
  mark(id: string, mark: Mark): void {
    this.act((doc) => grid.markObservation(doc, id, mark, local));
  }
  setStrong(id: string, strong: boolean): void {
    this.act((doc) => grid.setStrong(doc, id, strong, local));
  }
  setQuote(id: string, quote: boolean): void {
    this.act((doc) => grid.setQuote(doc, id, quote, local));
  }
  removeObservation(id: string): void {
    this.act((doc) => grid.removeObservations(doc, [id], local));
  }

  answerProposal(answer: { row: string; mark: Mark; name: string; aside: boolean }): void {
    this.act((doc) => grid.answerProposal(doc, answer, local));
  }
  withdrawAnswer(pattern: { row: string; mark: Mark }): void {
    this.act((doc) => grid.withdrawAnswer(doc, pattern, local));
  }

  /** @returns the id of a question of the team's own, which comes last. */
  addQuestion(): string | null {
    return this.add((doc, id) => grid.addQuestion(doc, { id }, local));
  }
  removeQuestion(id: string): void {
    this.act((doc) => grid.removeQuestion(doc, id, local));
  }
  giveAnswer(given: { question: string; customer: string; answer: AnswerMark; by: string }): void {
    this.act((doc) => grid.giveAnswer(doc, given, local));
  }
  hangFinding(hung: { question: string; finding: string; hangs: boolean }): void {
    this.act((doc) => grid.hangFinding(doc, hung, local));
  }
  setGap(record: 'questions' | 'patterns', id: string, gap: Gap | null): void {
    this.act((doc) => grid.setGap(doc, { record, id, gap }, local));
  }
  setCloser(closer: Verdict): void {
    this.act((doc) => grid.setCloser(doc, closer, local));
  }

  /** For `<input {@attach model.editing(at)}>`: any text but that of an observation. */
  editing(at: grid.GridText): (field: TextField) => () => void {
    return this.open.editing({
      key: at.id,
      read: () => grid.textOfGrid(this.room.doc, at),
      edit: (change) => grid.editGridText(this.room.doc, at, change, local),
      max: grid.longestGridText(at),
    });
  }
  editingObservation(id: string): (field: TextField) => () => void {
    return this.open.editing({
      key: id,
      read: () => grid.textOfObservation(this.room.doc, id),
      edit: (change) => grid.editObservationText(this.room.doc, id, change, local),
      max: gridLimits.observation,
    });
  }
}
