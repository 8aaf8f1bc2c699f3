/** Climbs ladders beside the screen, as a browser of this person would over its socket: for tests that begin where the work is done. */
import { nanoid } from 'nanoid';
import * as ladders from '#document/kinds/ladders/operations';
import type { Strength } from '#domain/klantbelofte/strength';
import type { Norm } from '#domain/klantbelofte/norm';
import { local } from '#document/origins';
import { expect } from './kamer';
import type { Person } from './person';
import { writeBeside } from './write-beside';

export type Climb = {
  behoefte?: string;
  /** 'K2', and when in the talk in seconds. */
  saidBy?: readonly [customer: string, seconds: number];
  words: string;
  norm?: Norm;
  strength?: Strength;
  inPlace?: readonly string[];
  errands?: readonly (readonly [words: string, owner: string, due: string])[];
  for?: readonly string[];
  against?: readonly string[];
  /** What they showed, and in whose words. */
  showed?: string;
  quote?: string;
};

/** Behind the ladders that are there; resolves when the server has all. */
export async function climbLadders(person: Person, climbs: readonly Climb[]): Promise<string[]> {
  const room = person.wire.stage.now?.board?.room ?? '';
  const ids = climbs.map(() => nanoid());
  await writeBeside(person, room, async (doc) => {
    doc.transact(() => climbs.forEach((one, at) => climb(doc, ids[at] ?? '', one)), local);
    const last = climbs.at(-1)?.words ?? '';
    await expect(person.page.locator('[data-ladders]')).toContainText(last);
  });
  return ids;
}

function climb(doc: Parameters<typeof ladders.addBelofte>[0], id: string, one: Climb): void {
  const behoefteId = one.behoefte === undefined ? null : nanoid();
  if (behoefteId !== null) {
    const [customer, seconds] = one.saidBy ?? ['', 0];
    const from = `seen-${behoefteId}`;
    const kind = customer === '' ? ('pain' as const) : ('quote' as const);
    const source = { id: nanoid(), kind, from, words: one.behoefte ?? '', customer, seconds };
    ladders.addBehoefte(doc, { id: behoefteId, words: one.behoefte ?? '', source }, local);
  }
  ladders.addBelofte(doc, { id, behoefteId, words: one.words }, local);
  if (one.norm) ladders.setNorm(doc, id, one.norm, local);
  if (one.strength) ladders.chooseOfBelofte(doc, id, { strength: one.strength }, local);
  for (const words of one.inPlace ?? []) {
    ladders.addProof(doc, { id: nanoid(), belofteId: id, words, inPlace: true }, local);
  }
  for (const [words, owner, due] of one.errands ?? []) {
    const proof = nanoid();
    ladders.addProof(doc, { id: proof, belofteId: id, words }, local);
    const at = { record: 'proofs', id: proof, field: 'owner' } as const;
    ladders.editLadderText(doc, at, { before: '', after: owner }, local);
    ladders.setProof(doc, proof, { due }, local);
  }
  const found = [
    ...(one.for ?? []).map((customer) => ({ customer, supports: true })),
    ...(one.against ?? []).map((customer) => ({ customer, supports: false })),
  ].map((seen, at) => ({
    ...seen,
    ...{ from: nanoid(), words: one.quote ?? 'zag het meteen', about: one.showed ?? '' },
    ...{ quote: one.quote !== undefined, seconds: 600 + at * 42 },
  }));
  ladders.addFindings(doc, id, found, local);
}
