/**
 * A storyboard as plain objects, in the order of the story: what the screen draws, the list reads and
 * tests compare. Equal documents give equal plains. Reading never throws; what does not fit its field
 * reads as that field's neutral value.
 */
import type * as Y from 'yjs';
import { storyRecords } from '#document/kinds/storyboard/declaration';
import {
  PANEL_HEIGHT,
  PANEL_WIDTH,
  type Crop,
  type PanelSource,
} from '#document/kinds/storyboard/records';
import { byOrder } from '#document/order';
import { isRecordId } from '#document/records/fields';
import { prose, stored, word, type Stored } from '#document/kinds/stored-records';

/** A clip is turned in steps of so many degrees. */
export const TURN_STEP = 15;
/** How wide a clip may be, in thousandths of its panel's width. */
export const CLIP_WIDTHS = { least: 80, most: 1_400, fresh: 800 } as const;

export type PlainClip = {
  id: string;
  exhibit: string;
  /** Of the exhibit, as it hangs in the museum. */
  number: number;
  /** Which panel of the exhibit, from 0. */
  part: number;
  crop: Crop;
  /** Its middle, in the panel. */
  at: readonly [x: number, y: number];
  width: number;
  /** Clockwise, in degrees from 0 up to 345. */
  turn: number;
  order: string;
};
/** Drawn over the clips of its panel, in order. */
export type PlainStroke = { id: string; ink: Uint8Array; order: string };
export type PlainPoint = {
  id: string;
  /** Null: its panel is gone, or it never had one. */
  panelId: string | null;
  text: string;
  /** Empty while it is open. */
  answer: string;
  answeredBy: string;
  order: string;
};
export type PlainPanel = {
  id: string;
  title: string;
  caption: string;
  order: string;
  source: PanelSource | null;
  strokes: PlainStroke[];
  clips: PlainClip[];
  points: PlainPoint[];
};
export type PlainStoryboard = {
  /** A panel's number is its place in this list, from 1. */
  panels: PlainPanel[];
  /** Open points whose panel is gone: a question does not vanish with a drawing. */
  loose: PlainPoint[];
};

export function plainStoryboard(doc: Y.Doc): PlainStoryboard {
  const strokes = stored(doc, 'strokes').flatMap(readStroke);
  const clips = stored(doc, 'clips').map(readClip);
  const points = stored(doc, 'points').map(readPoint).sort(byOrder);
  const panels = stored(doc, 'panels')
    .map((panel): PlainPanel => {
      const { id } = panel;
      return {
        ...readPanel(panel),
        strokes: strokes
          .filter(({ panelId }) => panelId === id)
          .map(({ stroke }) => stroke)
          .sort(byOrder),
        clips: clips
          .filter(({ panelId }) => panelId === id)
          .map(({ clip }) => clip)
          .sort(byOrder),
        points: points.filter(({ panelId }) => panelId === id),
      };
    })
    .sort(byOrder);
  const there = new Set(panels.map(({ id }) => id));
  const loose = points
    .filter(({ panelId, answer }) => answer === '' && (panelId === null || !there.has(panelId)))
    .map((point) => ({ ...point, panelId: null }));
  return { panels, loose };
}

/** Nothing was written, drawn or asked yet. */
export function isEmptyStoryboard({ panels, loose }: PlainStoryboard): boolean {
  return panels.length === 0 && loose.length === 0;
}

/** Nothing is on it: neither words nor a drawing nor a question. */
export function isBlankPanel(panel: PlainPanel): boolean {
  const { title, caption, strokes, clips, points } = panel;
  const isDrawn = strokes.length > 0 || clips.length > 0;
  return title.trim() === '' && caption.trim() === '' && !isDrawn && points.length === 0;
}

/** Every point that is still open, in the order of the story; those without a panel last. */
export function openPoints({ panels, loose }: PlainStoryboard): PlainPoint[] {
  return [...panels.flatMap(({ points }) => points.filter(isOpenPoint)), ...loose];
}

export function isOpenPoint({ answer }: PlainPoint): boolean {
  return answer === '';
}

/** To the nearest step, from 0 up to 345. */
export function turnOf(degrees: number): number {
  const turn = (Math.round(degrees / TURN_STEP) * TURN_STEP) % 360;
  return turn < 0 ? turn + 360 : turn + 0;
}

export function clipWidthOf(width: number): number {
  return between(CLIP_WIDTHS.least, width, CLIP_WIDTHS.most);
}

/** A clip's middle never leaves its panel, so that it can always be reached. */
export function clipPlaceOf([x, y]: readonly [number, number]): readonly [number, number] {
  return [between(0, x, PANEL_WIDTH), between(0, y, PANEL_HEIGHT)];
}

function readPanel({
  id,
  get,
}: Stored): Pick<PlainPanel, 'id' | 'title' | 'caption' | 'order' | 'source'> {
  const source = get('source');
  return {
    id,
    title: prose(get('title')),
    caption: prose(get('caption')),
    order: word(get('order')),
    source: storyRecords.panels.source.accepts(source) ? sourceOf(source) : null,
  };
}

function sourceOf(stored: unknown): PanelSource | null {
  if (!Array.isArray(stored)) return null;
  const [kind, id, nth] = stored as [PanelSource['kind'], string, number];
  return { kind, id, nth };
}

/** Ink that was read before: a stroke is written once, and looking into its bytes takes long. */
const knownInk = new WeakSet<Uint8Array>();

/** What is no ink is not drawn. */
function readStroke({ id, get }: Stored): { panelId: string | null; stroke: PlainStroke }[] {
  const ink = get('ink');
  if (!(ink instanceof Uint8Array)) return [];
  if (!knownInk.has(ink) && !storyRecords.strokes.ink.accepts(ink)) return [];
  knownInk.add(ink);
  return [{ panelId: refOf(get('panel')), stroke: { id, ink, order: word(get('order')) } }];
}

function readClip({ id, get }: Stored): { panelId: string | null; clip: PlainClip } {
  const crop = get('crop');
  const at = get('at');
  const isCrop = crop !== null && storyRecords.clips.crop.accepts(crop);
  const isPlace = storyRecords.clips.at.accepts(at);
  return {
    panelId: refOf(get('panel')),
    clip: {
      id,
      exhibit: refOf(get('exhibit')) ?? '',
      number: count(get('number')),
      part: count(get('part')),
      crop: isCrop ? (crop as Crop) : [0, 0, PANEL_WIDTH, PANEL_HEIGHT],
      at: isPlace ? clipPlaceOf(at as [number, number]) : [PANEL_WIDTH / 2, PANEL_HEIGHT / 2],
      width: clipWidthOf(finite(get('width'), CLIP_WIDTHS.fresh)),
      turn: turnOf(finite(get('turn'), 0)),
      order: word(get('order')),
    },
  };
}

function readPoint({ id, get }: Stored): PlainPoint {
  return {
    id,
    panelId: refOf(get('panel')),
    text: prose(get('text')),
    answer: word(get('answer')).trim(),
    answeredBy: word(get('answeredBy')),
    order: word(get('order')),
  };
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function finite(value: unknown, neutral: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : neutral;
}

/** A small whole number. */
function count(value: unknown): number {
  return between(0, Math.trunc(finite(value, 0)), 99);
}

function refOf(value: unknown): string | null {
  return typeof value === 'string' && isRecordId(value) ? value : null;
}
