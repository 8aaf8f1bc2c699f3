/** Hands a file to the person at this browser, by its own way of saving. */

/** How long the browser gets to begin saving before the address goes. */
const KEEP_MS = 60_000;

export function saveFile(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}
