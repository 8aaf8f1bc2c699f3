/**
 * A row of actions: what the customer does in the test, in order, one action to a line. One row is one
 * note, so that it is hidden, laid, voted on and chosen as a whole.
 */

/** The actions of a row, in order, without empty ones. */
export function actionsOf(row: string): string[] {
  return row
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The row with one of its lines changed; lines between that are not written yet stay open. @param at from 0. */
export function withAction(row: string, at: number, action: string): string {
  const lines = row.split('\n');
  while (lines.length <= at) lines.push('');
  lines[at] = action.replaceAll(/\s*\n\s*/g, ' ');
  while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop();
  return lines.join('\n');
}

/** Too few, or too many, is said and never refused. */
export function rowLength(
  row: string,
  { least, most }: { least: number; most: number },
): 'empty' | 'few' | 'fits' | 'many' {
  const count = actionsOf(row).length;
  if (count === 0) return 'empty';
  return count < least ? 'few' : count > most ? 'many' : 'fits';
}
