/**
 * One built tree under measurement: its server as a process of its own, an account, and sprints with an open
 * board each. Speaks to it as a browser does, by forms, commands and sockets. For `rooms.mjs`.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';

/** Wide enough for what is measured: bounds of space and pace are other tests'. */
const WIDE = {
  SOCKETS_PER_MEMBER: '1000',
  BOARD_BYTES: '67108864',
  BOARD_RECORDS: '100000',
  MEMBER_BYTES_PER_MINUTE: '1073741824',
  SPRINT_BYTES: '68719476736',
};

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** CPU and memory of a process by the kernel's books; nothing where there are none. */
async function usageOf(pid) {
  try {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ');
    const rss = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'));
    return { cpuMs: (Number(fields[11]) + Number(fields[12])) * 10, mib: Number(rss?.[1]) / 1024 };
  } catch {
    return { cpuMs: NaN, mib: NaN };
  }
}

/** @param root a tree that is installed and built. @param profile a folder for a profile of the processor. */
export async function startTree(root, { profile } = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'sprintkamer-bench-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const version = /PROTOCOL_VERSION = (\d+)/.exec(
    await readFile(join(root, 'src/protocol/version.ts'), 'utf8'),
  )?.[1];
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const child = spawn(process.execPath, [...profiling, join(root, 'build/server/main.js')], {
    cwd: root,
    env: {
      ...{ ...process.env, ...WIDE, NODE_ENV: 'production', DATABASE_URL: '', ORIGIN: '' },
      ...{ LOG_LEVEL: 'error', DATA_DIR: dataDir, PORT: String(port) },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server of ${root} ended with ${code}`)));
    child.stdout.on('data', (chunk) => String(chunk).includes('http://') && resolve());
  });
  const cookie = await register(url);
  return {
    ...{ root, port, url, cookie, version },
    usage: () => usageOf(child.pid),
    openBoard: () => openBoard({ url, cookie, version }),
    async stop() {
      child.kill('SIGTERM');
      // Lines that are still open keep an old tree from ending.
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(timer);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function post(url, path, body, headers = {}) {
  return fetch(`${url}${path}`, {
    ...{ method: 'POST', redirect: 'manual', body },
    headers: { origin: url, accept: 'text/html', ...headers },
  });
}

/** A facilitator's account, by the form. @returns the header value of its cookie. */
async function register(url) {
  const form = {
    name: 'Fenna Faber',
    email: 'fenna@voorbeeld.nl',
    password: 'een lang wachtwoord',
  };
  const answer = await post(url, '/register', new URLSearchParams(form));
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  if (cookies.length === 0) throw new Error(`no account was made: ${answer.status}`);
  return cookies.join('; ');
}

/** A sprint whose open step is a plain board. @returns the address of its room. */
async function openBoard({ url, cookie, version }) {
  const form = {
    ...{ name: 'Meting', challenge: 'Hoe snel is de kamer?', template: 'five-day', language: 'nl' },
    ...{
      startsOn: new Date().toISOString().slice(0, 10),
      timeZone: 'Europe/Amsterdam',
      videoUrl: '',
    },
  };
  const made = await post(url, '/sprints/new', new URLSearchParams(form), { cookie });
  const sprintId = /\/sprint\/([^/?#]+)/.exec(made.headers.get('location') ?? '')?.[1];
  if (!sprintId) throw new Error(`no sprint was made: ${made.status}`);
  const stage = () => stageOf({ url, cookie, version }, sprintId);
  const { agenda } = await stage();
  const stepOf = (wanted) => agenda.find(({ exercise }) => exercise === wanted);
  // A tree of before had a plain wall there.
  const step = stepOf('afsluiting') ?? stepOf('besluit');
  const command = JSON.stringify({ kind: 'open-step', stepId: step.id });
  const headers = { cookie, 'content-type': 'application/json', 'x-protocol-version': version };
  const answer = await (await post(url, `/sprint/${sprintId}/commands`, command, headers)).json();
  if (!answer.ok) throw new Error(`the step was not opened: ${JSON.stringify(answer)}`);
  return (await stage()).now.board.room;
}

/** The first stage that the live socket tells. */
function stageOf({ url, cookie, version }, sprintId) {
  const address = `${url.replace('http', 'ws')}/live/${sprintId}?v=${version}`;
  const socket = new WebSocket(address, { headers: { cookie }, origin: url });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`the live socket closed with ${code}`)));
    socket.on('message', (data) => {
      const told = JSON.parse(String(data));
      if (told.kind !== 'stage') return;
      resolve(told.stage);
      socket.close();
    });
  });
}
