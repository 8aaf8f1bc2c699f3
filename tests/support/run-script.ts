/**
 * Runs a script of ours as a process of its own, so that a test may kill it. Bundled first, because
 * Node 20 runs no TypeScript.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '#server/project-root';

export type Script = {
  /** Starts it; resolves with the first line that it writes. Rejects with what it said when it ends first. */
  start(...args: string[]): Promise<ScriptRun>;
  remove(): Promise<void>;
};
export type ScriptRun = {
  readonly pid: number;
  readonly firstLine: string;
  /** Settles when it ended, however it did. */
  readonly gone: Promise<unknown>;
  /** @returns when it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
};

/** @param entry from the checkout, a TypeScript file. @param nodeArgs for Node itself. */
export async function bundleScript(
  entry: string,
  { nodeArgs = [] }: { nodeArgs?: readonly string[] } = {},
): Promise<Script> {
  const root = projectRoot();
  // Inside the checkout, so that it finds its packages.
  const outDir = await mkdtemp(join(root, 'node_modules', '.script-test-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: join(root, entry),
      outDir,
      rollupOptions: { output: { entryFileNames: 'script.mjs' } },
    },
  });
  return {
    async start(...args) {
      const child = spawn(process.execPath, [...nodeArgs, join(outDir, 'script.mjs'), ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const gone = once(child, 'exit');
      let said = '';
      const firstLine = await new Promise<string>((resolve, reject) => {
        const hear = (chunk: Buffer) => {
          said += chunk.toString();
          const [line, rest] = said.split('\n');
          if (line !== undefined && rest !== undefined) resolve(line);
        };
        child.stdout.on('data', hear);
        child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
        void gone.then(() => reject(new Error(said)));
      });
      return {
        pid: child.pid ?? 0,
        firstLine,
        gone,
        async end(signal) {
          child.kill(signal);
          await gone;
        },
      };
    },
    remove: () => rm(outDir, { recursive: true, force: true }),
  };
}
