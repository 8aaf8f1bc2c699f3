/**
 * One living server per data folder. `server.pid` names the holder; a file left by a dead one is
 * put aside, a living one is never disturbed.
 */
import { link, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { processIdentity } from '#server/db/embedded/process-identity';
import { StartFault } from '#server/fault';

const holderSchema = v.object({ pid: v.number(), identity: v.string() });
type Holder = v.InferOutput<typeof holderSchema>;

export type FolderHold = { release(): Promise<void> };

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return v.parse(holderSchema, JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

async function isLiving(holder: Holder | null): Promise<boolean> {
  return holder !== null && (await processIdentity(holder.pid)) === holder.identity;
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Throws StartFault with the holder's pid when another living server has the folder. */
export async function holdFolder(dataDir: string): Promise<FolderHold> {
  const file = join(dataDir, 'server.pid');
  const own = join(dataDir, `server.pid.${process.pid}`);
  const stale = `${own}.stale`;
  const identity = (await processIdentity(process.pid)) ?? 'unknown';
  await writeFile(own, JSON.stringify({ pid: process.pid, identity }), { mode: 0o644 });
  try {
    // A link is made or refused in one step, whole content included.
    while (!(await linked(own, file))) {
      const holder = await readHolder(file);
      if (await isLiving(holder)) {
        throw new StartFault(
          `The folder ${dataDir} is in use by the server with process id ${holder?.pid}. Stop that one, or set DATA_DIR to another folder.`,
        );
      }
      await rename(file, stale).catch(() => {});
      // Somebody quicker may have put a living file there between the look and the rename.
      if (await isLiving(await readHolder(stale))) await linked(stale, file);
      await rm(stale, { force: true });
    }
  } finally {
    await unlink(own).catch(() => {});
  }
  return {
    async release() {
      await rm(file, { force: true });
    },
  };
}
