import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { plainPile } from '#document/plain';
import { seedUpdate } from '#document/schema';
import { LateNote } from './late-note.svelte';
import type { RoomClient } from '$lib/room/room-client.svelte';
import { isTied, looseIn } from '$lib/room/text-editing';

/** A field as far as tying it to a text asks for one. */
class Field extends EventTarget {
  value = '';
  maxLength = 0;
  selectionStart = 0;
  selectionEnd = 0;
  readonly ownerDocument = { activeElement: null };
  setSelectionRange(): void {}
  type(letters: string): void {
    this.value += letters;
    this.selectionStart = this.value.length;
    this.dispatchEvent(new Event('input'));
  }
}

let doc: Y.Doc;
let pile: RoomClient;
let field: Field;
const open = (late: LateNote): (() => void) => late.editing(field as never);
const inPile = (): string[] => plainPile(doc).map(({ text }) => text);

beforeEach(() => {
  doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate('pile'));
  field = new Field();
  pile = { doc, step: (act: () => unknown) => act(), endStep: () => {} } as unknown as RoomClient;
});

describe('[L31] what is typed after a field was closed', () => {
  it('[L31] is nowhere but in its field until the hidden notes are laid, and then in the pile letter by letter', () => {
    const late = new LateNote('b');
    open(late);
    field.type('eur');
    expect([late.text, inPile()]).toEqual(['eur', []]);
    late.keepIn(pile);
    expect(inPile()).toEqual(['eur']);
    field.type(' nooit');
    expect(inPile()).toEqual(['eur nooit']);
    expect(plainPile(doc)[0]).toMatchObject({ id: late.id, wall: 'b', color: 'yellow' });
  });

  it('[L31] begins with what the closed field held and no document took', () => {
    const late = new LateNote('b', 'ん');
    open(late);
    expect(field.value).toBe('ん');
    late.keepIn(pile);
    expect(inPile()).toEqual(['ん']);
  });

  it('[L31] is no note while it is empty, and none when it is left empty', () => {
    const late = new LateNote('b');
    const close = open(late);
    late.keepIn(pile);
    expect(inPile()).toEqual([]);
    field.type('a');
    expect(inPile()).toEqual(['a']);
    field.value = '';
    field.type(' ');
    close();
    late.end();
    expect(inPile()).toEqual([]);
  });

  it('[L31] tells which letters a field holds beside its text', () => {
    const late = new LateNote('b', 'mon');
    const close = open(late);
    expect(isTied(field as never)).toBe(true);
    field.value = 'monteur';
    expect(looseIn(field as never)).toBe('teur');
    close();
    expect(isTied(field as never)).toBe(false);
  });
});
