/**
 * A table as notes: rows of a CSV file, or cells from a spreadsheet, become a clip that is pasted as
 * one act. A heading says which column is what; without one the first column is the text. Loaded
 * when a table is first brought in.
 */
import Papa from 'papaparse';
import { CLIP_MAX_GROUPS, CLIP_MAX_NOTES, type Clip } from '#document/boards/clip';
import { limits } from '#domain/limits';
import { cutText } from '#domain/text/cut';
import { groupBox, placeInBox } from '#document/layout';
import { NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH, type PaperColor } from '#document/schema';
import { colorNamed, columnsOf } from './csv-words';

/** `cut`: texts that were too long; `over`: rows beyond what one import brings in. */
export type TableRead = {
  readonly clip: Clip;
  readonly notes: number;
  readonly over: number;
  readonly cut: number;
};

/** Groups side by side before a new row of them begins. */
const GROUPS_IN_ROW = 3;
const GROUP_GAP = 4 * NOTE_GAP;

/** @param paper of notes without a colour. @returns null when no row has text. */
export function clipOfTable(source: string, { paper }: { paper: PaperColor }): TableRead | null {
  const { data } = Papa.parse<string[]>(source.replace(/^\uFEFF/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
  });
  const columns = columnsOf(data[0] ?? []);
  const rows = (columns.heading ? data.slice(1) : data).flatMap((cells) => {
    const text = (cells[columns.text] ?? '').trim();
    if (text === '') return [];
    const color = colorNamed(columns.color === null ? '' : (cells[columns.color] ?? '')) ?? paper;
    const group = columns.group === null ? '' : (cells[columns.group] ?? '').trim();
    return [{ text, color, group: cutText(group, limits.label) }];
  });
  if (rows.length === 0) return null;
  const taken = rows.slice(0, CLIP_MAX_NOTES);
  const labels = [...new Set(taken.map(({ group }) => group).filter((group) => group !== ''))];
  const named = labels.slice(0, CLIP_MAX_GROUPS);
  const counts = named.map((label) => taken.filter(({ group }) => group === label).length);
  const { places, bottom } = placesFor(counts);
  const within = named.map(() => 0);
  let loose = 0;
  const acrossAll = Math.max(4, Math.ceil(Math.sqrt(taken.length)));
  return {
    clip: {
      kind: 'sprintkamer-clip',
      version: 1,
      sprintId: null,
      groups: named.map((label, number) => ({ label, at: places[number] ?? [0, 0] })),
      notes: taken.map(({ text, color, group }) => {
        const number = named.indexOf(group);
        const common = { text: cutText(text, limits.note), color, under: null, picture: null };
        if (number === -1) {
          const at = loose++;
          const x = (at % acrossAll) * (NOTE_WIDTH + NOTE_GAP);
          const y = bottom + Math.floor(at / acrossAll) * (NOTE_HEIGHT + NOTE_GAP);
          return { ...common, group: null, at: [x, y] };
        }
        const index = within[number] ?? 0;
        within[number] = index + 1;
        const { x, y } = placeInBox({ at: places[number] ?? [0, 0] }, index, counts[number] ?? 1);
        return { ...common, group: number, at: [x, y] };
      }),
    },
    notes: taken.length,
    over: rows.length - taken.length,
    cut: taken.filter(({ text }) => text.length > limits.note).length,
  };
}

/** Upper left corners of groups laid in rows, and where free wall begins below them. */
function placesFor(counts: readonly number[]): { places: [number, number][]; bottom: number } {
  const places: [number, number][] = [];
  let at = { x: 0, y: 0 };
  let bottom = 0;
  counts.forEach((count, number) => {
    if (number % GROUPS_IN_ROW === 0) at = { x: 0, y: bottom };
    places.push([at.x, at.y]);
    const { w, h } = groupBox({ at: [at.x, at.y] }, count);
    at = { ...at, x: at.x + w + GROUP_GAP };
    bottom = Math.max(bottom, at.y + h + GROUP_GAP);
  });
  return { places, bottom };
}
