/**
 * Reads one stored note or group into plain values. Any browser may have written anything, so each
 * field is checked and what does not fit becomes its neutral value: reading never throws ([D5]).
 */
import * as Y from 'yjs';
import { isPaperColor, PLANE_EDGE, type PaperColor, type Place } from '#document/schema';

export type StoredNote = {
  id: string;
  text: string;
  at: Place;
  color: PaperColor;
  group: string | null;
  under: string | null;
  order: string;
  /** Name of who wrote it, where the exercise shows authors. */
  author?: string;
  /** The member who wrote it, where the exercise shows authors. */
  by?: string;
  /** Above or below other loose notes: a higher one covers a lower one. 0 unless told. */
  z: number;
  locked: boolean;
  picture: StoredPicture | null;
};
/** A picture on a note: its id in the sprint's pictures and its size in pixels. */
export type StoredPicture = { id: string; width: number; height: number };
export type StoredGroup = {
  id: string;
  label: string;
  at: Place;
  order: string;
  locked: boolean;
};
export type StoredPileNote = {
  id: string;
  /** The board for which it was written. */
  wall: string;
  text: string;
  color: PaperColor;
  order: string;
  /** Milliseconds since 1970 on the writer's own clock. */
  createdAt: number;
  /** What on that board it is about: of a belofte its behoefte. */
  about?: string;
};

const word = (value: unknown): string => (typeof value === 'string' ? value : '');
const idOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const prose = (value: unknown): string => (value instanceof Y.Text ? value.toString() : '');
const paper = (value: unknown): PaperColor => (isPaperColor(value) ? value : 'yellow');

function coordinate(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 0;
  return Math.max(-PLANE_EDGE, Math.min(PLANE_EDGE, value));
}

export function readPlace(value: unknown): Place {
  return Array.isArray(value) ? [coordinate(value[0]), coordinate(value[1])] : [0, 0];
}

/** Furthest above or below that is read. */
export const Z_EDGE = 1_000_000;
const PICTURE_ID = /^[A-Za-z0-9_-]{1,64}$/;

function readZ(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 0;
  return Math.max(-Z_EDGE, Math.min(Z_EDGE, Math.round(value)));
}

export function readPicture(value: unknown): StoredPicture | null {
  if (!Array.isArray(value)) return null;
  const [id, width, height] = value as unknown[];
  const length = (size: unknown): size is number =>
    typeof size === 'number' && size >= 1 && size <= 20_000;
  if (typeof id !== 'string' || !PICTURE_ID.test(id) || !length(width) || !length(height)) {
    return null;
  }
  return { id, width, height };
}

export function readNote(id: string, note: unknown): StoredNote | undefined {
  if (!(note instanceof Y.Map) || id.includes('\0')) return undefined;
  const author = idOrNull(note.get('author'));
  const by = idOrNull(note.get('by'));
  return {
    id,
    text: prose(note.get('text')),
    at: readPlace(note.get('at')),
    color: paper(note.get('color')),
    group: idOrNull(note.get('group')),
    under: idOrNull(note.get('under')),
    order: word(note.get('order')),
    z: readZ(note.get('z')),
    locked: note.get('locked') === true,
    picture: readPicture(note.get('picture')),
    ...(author === null ? {} : { author }),
    ...(by === null ? {} : { by }),
  };
}

export function readGroup(id: string, group: unknown): StoredGroup | undefined {
  if (!(group instanceof Y.Map)) return undefined;
  return {
    id,
    label: prose(group.get('label')),
    at: readPlace(group.get('at')),
    order: word(group.get('order')),
    locked: group.get('locked') === true,
  };
}

export function readPileNote(id: string, note: unknown): StoredPileNote | undefined {
  if (!(note instanceof Y.Map)) return undefined;
  const createdAt: unknown = note.get('createdAt');
  const about = idOrNull(note.get('about'));
  return {
    id,
    wall: word(note.get('wall')),
    text: prose(note.get('text')),
    color: paper(note.get('color')),
    order: word(note.get('order')),
    createdAt: typeof createdAt === 'number' && Number.isFinite(createdAt) ? createdAt : 0,
    ...(about === null ? {} : { about }),
  };
}
