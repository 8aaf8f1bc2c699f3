/**
 * `npm run bench:rooms [-- --root ../before,. --runs 3 --acts join-1,join-4,point,flood,bad,slow --verbose]`: what a full or
 * a hostile room costs those who work in it and beside it, on built servers with a database of their own. Several
 * trees are measured in turns in one run, so that a noisy machine is noisy for all; the ratio is the last to the first.
 */
import { parseArgs } from 'node:util';
import { crowdIn } from './crowd.mjs';
import { median, medianOf } from './figures.mjs';
import { Watcher, Writer } from './room-hands.mjs';
import { startTree } from './rooms-server.mjs';

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    runs: { type: 'string', default: '3' },
    acts: { type: 'string', default: 'join-1,join-4,point,flood,bad,slow' },
    profile: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
const roots = values.root.split(',');
const MIB = 1_048_576;
const JOINERS = 150;
const HANDS = 100;
const POINT_MS = 5_000;
const BAD = 44;
const ENTRIES = 100_000;
const SLOW_READERS = 5;
const SLOW_ROUNDS = 100;

const say = (text) => process.stdout.write(`${text}\n`);
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const p99 = (waits) => {
  const sorted = [...waits].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))];
};

/** Somebody who types in the room, and two in another one: one who types, one who looks how long the loop is held. */
async function witnesses(tree, room) {
  const here = await Writer.enter(tree, room);
  const there = await Writer.enter(tree, tree.elsewhere);
  const watcher = await Watcher.enter(tree, tree.elsewhere);
  return {
    here,
    async during(act) {
      here.write(20);
      there.write(20);
      await wait(300);
      watcher.watch();
      const before = await tree.usage();
      const result = await act();
      const after = await tree.usage();
      const held = watcher.stop();
      const [mine, theirs] = [await here.stop(), await there.stop()];
      return {
        ...result,
        cpuMs: after.cpuMs - before.cpuMs,
        writer: p99(mine),
        elsewhere: p99(theirs),
        stall: Math.max(...held),
      };
    },
    leave() {
      for (const one of [here, there, watcher]) one.leave();
    },
  };
}

const join = (mib) => async (tree) => {
  const room = tree.boards[mib];
  const crowd = crowdIn(tree, room);
  const others = await witnesses(tree, room);
  const figures = await others.during(async () => {
    const { ms } = await crowd.join(JOINERS);
    return { ms };
  });
  await crowd.leave();
  others.leave();
  return figures;
};

const acts = {
  'join-1': join(1),
  'join-4': join(4),
  async point(tree) {
    const crowd = crowdIn(tree, tree.boards.empty);
    const others = await witnesses(tree, tree.boards.empty);
    await crowd.join(HANDS);
    const figures = await others.during(async () => {
      await crowd.point(HANDS, 10);
      await wait(POINT_MS);
      return { frames: await crowd.rest() };
    });
    await crowd.leave();
    others.leave();
    return figures;
  },
  async flood(tree) {
    const crowd = crowdIn(tree, tree.boards.empty);
    const others = await witnesses(tree, tree.boards.empty);
    await crowd.join(1);
    const figures = await others.during(async () => {
      await crowd.flood(ENTRIES);
      return {};
    });
    await crowd.leave();
    others.leave();
    return figures;
  },
  async bad(tree) {
    const crowd = crowdIn(tree, tree.boards[1]);
    const others = await witnesses(tree, tree.boards[1]);
    const figures = await others.during(async () => {
      const startMs = performance.now();
      const statuses = await crowd.comeInVain(BAD);
      return { ms: performance.now() - startMs, letIn: statuses[101] ?? 0 };
    });
    await crowd.leave();
    others.leave();
    return figures;
  },
  async slow(tree) {
    const room = tree.boards.slow;
    const crowd = crowdIn(tree, room);
    const others = await witnesses(tree, room);
    const loud = await Writer.enter(tree, room);
    await loud.fill(100 * 930);
    await crowd.join(SLOW_READERS);
    await crowd.stopReading();
    const before = await tree.usage();
    let most = before.mib;
    const figures = await others.during(async () => {
      for (let round = 0; round < SLOW_ROUNDS; round += 1) {
        loud.retell(100, 1_900);
        await loud.saved();
        most = Math.max(most, (await tree.usage()).mib);
      }
      return { mib: most - before.mib };
    });
    figures.ended = await crowd.readOn();
    await crowd.leave();
    loud.leave();
    others.leave();
    return figures;
  },
};

const labels = {
  'join-1': [`${JOINERS} come in, 1 MB`, { ms: 'all have it', writer: 'who writes, p99' }],
  'join-4': [`${JOINERS} come in, 4 MB`, { ms: 'all have it', writer: 'who writes, p99' }],
  point: [`${HANDS} point, 10 Hz`, { writer: 'who writes, p99', cpuMs: 'processor of the server' }],
  flood: ['100,000 states in one frame', { stall: 'other room, longest wait' }],
  bad: [
    `${BAD} bad connections`,
    { stall: 'other room, longest wait', cpuMs: 'processor of the server' },
  ],
  slow: [
    `${SLOW_READERS} who do not read, ${Math.round((SLOW_ROUNDS * 190) / 1_024)} MB`,
    { mib: 'memory of the server grows by', writer: 'who writes, p99' },
  ],
};

const chosen = values.acts.split(',');
/** How much lies on the board of an act, in MiB; nothing on that of the others. */
const filled = { 'join-1': 1, 'join-4': 4, bad: 1 };

async function prepare(root) {
  const tree = await startTree(root, { profile: values.profile });
  const boards = {};
  for (const [name, mib] of Object.entries({ 1: 1, 4: 4, empty: 0, slow: 0 })) {
    boards[name] = await tree.openBoard();
    if (mib === 0 || !chosen.some((act) => filled[act] === mib)) continue;
    const writer = await Writer.enter(tree, boards[name]);
    await writer.fill(mib * MIB);
    writer.leave();
  }
  return Object.assign(tree, { boards, elsewhere: await tree.openBoard() });
}

const taken = new Map();
const trees = [];
try {
  for (const root of roots) trees.push(await prepare(root));
  for (let run = 1; run <= Number(values.runs); run += 1) {
    for (const act of chosen) {
      for (const [at, tree] of trees.entries()) {
        const figures = await acts[act](tree);
        taken.set(`${act} ${at}`, [...(taken.get(`${act} ${at}`) ?? []), figures]);
        const shown = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(1)}`);
        if (values.verbose) say(`${act}, ${tree.root}: ${shown.join(', ')}`);
        await wait(500);
      }
    }
    say(`run ${run} of ${values.runs} done`);
  }
} catch (error) {
  say(`broken off: ${error.stack}`);
  process.exitCode = 1;
} finally {
  for (const tree of trees) await tree.stop();
}
if (process.exitCode) process.exit();

const line = (cells) => `| ${cells.join(' | ')} |`;
const rows = chosen.flatMap((act) => {
  const [what, figures] = labels[act];
  const medians = roots.map((_, at) => medianOf(taken.get(`${act} ${at}`)));
  return Object.entries(figures).map(([name, label]) => {
    const each = medians.map((one) => one[name]);
    const ratios = taken.get(`${act} 0`).map((first, run) => {
      return taken.get(`${act} ${roots.length - 1}`)[run][name] / first[name];
    });
    const unit = name === 'mib' ? 'MB' : 'ms';
    const cells = each.map(
      (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`,
    );
    return [what, label, ...cells, ...(roots.length > 1 ? [median(ratios).toFixed(2)] : [])];
  });
});
const head = ['what', 'figure', ...roots, ...(roots.length > 1 ? ['ratio'] : [])];
say(`\n${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}`);
