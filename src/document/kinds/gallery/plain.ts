/**
 * A museum as plain objects, in reading order. Equal documents give equal plains. Reading never throws;
 * what does not fit its field reads as that field's neutral value.
 */
import type * as Y from 'yjs';
import * as v from 'valibot';
import { panelsValue, sourceValue } from '#document/kinds/gallery/declaration';
import { standoutSigns, type Exhibit, type StandoutSign } from '#document/kinds/gallery/records';
import { prose, stored, word } from '#document/kinds/stored-records';
import { byOrder } from '#document/order';
import type { Place } from '#document/schema';

export type PlainQuestion = { id: string; exhibit: string; text: string; order: string };
export type PlainStandout = {
  id: string;
  exhibit: string;
  sign: StandoutSign;
  /** In the box of the exhibit. */
  at: Place;
  text: string;
  order: string;
};
export type PlainGallery = {
  /** By number. */
  exhibits: Exhibit[];
  questions: PlainQuestion[];
  standouts: PlainStandout[];
};

export function plainGallery(doc: Y.Doc): PlainGallery {
  const exhibits = stored(doc, 'exhibits').map(({ id, get }): Exhibit => {
    const [panels, source] = [get('panels'), get('source')];
    return {
      ...{ id, number: numberOf(get('number')), title: word(get('title')) },
      panels: v.is(panelsValue, panels) ? panels : [],
      source: v.is(sourceValue, source) ? { kind: source[0], id: source[1] } : null,
    };
  });
  return {
    exhibits: exhibits.sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1)),
    questions: stored(doc, 'questions')
      .map(({ id, get }) => {
        const [exhibit, text, order] = ['exhibit', 'text', 'order'].map((name) => word(get(name)));
        return { id, exhibit: exhibit ?? '', text: text ?? '', order: order ?? '' };
      })
      .sort(byOrder),
    standouts: stored(doc, 'standouts')
      .map(({ id, get }): PlainStandout => {
        const sign = standoutSigns.find((one) => one === get('sign')) ?? 'standout';
        return {
          ...{ id, sign, exhibit: word(get('exhibit')), at: placeOf(get('at')) },
          ...{ text: prose(get('text')), order: word(get('order')) },
        };
      })
      .sort(byOrder),
  };
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function placeOf(value: unknown): Place {
  const [x, y] = Array.isArray(value) ? (value as unknown[]) : [];
  return [numberOf(x), numberOf(y)];
}
