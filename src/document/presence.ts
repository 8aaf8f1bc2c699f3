/**
 * One awareness state: what a connection shows of itself and never stores. Checked by the server alone
 * (`presence-schema.ts`), which tells browsers whole states.
 */

/** Largest encoded state in bytes; the server refuses more. */
export const PRESENCE_MAX_BYTES = 2_048;
/** Most notes named in one drag or selection, so that a state stays within its bytes. */
export const PRESENCE_MAX_NOTES = 50;

/** Most bytes of ink in a stroke that is shown while it is drawn: about a thousand as they travel. */
export const SHOWN_STROKE_BYTES = 720;

/** A stroke under way: the id under which it will be stored, the panel that it is drawn on, its ink so far in base64. */
export type ShownStroke = { id: string; on: string; ink: string };

export type PresenceMember = {
  id: string;
  name: string;
  /** Index into the six paper colours. */
  color: number;
};

type OnPlane = { x: number; y: number };

export type Presence = {
  member?: PresenceMember | undefined;
  /** On the plane, in its units; null when the pointer is elsewhere. */
  cursor: OnPlane | null;
  /** Notes held right now and how far they are from where the document has them. */
  drag: { noteIds: string[]; by: [number, number] } | null;
  /** Shown of who holds the pen, and of nobody else. */
  stroke: ShownStroke | null;
  /** The note whose text is being edited. */
  typing: string | null;
  selection: string[];
  /** What this person sees of the plane, for who follows them. */
  view: (OnPlane & { w: number; h: number }) | null;
  /** Member id of whom this person follows. */
  follows: string | null;
};

/** What somebody shows who does nothing. */
export const nothingShown: Presence = {
  cursor: null,
  drag: null,
  stroke: null,
  typing: null,
  selection: [],
  view: null,
  follows: null,
};
