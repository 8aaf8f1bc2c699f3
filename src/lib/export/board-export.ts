/**
 * What every export is made of: one board at one moment with what may be known of it. No dots while
 * they are being put, nothing that is still hidden: neither is in what this is made from.
 */
import type { Day } from '#domain/sprint/days';
import { fromBase64 } from 'lib0/buffer';
import { contentOfUpdate, type BoardContent } from '#document/kinds/boards';
import type { Exhibit } from '#document/kinds/gallery/records';
import type { PlainNote, PlainWall } from '#document/plain';
import type { BoardSheet } from '#protocol/history';
import type { StageDecision, StageRound, StageStep } from '#protocol/stage';
import { stepPrefix, stepTitle } from '$lib/sprint/step-words';

export type BoardExport = {
  sprintId: string;
  sprint: string;
  board: string;
  /** Of the sprint: seeded words read in it. */
  language: 'nl' | 'en';
  day: Day;
  /** The moment that is shown, in ms. */
  at: number;
  content: BoardContent;
  /** Shown before each note, never stored; '' for none. What a writer typed of it is in the wall's texts. */
  prefix: string;
  /** Dots per top note once they are everybody's; null where there are no results. */
  dots: ReadonlyMap<string, number> | null;
  /** Notes that the Decider chose. */
  chosen: ReadonlySet<string>;
  decision: StageDecision | null;
  /** Of a storyboard: the sketches of which parts lie on it, where they are at hand. */
  exhibits?: readonly Exhibit[];
};

/** Of a wall: what its painter, table and list are made of. */
export type WallExport = Omit<BoardExport, 'content'> & { wall: PlainWall };

type Parts = {
  sprint: Pick<BoardSheet['sprint'], 'id' | 'name' | 'language'>;
  steps: readonly StageStep[];
  content: BoardContent;
  round: StageRound | null;
  decision: StageDecision | null;
};

/** @param at when the board was read, in ms. */
export function boardExport(parts: Parts, at: number): BoardExport {
  const { sprint, steps, content, round, decision } = parts;
  const [first] = steps;
  // What hangs on a map are chosen questions, whatever the step is.
  const prefixed = content.kind === 'map' ? { exercise: 'hmw' } : first;
  return {
    sprintId: sprint.id,
    sprint: sprint.name,
    board: first ? stepTitle(first) : '',
    language: sprint.language,
    day: first?.day ?? 0,
    at,
    content,
    prefix: stepPrefix(prefixed, sprint) ?? '',
    dots: content.kind === 'wall' ? dotsOf(content.plain, round) : null,
    chosen: new Set(
      round?.candidates.find((one) => one.id === decision?.candidateId)?.noteIds ?? [],
    ),
    decision,
  };
}

/** @param now when it was read, in ms, for a board that is no kept moment. Throws when its bytes are no board. */
/** @param museum where the sketches hang that the board shows parts of. */
export function sheetExport(
  sheet: BoardSheet,
  now: number,
  museum: BoardSheet | null = null,
): BoardExport {
  const content = contentOfUpdate(fromBase64(sheet.state));
  const hung = museum && contentOfUpdate(fromBase64(museum.state));
  const board = boardExport({ ...sheet, content }, sheet.moment?.takenAt ?? now);
  return hung?.kind === 'gallery' ? { ...board, exhibits: hung.plain.exhibits } : board;
}

/** A candidate's dots belong to the first of its notes that is still there, and are seen on its top. */
function dotsOf(wall: PlainWall, round: StageRound | null): BoardExport['dots'] {
  if (round?.status !== 'closed' || !round.results) return null;
  const tops = new Map(wall.notes.map((note) => [note.id, note.top]));
  const heads = new Map(round.candidates.map(({ id, noteIds }) => [id, noteIds]));
  const dots = new Map<string, number>();
  for (const { candidateId, dots: count } of round.results) {
    const noteId = heads.get(candidateId)?.find((id) => tops.has(id));
    const top = noteId === undefined ? undefined : tops.get(noteId);
    if (top !== undefined && count > 0) dots.set(top, (dots.get(top) ?? 0) + count);
  }
  return dots;
}

/** Null of a board of another kind. */
export function wallExport({ content, ...about }: BoardExport): WallExport | null {
  return content.kind === 'wall' ? { ...about, wall: content.plain } : null;
}

/** The notes that lie open: alone, or on top of their stack. */
export function topNotes(wall: PlainWall): PlainNote[] {
  return wall.notes.filter((note) => note.top === note.id);
}
