/**
 * A board as data for other programs. The shape, version 1:
 *   format 'sprintkamer-board', version 1, exportedAt and at (ISO 8601), sprint and board (names),
 *   prefix: shown before each note and not part of its text; '' for none
 *   groups [{ id, label, box { x, y, w, h } }] in reading order
 *   notes  [{ id, text, color, group: id | null, stack: id of the note on top | null,
 *             place { x, y } on the plane in px at 100 %, z, author?, picture?: { path, width, height } }] in reading order
 *   votes  null while there are no results, else [{ note: id, dots }] for notes that got any
 *   map    only for a map: { actors [{ id, name, icon, arrows [{ chapterId, words }] }], chapters [{ id, title, mood 1 to 7,
 *          feeling, touchpoints, pains, gains [text], pins [{ text, color, dots }], assigned [name] }], ending, peak, target }
 *   decision null, or { text, reason, by, onBehalfOf, decidedAt, notes: [id] }
 * A field may be added without a new version; one that goes or changes raises it.
 */
import { afterPrefix } from '#domain/exercises/prefix';
import type { PlainMap } from '#document/kinds/map/plain';
import type { PlainNote } from '#document/plain';
import { picturePath } from '#protocol/pictures';
import type { BoardExport } from './board-export';

export const BOARD_JSON_VERSION = 1;

export function boardJson(board: BoardExport, exportedAt: number): string {
  const { wall, dots, decision } = board;
  const file = {
    format: 'sprintkamer-board',
    version: BOARD_JSON_VERSION,
    exportedAt: new Date(exportedAt).toISOString(),
    at: new Date(board.at).toISOString(),
    sprint: board.sprint,
    board: board.board,
    prefix: board.prefix,
    groups: wall.groups.map(({ id, label, box }) => ({ id, label: label.trim(), box })),
    notes: wall.notes.map((note) => noteJson(note, board)),
    ...(board.map && { map: mapJson(board.map, decision) }),
    votes: dots && [...dots].map(([note, count]) => ({ note, dots: count })),
    decision: decision && {
      text: afterPrefix(decision.text, board.prefix),
      reason: decision.reason,
      by: decision.by,
      onBehalfOf: decision.onBehalfOf,
      decidedAt: new Date(decision.decidedAt).toISOString(),
      notes: [...board.chosen],
    },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function mapJson({ actors, chapters, ending, peak }: PlainMap, decision: BoardExport['decision']) {
  const textsOf = (marks: readonly { text: string }[]): string[] =>
    marks.map(({ text }) => text.trim());
  return {
    actors: actors.map(({ id, name, icon, arrows }) => ({
      ...{ id, name: name.trim(), icon },
      arrows: arrows.map(({ chapterId, words }) => ({ chapterId, words: words.trim() })),
    })),
    chapters: chapters.map((chapter) => ({
      ...{ id: chapter.id, title: chapter.title.trim() },
      ...{ mood: chapter.mood, feeling: chapter.feeling.trim() },
      touchpoints: textsOf(chapter.touchpoints),
      pains: textsOf(chapter.pains),
      gains: textsOf(chapter.gains),
      pins: chapter.pins.map(({ text, color, dots }) => ({ text, color, dots })),
      assigned: chapter.assignments.map(({ name }) => name),
    })),
    ending: ending.trim(),
    peak,
    target: decision?.target ?? null,
  };
}

function noteJson(
  { author, picture, ...note }: PlainNote,
  { sprintId, prefix }: Pick<BoardExport, 'sprintId' | 'prefix'>,
) {
  return {
    id: note.id,
    text: picture ? note.text : afterPrefix(note.text, prefix),
    color: note.color,
    group: note.group,
    stack: note.top === note.id && note.beneath.length === 0 ? null : note.top,
    place: note.place,
    z: note.z,
    ...(author === undefined ? {} : { author }),
    ...(picture
      ? {
          picture: {
            path: picturePath(sprintId, picture.id),
            width: picture.width,
            height: picture.height,
          },
        }
      : {}),
  };
}
