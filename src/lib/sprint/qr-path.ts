/** Draws a QR code's modules as one SVG path, and knows which addresses a phone cannot reach. */

/** Rows of dark modules as horizontal runs: `M x y h n v1 h-n z`. One unit is one module. */
export function qrPath(modules: {
  readonly size: number;
  get(row: number, column: number): unknown;
}): {
  path: string;
  size: number;
} {
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules.get(row, column)) continue;
      let run = 1;
      while (column + run < size && modules.get(row, column + run)) run += 1;
      path += `M${column} ${row}h${run}v1h-${run}z`;
      column += run;
    }
  }
  return { path, size };
}

/** This machine itself: an address that means another machine on a phone. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}
