/** Friday's test, as it lies there once the talks are over: questions of Monday, customers, and what was seen. */
import { addNote } from '#document/boards/wall';
import * as grid from '#document/kinds/grid/operations';
import { local } from '#document/origins';
import type { Mark } from '#domain/tests/patterns';
import { expect } from './kamer';
import type { Facilitator } from './facilitator';
import { writeBeside } from './write-beside';

export const questions = [
  'een tijd beloven die om vier uur nog klopt?',
  'een prijs noemen zonder het apparaat te zien?',
  'vooraf horen welk onderdeel kapot is?',
] as const;
const rows = ['Afspraak maken', 'Belletje vooraf', 'Prijs vooraf'] as const;
const seen: readonly [customer: number, row: number, mark: Mark, text: string][] = [
  [1, 0, '+', 'Kiest meteen het uurvak'],
  [2, 0, '+', '“Eindelijk geen hele ochtend”'],
  [1, 1, '+', 'Zichtbaar opgelucht'],
  [2, 1, '+', '“Dan laat ik de hond uit”'],
  [3, 1, '+', 'Belt zelf nooit terug'],
  [1, 2, '-', 'Gelooft het bedrag niet'],
  [3, 2, '-', 'Leest de kleine letters'],
];

/** Sprint questions on Monday's wall, without a vote. */
export async function askQuestions(
  facilitator: Facilitator,
  asked: readonly string[] = questions,
): Promise<void> {
  await facilitator.openExercise('sprintvragen');
  await writeBeside(facilitator, facilitator.wire.stage.now?.board?.room ?? '', async (doc) => {
    asked.forEach((text, at) =>
      addNote(doc, { id: `q${at}`, text, at: [at * 200, 0], color: 'yellow' }, local),
    );
    await expect.poll(() => doc.store.pendingStructs).toBeNull();
  });
}

/** So many customers, talked with, and a grid that holds what was seen of them. */
export async function testCustomers(facilitator: Facilitator, count: number): Promise<void> {
  for (let at = 1; at <= count; at++) {
    const name = `Klant ${at}`;
    await facilitator.did({ kind: 'add-customer', name, slotAt: null, reserve: false });
  }
  await facilitator.openExercise('interviews');
  await writeBeside(facilitator, facilitator.wire.stage.now?.board?.room ?? '', async (doc) => {
    rows.forEach((title, at) => grid.addRow(doc, { id: `r${at}`, title }, local));
    seen.forEach(([customer, row, mark, text], at) => {
      if (customer > count) return;
      const quote = text.startsWith('“');
      const one = { customer: `K${customer}`, row: `r${row}`, mark, text, quote, strong: at === 3 };
      const by = { author: 'Noor', by: facilitator.wire.stage.me.id, seconds: 60 * (at + 1) };
      grid.addObservation(doc, { id: `o${at}`, ...one, ...by }, local);
    });
    await expect.poll(() => doc.getMap('observations').size).toBeGreaterThan(0);
  });
  for (let at = 1; at <= count; at++) {
    await expect.poll(() => facilitator.wire.stage.customers?.length).toBe(count);
    const customerId = facilitator.wire.stage.customers?.[at - 1]?.id ?? '';
    await facilitator.did({ kind: 'start-interview', customerId });
    await facilitator.did({ kind: 'round-off-interview', customerId });
  }
}
