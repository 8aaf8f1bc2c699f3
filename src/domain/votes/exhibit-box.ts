/** The box of an exhibit, in which places are told: as wide as 1,000, its parts below each other. */

/** As it is frozen when a round opens. */
export type ExhibitBox = {
  /** On the wall. */
  readonly number: number;
  /** How many parts it has, in order of reading; all are equally high. */
  readonly parts: number;
  /** Of one part, in thousandths of the width. */
  readonly partHeight: number;
};

/** In thousandths of the exhibit's width, from its top left. */
export type Place = { readonly x: number; readonly y: number };

/** Of what is no exhibit, such as a note: a square. */
export const plainBox: ExhibitBox = { number: 0, parts: 1, partHeight: 1_000 };

export function isInside({ x, y }: Place, { parts, partHeight }: ExhibitBox): boolean {
  return x >= 0 && x <= 1_000 && y >= 0 && y <= parts * partHeight;
}

/** The part in which a place lies, from 0. */
export function partOf({ y }: Place, { parts, partHeight }: ExhibitBox): number {
  return Math.min(parts - 1, Math.max(0, Math.floor(y / partHeight)));
}

/** Nine zones of a part, row by row: each is named on screen and reached without a pointer. */
export const zones = [
  'top-left',
  'top',
  'top-right',
  'left',
  'middle',
  'right',
  'bottom-left',
  'bottom',
  'bottom-right',
] as const;
export type Zone = (typeof zones)[number];

/** The middle of a zone, in whole thousandths. */
export function placeOfZone(part: number, zone: Zone, { partHeight }: ExhibitBox): Place {
  const at = zones.indexOf(zone);
  const across = at % 3;
  const down = Math.floor(at / 3);
  return {
    x: Math.round((1_000 * (2 * across + 1)) / 6),
    y: Math.round(part * partHeight + (partHeight * (2 * down + 1)) / 6),
  };
}

export function zoneOf(place: Place, box: ExhibitBox): Zone {
  const inPart = place.y - partOf(place, box) * box.partHeight;
  const third = (share: number): number => Math.min(2, Math.max(0, Math.floor(share * 3)));
  return zones[3 * third(inPart / box.partHeight) + third(place.x / 1_000)] ?? 'middle';
}
