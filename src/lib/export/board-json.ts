/**
 * A board as data for other programs. The shape, version 1:
 *   format 'sprintkamer-board', version 1, exportedAt and at (ISO 8601), sprint and board (names),
 *   prefix: shown before each note and not part of its text; '' for none
 *   and what the kind of board holds, under its own names; of a wall
 *   groups [{ id, label, box { x, y, w, h } }] in reading order
 *   notes  [{ id, text, color, group: id | null, stack: id of the note on top | null,
 *             place { x, y } on the plane in px at 100 %, z, author?, picture?: { path, width, height } }] in reading order
 *   votes  null while there are no results, else [{ note: id, dots }] for notes that got any
 *   map    of a map: { actors [{ id, name, icon, arrows [{ chapterId, words }] }], chapters [{ id, title, mood 1 to 7,
 *          feeling, touchpoints, pains, gains [text], pins [{ text, color, dots }], assigned [name] }], ending, peak, target }
 *   cards  of cards: [{ id, presenter, title, idea, picture: path | null, link: { address, title } | null }]
 *   lists  of lists: [{ id, heading, items [{ id, text, done }] }]
 *   storyboard only for one: { panels [{ id, title, caption, source, strokes [base64], clips [{ exhibit, number, part, crop, at,
 *          width, turn }], points [{ text, answer, answeredBy }] }], points: those without a panel }
 *   ladders only for them: { outline, themes [{ id, name }], behoeften [{ id, words, who, moment, toCustomer, toTeam, sources }],
 *          beloften [{ id, behoefte, theme, sentence, norm, proofs, kept, concept, signed and what else is said of it }] }
 *   decision null, or { text, reason, by, onBehalfOf, decidedAt, notes: [id] }
 * A field may be added without a new version; one that goes or changes raises it.
 */
import { afterPrefix } from '#domain/exercises/prefix';
import type { BoardExport } from './board-export';
import { exporterOf } from './exporters';

export const BOARD_JSON_VERSION = 1;

export function boardJson(board: BoardExport, exportedAt: number): string {
  const { dots, decision } = board;
  const file = {
    format: 'sprintkamer-board',
    version: BOARD_JSON_VERSION,
    exportedAt: new Date(exportedAt).toISOString(),
    at: new Date(board.at).toISOString(),
    sprint: board.sprint,
    board: board.board,
    prefix: board.prefix,
    ...{ groups: [], notes: [] },
    ...exporterOf(board).json(),
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
