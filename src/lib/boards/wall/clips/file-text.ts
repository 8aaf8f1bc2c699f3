/**
 * The text of a table file, whatever program wrote it: UTF-8, UTF-16 ('Unicode text' of a
 * spreadsheet, with or without its mark), or the old code page of Windows. Pure.
 */
export function textOfFile(bytes: ArrayBuffer): string {
  const wide = wideEncodingOf(new Uint8Array(bytes, 0, Math.min(bytes.byteLength, 4)));
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** By the mark at the beginning, or by the empty half of the first two letters where there is none. */
function wideEncodingOf(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a = 1, b = 1, c = 1, d = 1] = head;
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && d === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0)) return 'utf-16be';
  return null;
}
