/** A wall as data for other programs; its shape is told in `board-json.ts`. Pure. */
import { afterPrefix } from '#domain/exercises/prefix';
import type { PlainNote } from '#document/plain';
import { picturePath } from '#protocol/pictures';
import type { WallExport } from './board-export';

export function wallJson(board: WallExport) {
  return {
    groups: board.wall.groups.map(({ id, label, box }) => ({ id, label: label.trim(), box })),
    notes: board.wall.notes.map((note) => noteJson(note, board)),
  };
}

function noteJson(
  { author, picture, ...note }: PlainNote,
  { sprintId, prefix }: Pick<WallExport, 'sprintId' | 'prefix'>,
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
