/**
 * Rows of cells as a file for spreadsheets (RFC 4180, CRLF, with a byte order mark so that Excel reads
 * the letters right). A cell that a spreadsheet would take for a formula gets an apostrophe in front, so
 * that nobody's words are ever calculated.
 */
const BYTE_ORDER_MARK = '\uFEFF';

/** Rows of cells as a whole file. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(cell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
