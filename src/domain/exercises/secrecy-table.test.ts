/**
 * The table of secrecy and dots in docs/product.md, copied row by row, against the registry. Where the table prints a dash there is
 * nothing of the kind: no hidden writing, no author to show, a single dot.
 */
import { describe, expect, it } from 'vitest';
import type { DotRules, Exercise } from '#domain/exercises/exercise';
import { exerciseIds, exercises, type ExerciseId } from '#domain/exercises/registry';

type Row = {
  exercise: string;
  hidden: 'yes' | '-' | 'reason hidden';
  authorShown: string;
  dotsEach: string;
  stacking: 'yes' | 'no' | '-' | '3 per spot';
  decider: string;
  results: string;
  voterShown: 'yes' | 'no';
};

const printed = `
| doel | yes | no | 1 | - | abstains, decides | at close | no |
| sprintvragen | yes | no | 3 | yes | abstains, decides | at close | no |
| HMW | yes | no | 2 | yes | 4 dots | at close | no |
| doelwit poll | - | - | 1, optional | no | decides | at close | no |
| heatmap | - | sketches anonymous until critique of each ends | 30 | 3 per spot | same | live or at close, facilitator's choice before start | no |
| strawpoll | reason hidden | yes | 1 | no | votes, or abstains in 2.0 | all at once | yes |
| supervote | - | named | 3 | yes | only the Decider | at once, binding | yes |
| testverloop | yes | no | 1 | - | decides | at close | no |
| loose note-and-vote | yes | facilitator's choice before start | 2-3 | yes | decides | at close | no |
| belofte-keuze | - | - | 3 | yes | decides | at close | no |
| conceptbeloften | yes | no | 3 | yes | decides | at close | no |
| klantbeloften | yes | no | 3 | yes | decides | at close | no |
`;

/** Which exercise writes and which votes, for the names of the rows. */
const rows: Readonly<Record<string, { writes: ExerciseId; votes: ExerciseId }>> = {
  doel: { writes: 'doel', votes: 'doel' },
  sprintvragen: { writes: 'sprintvragen', votes: 'sprintvragen' },
  HMW: { writes: 'hmw', votes: 'hmw-stemmen' },
  'doelwit poll': { writes: 'doelwit', votes: 'doelwit' },
  heatmap: { writes: 'heatmap', votes: 'heatmap' },
  strawpoll: { writes: 'strawpoll', votes: 'strawpoll' },
  supervote: { writes: 'supervote', votes: 'supervote' },
  testverloop: { writes: 'testverloop', votes: 'testverloop' },
  'loose note-and-vote': { writes: 'note-en-stem', votes: 'note-en-stem' },
  'belofte-keuze': { writes: 'belofte-keuze', votes: 'belofte-keuze' },
  conceptbeloften: { writes: 'conceptbeloften', votes: 'conceptbeloften' },
  // Written in one step, voted on in the next.
  klantbeloften: { writes: 'klantbeloften', votes: 'belofte-keuze' },
};

const table = printed
  .trim()
  .split('\n')
  .map((line): Row => {
    const [exercise, hidden, authorShown, dotsEach, stacking, decider, results, voterShown] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return {
      exercise,
      hidden,
      authorShown,
      dotsEach,
      stacking,
      decider,
      results,
      voterShown,
    } as Row;
  });

const authors: Readonly<Record<string, Exercise['authorShownAfter']>> = {
  no: 'no',
  '-': 'no',
  yes: 'yes',
  named: 'yes',
  'sketches anonymous until critique of each ends': 'after-critique',
  "facilitator's choice before start": 'facilitator-chooses',
};

/** In the column of the Decider: dots, and whether a binding choice follows in a phase of its own. */
const deciders: Readonly<Record<string, (dots: DotRules) => [DotRules['decider'], boolean]>> = {
  'abstains, decides': () => ['abstains', true],
  decides: () => ['abstains', true],
  '4 dots': () => [4, true],
  same: (dots) => [dots.each, false],
  'votes, or abstains in 2.0': (dots) => [dots.each, false],
  'only the Decider': () => [3, false],
};

describe('[R2] the table of secrecy and dots', () => {
  it('[R2] has a row for every exercise with dots, and no other', () => {
    expect(table.map((row) => row.exercise)).toEqual(Object.keys(rows));
    const voting = exerciseIds.filter((id) => exercises[id].dots !== null);
    expect(new Set(voting)).toEqual(new Set(Object.values(rows).map((row) => row.votes)));
  });

  it.each(table)('[R2] is kept by $exercise', (row) => {
    const ids = rows[row.exercise];
    const writing: Exercise | undefined = ids && exercises[ids.writes];
    const voting: Exercise | undefined = ids && exercises[ids.votes];
    const dots = voting?.dots;
    if (!writing || !voting || !dots) throw new Error(`no exercise for ${row.exercise}`);

    expect(writing.hiddenWhileWriting).toBe(row.hidden !== '-');
    // A reason is written with its dot, so in the vote itself.
    expect(writing.phases.includes('writing')).toBe(row.hidden === 'yes');
    expect(writing.authorShownAfter).toBe(authors[row.authorShown]);

    const binding = row.decider === 'only the Decider';
    const [least = 0, most] = row.dotsEach.replace(', optional', '').split('-').map(Number);
    expect(binding ? dots.decider : dots.each).toBe(least);
    expect(binding ? dots.each : 0).toBe(0);
    expect(dots.eachAtMost).toBe(most);
    expect(dots.optional).toBe(row.dotsEach.includes('optional'));

    const largest = Math.max(dots.eachAtMost ?? dots.each, Number(dots.decider) || 0);
    const perCandidate = { yes: largest, no: 1, '-': 1, '3 per spot': 3 }[row.stacking];
    expect(dots.perCandidate).toBe(perCandidate);

    const [decider, decides] = deciders[row.decider]?.(dots) ?? [];
    expect(dots.decider).toBe(decider);
    expect(voting.deciderDecides).toBe(decides);
    expect(dots.deciderAbstainsInFourDays ?? false).toBe(row.decider.includes('abstains in 2.0'));

    expect(dots.results).toBe(row.results.startsWith('live') ? 'live-or-at-close' : 'at-close');
    expect(dots.voterShown).toBe(row.voterShown === 'yes');
  });
});
