/** Where the key of `door-keys.ts` comes from: a setting, else a file of its own in the data folder, made once. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDoorKeys, type DoorKeys } from '#server/store/door-keys';
import { StartFault } from '#server/fault';

const FILE = 'door-key';
const SHORTEST = 32;

/** Throws StartFault when the file cannot be made or read, or holds no key. */
export async function readDoorKeys({
  doorKey,
  dataDir,
}: {
  doorKey: string | null;
  dataDir: string;
}): Promise<DoorKeys> {
  if (doorKey !== null) return createDoorKeys(doorKey);
  const file = join(dataDir, FILE);
  try {
    if (!existsSync(file)) await makeOnce(file, dataDir);
    const key = (await readFile(file, 'utf8')).trim();
    if (key.length >= SHORTEST) return createDoorKeys(key);
  } catch (error) {
    throw new StartFault(
      `The key of join links cannot be kept in ${file}: ${(error as Error).message}.`,
      {
        cause: error,
      },
    );
  }
  throw new StartFault(`The file ${file} holds no key of join links: put the right one back.`);
}

/** A link is made or refused in one step, whole content included: of two servers that start at once one makes it. */
async function makeOnce(file: string, dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const own = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(own, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    await link(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(own);
  }
}
