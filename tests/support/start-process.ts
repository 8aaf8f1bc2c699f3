/**
 * The built server as a process of its own, which a test may kill: pages, sockets and embedded
 * database as `npm start` runs them. Build first (`build-once.ts`).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '#server/project-root';

const START_LIMIT_MS = 60_000;

export type ServerProcess = {
  /** http://127.0.0.1:<port> */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Everything it wrote so far: log lines and sentences. */
  output(): string;
  /** SIGKILL: no goodbye; its database is left running. */
  kill(): Promise<void>;
  /** SIGTERM: the ordered end. @returns the exit code. */
  stop(): Promise<number | null>;
};

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

/**
 * @param dataDir of its own, empty or from an earlier process. @param port the same again after a
 * kill, so that pages find their server back. Rejects with its output when it does not come up.
 */
export async function startProcess({
  dataDir,
  port: wanted,
  env = {},
}: {
  dataDir: string;
  port?: number;
  env?: Record<string, string>;
}): Promise<ServerProcess> {
  const port = wanted ?? (await freePort());
  const main = join(projectRoot(), 'build', 'server', 'main.js');
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      // Its own database, whatever the other tests run on.
      DATABASE_URL: '',
      ORIGIN: '',
      // Long enough to be seen, short enough for a test that is about something else.
      REVEAL_COUNTDOWN_MS: '200',
      DATA_DIR: dataDir,
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const gone = ended(child);
  const up = new Promise<boolean>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Sprintkamer: http')) resolve(true);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void gone.then(() => resolve(false));
    setTimeout(() => resolve(false), START_LIMIT_MS).unref();
  });
  if (!(await up)) {
    child.kill('SIGKILL');
    throw new Error(`the server did not start:\n${said}`);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    output: () => said,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      child.kill('SIGTERM');
      return gone;
    },
  };
}
