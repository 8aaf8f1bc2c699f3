/** From intervals to the figures of the table, and the table itself. */
import { MISSED_MS } from './frames.mjs';

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** @returns share of frames that came late (in %) and frames per second. */
export function figuresOf({ intervals, work }) {
  const total = intervals.reduce((sum, ms) => sum + ms, 0);
  // An interval of three frame times hides two frames that never came: each counts.
  const due = Math.max(1, Math.round(total / (1000 / 60)));
  const late = intervals.filter((ms) => ms > MISSED_MS).length;
  return {
    missed: (100 * late) / Math.max(1, intervals.length),
    lost: (100 * Math.max(0, due - intervals.length)) / due,
    fps: (1000 * intervals.length) / total,
    longest: Math.max(...intervals),
    script: work.ScriptDuration,
    style: work.RecalcStyleDuration + work.LayoutDuration,
    task: work.TaskDuration,
  };
}

/** Median of each figure over the runs. */
export function medianOf(runs) {
  const names = Object.keys(runs[0]);
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))]));
}

const share = (figures) => (figures ? `${Math.round(figures.missed)} %` : '-');
const rate = (figures) => (figures ? `${Math.round(figures.fps)}/s` : '-');

/**
 * @param {Map<string, object>} results by `<app> <notes> <act>`.
 * @param {{notes: readonly number[], apps: readonly string[]}} of
 */
export function table(results, { notes, apps }) {
  const names = {
    ours: 'Sprintkamer',
    plain: 'bare boxes',
    tldraw: 'tldraw',
    excalidraw: 'Excalidraw',
  };
  const head = ['notes', 'what', ...apps.map((app) => names[app])];
  const rows = notes.flatMap((count) =>
    ['pan', 'drag', 'movers', 'zoom', 'all-pan', 'all-drag', 'render'].flatMap((act) => {
      const found = apps.map((app) => results.get(`${app} ${count} ${act}`));
      if (found.every((one) => one === undefined)) return [];
      const cells = found.map((one) =>
        act === 'render'
          ? one
            ? `${Math.round(one.ms)} ms`
            : '-'
          : act.startsWith('all-')
            ? rate(one)
            : share(one),
      );
      return [[String(count), labels[act], ...cells]];
    }),
  );
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const labels = {
  pan: 'pan, missed frames',
  drag: 'drag, missed frames',
  movers: '20 others moving, missed frames',
  zoom: 'zoom, missed frames',
  'all-pan': 'everything in view, pan, frames',
  'all-drag': 'everything in view, drag, frames',
  render: 'first full render',
};
