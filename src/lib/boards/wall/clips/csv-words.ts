/** The words that a table uses for its columns and colours, in Dutch and in English. Pure, and small: asked before the rest is fetched. */
import type { PaperColor } from '#document/schema';

const headings = {
  text: ['text', 'tekst', 'note', 'briefje', 'idee', 'idea'],
  color: ['color', 'colour', 'kleur'],
  group: ['group', 'groep', 'thema', 'theme'],
} as const;
const colors: Readonly<Record<PaperColor, readonly string[]>> = {
  yellow: ['yellow', 'geel'],
  pink: ['pink', 'roze'],
  blue: ['blue', 'blauw'],
  green: ['green', 'groen'],
  violet: ['violet', 'purple', 'paars'],
  white: ['white', 'wit'],
};

export type Columns = {
  /** The first row says what the columns are. */
  readonly heading: boolean;
  readonly text: number;
  readonly color: number | null;
  readonly group: number | null;
};

export function columnsOf(first: readonly string[]): Columns {
  const cells = first.map((cell) => cell.trim().toLowerCase());
  const find = (names: readonly string[]): number =>
    cells.findIndex((cell) => names.includes(cell));
  const orNull = (at: number): number | null => (at === -1 ? null : at);
  const text = find(headings.text);
  if (text === -1) return { heading: false, text: 0, color: null, group: null };
  return {
    heading: true,
    text,
    color: orNull(find(headings.color)),
    group: orNull(find(headings.group)),
  };
}

export function colorNamed(word: string): PaperColor | null {
  const wanted = word.trim().toLowerCase();
  const found = Object.entries(colors).find(([, names]) => names.includes(wanted));
  return found ? (found[0] as PaperColor) : null;
}

/** Whether pasted text is a table of ours and not a list: its first line names the columns. */
export function isTable(text: string): boolean {
  const [first = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r\n|[\r\n]/);
  if (!rest.some((line) => line.trim() !== '') || !/[,;\t]/.test(first)) return false;
  return columnsOf(first.split(/[,;\t]/).map((cell) => cell.replace(/^\s*"|"\s*$/g, ''))).heading;
}
