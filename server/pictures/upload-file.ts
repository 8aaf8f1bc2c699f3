/**
 * A file on its way in: written to the temporary folder as it comes, so that memory never holds more
 * than a piece of it, however many upload at once. Readable by this process's user only, and gone as
 * soon as it was used.
 */
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RefusedError } from '#domain/refusal';

const PREFIX = 'sprintkamer-picture-';
/** No upload takes as long: what is older was left by a server that was killed. */
const LEFT_AFTER_MS = 3_600_000;

/**
 * Writes the pieces to a file of its own, lets `use` have its path, removes it whatever happens.
 * @throws RefusedError picture-too-large (`about.max` in bytes) as soon as there is a byte too many;
 * whatever the pieces throw when the line is cut.
 */
export async function withUpload<T>(
  pieces: AsyncIterable<Uint8Array>,
  { maxBytes, use }: { maxBytes: number; use: (path: string) => Promise<T> },
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  const path = join(folder, 'upload');
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      let size = 0;
      for await (const piece of pieces) {
        size += piece.length;
        if (size > maxBytes) throw tooLarge(maxBytes);
        await file.writeFile(piece);
      }
    } finally {
      await file.close();
    }
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes files of uploads that a killed server left; those under way, also another server's, stay. */
export async function sweepUploads(now: Date): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const path = join(tmpdir(), name);
    const found = await stat(path).catch(() => null);
    if (found && now.getTime() - found.mtimeMs > LEFT_AFTER_MS) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

export function tooLarge(maxBytes: number): RefusedError {
  return new RefusedError('picture-too-large', { about: { max: maxBytes } });
}
