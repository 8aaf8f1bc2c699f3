/** Measures each pair of tokens that carries text or a needed line, in both themes, from tokens.css itself. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';

type Theme = 'light' | 'dark';

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8');

function colour(token: string, theme: Theme): string {
  const declared = new RegExp(`--${token}:\\s*([^;]+);`).exec(css)?.[1];
  if (!declared) throw new Error(`tokens.css has no --${token}`);
  const found = declared.match(/oklch\([^)]*\)/g) ?? [];
  const chosen = found.length === 1 || theme === 'light' ? found[0] : found[1];
  if (!chosen) throw new Error(`--${token} is not a colour: ${declared}`);
  return chosen;
}

const days = [0, 1, 2, 3, 4, 5];
const papers = ['yellow', 'pink', 'blue', 'green', 'violet', 'white'];
const grounds = ['wall', 'wall-deep', 'sheet'];

type Pair = readonly [text: string, ground: string, atLeast: number];

const pairs: Pair[] = [
  ...grounds.map((ground): Pair => ['ink', ground, 7]),
  ...[...grounds, 'hover'].map((ground): Pair => ['ink-soft', ground, 4.5]),
  ...grounds.map((ground): Pair => ['ink-away', ground, 4.5]),
  ...grounds.map((ground): Pair => ['line-strong', ground, 3]),
  ['ink', 'hover', 7],
  ['on-ink', 'ink', 7],
  ['on-ink', 'ink-hover', 4.5],
  ...days.flatMap((day): Pair[] => [
    ...grounds.map((ground): Pair => [`day-${day}-strong`, ground, 4.5]),
    [`day-${day}-strong`, `day-${day}-wash`, 4.5],
    ['ink', `day-${day}-wash`, 7],
    ['ink-soft', `day-${day}-wash`, 4.5],
    ['on-strong', `day-${day}-strong`, 4.5],
    ...papers.map((paper): Pair => [`day-${day}-paper`, `paper-${paper}`, 3]),
  ]),
  ...papers.map((paper): Pair => ['paper-ink', `paper-${paper}`, 7]),
  ...papers.map((paper): Pair => ['paper-ink-soft', `paper-${paper}`, 4.5]),
  ...['success', 'warning', 'danger'].flatMap((tone): Pair[] => [
    ...grounds.map((ground): Pair => [tone, ground, 4.5]),
    [tone, `${tone}-wash`, 4.5],
    ['ink', `${tone}-wash`, 7],
  ]),
  ['on-strong', 'danger-fill', 4.5],
  ['on-strong', 'success', 4.5],
];

describe.each<Theme>(['light', 'dark'])('in the %s theme', (theme) => {
  it.each(pairs)('%s can be read on %s (at least %d:1)', (text, ground, atLeast) => {
    expect(wcagContrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(
      atLeast,
    );
  });
});
