/**
 * The ladders for the screen: what is on them as plains that keep their identity while they read the
 * same, and the acts that change them. The only door from the ladders' components to their document.
 */
import { nanoid } from 'nanoid';
import { ladderOf, ladderOfBelofte } from '#document/kinds/ladders/ladder-of';
import * as ladders from '#document/kinds/ladders/operations';
import {
  plainLadders,
  type PlainBehoefte,
  type PlainBelofte,
  type PlainFinding,
  type PlainLadders,
} from '#document/kinds/ladders/plain';
import { local } from '#document/origins';
import type { StoredPicture } from '#document/shapes';
import type { Ladder, Weight } from '#domain/klantbelofte/ladder';
import type { Norm } from '#domain/klantbelofte/norm';
import { Followed, type OpenBoard } from '$lib/boards/followed.svelte';
import type { TextField } from '$lib/room/text-editing';

export type LadderText = ladders.LadderText;
export type NewSource = ladders.NewSource;

export class LaddersModel extends Followed<PlainLadders> {
  /** @param open ended by who opened it. */
  constructor(open: OpenBoard) {
    super(open, plainLadders);
  }

  belofte(id: string | null): PlainBelofte | undefined {
    return this.plain.beloften.find((one) => one.id === id);
  }
  behoefte(id: string | null): PlainBehoefte | undefined {
    return this.plain.behoeften.find((one) => one.id === id);
  }
  /** As the rules read it. */
  ladderOf(belofteId: string): Ladder {
    return ladderOfBelofte(this.plain, belofteId);
  }
  ladderOfBehoefte(behoefte: PlainBehoefte): Ladder {
    return ladderOf(behoefte, undefined, this.plain);
  }

  /** Undefined when its record is gone. */
  textOf(at: LadderText): string | undefined {
    return ladders.textOfLadder(this.room.doc, at);
  }
  /** For `<textarea {@attach model.editing(at)}>`. */
  editing(at: LadderText): (field: TextField) => () => void {
    return this.open.editing({
      key: keyOf(at),
      read: () => this.textOf(at),
      edit: (change) => ladders.editLadderText(this.room.doc, at, change, local),
      max: ladders.longestLadderText(at),
    });
  }
  /** Who else writes in these words now; undefined when nobody does. */
  writerAt(at: LadderText): string | undefined {
    return this.writerOf(keyOf(at));
  }

  addTheme(): string | null {
    return this.add((doc, id) => ladders.addTheme(doc, { id }, local));
  }
  removeTheme(id: string): void {
    this.act((doc) => ladders.removeTheme(doc, id, local));
  }

  /** @returns the id of the new behoefte; null on a board that is only read. */
  addBehoefte(behoefte: { words?: string; moment?: string; source?: NewSource } = {}) {
    const { source, ...texts } = behoefte;
    return this.add((doc, id) =>
      ladders.addBehoefte(
        doc,
        { id, ...texts, ...(source && { source: { id: nanoid(), ...source } }) },
        local,
      ),
    );
  }
  addSource(behoefteId: string, source: NewSource): void {
    this.add((doc, id) => ladders.addSource(doc, behoefteId, { id, ...source }, local));
  }
  removeSource(id: string): void {
    this.act((doc) => ladders.removeSource(doc, id, local));
  }
  weigh(id: string, weight: { side: 'toCustomer' | 'toTeam'; weight: Weight | null }): void {
    this.act((doc) => ladders.weighBehoefte(doc, id, weight, local));
  }
  removeBehoefte(id: string): void {
    this.act((doc) => ladders.removeBehoefte(doc, id, local));
  }

  addBelofte(behoefteId: string | null): string | null {
    return this.add((doc, id) => ladders.addBelofte(doc, { id, behoefteId }, local));
  }
  moveBelofte(id: string, before: string | null): void {
    this.act((doc) => ladders.moveBelofte(doc, id, before, local));
  }
  choose(id: string, choices: ladders.BelofteChoices): void {
    this.act((doc) => ladders.chooseOfBelofte(doc, id, choices, local));
  }
  setNorm(id: string, norm: Norm | null): void {
    this.act((doc) => ladders.setNorm(doc, id, norm, local));
  }
  /** @returns whether it was put on: false where nothing may be written, or the belofte is gone. */
  setPicture(id: string, picture: StoredPicture | null): boolean {
    const isThere = this.belofte(id) !== undefined;
    return isThere && this.act((doc) => ladders.setPicture(doc, id, picture, local));
  }
  removeBelofte(id: string): void {
    this.act((doc) => ladders.removeBelofte(doc, id, local));
  }

  addFindings(belofteId: string, found: readonly Omit<PlainFinding, 'id'>[]): void {
    this.act((doc) => ladders.addFindings(doc, belofteId, found, local));
  }
  turnFinding(id: string, supports: boolean): void {
    this.act((doc) => ladders.turnFinding(doc, id, supports, local));
  }
  removeFindings(ids: readonly string[]): void {
    this.act((doc) => ladders.removeFindings(doc, ids, local));
  }

  addProof(belofteId: string): string | null {
    return this.add((doc, id) => ladders.addProof(doc, { id, belofteId }, local));
  }
  setProof(id: string, proof: { inPlace?: boolean; due?: string }): void {
    this.act((doc) => ladders.setProof(doc, id, proof, local));
  }
  removeProof(id: string): void {
    this.act((doc) => ladders.removeProof(doc, id, local));
  }
}

/** One behoefte has many fields: who writes in which is told apart. */
function keyOf({ id, field }: LadderText): string {
  return field === 'words' ? id : `${id}.${field}`;
}
