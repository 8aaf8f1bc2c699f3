import { expect, it } from 'vitest';
import { csat, nps } from '#domain/tests/scores';
import type { StageAsking, StageScores } from '#protocol/asking';
import { scoresCsv, scoresJson, scoresMarkdown, type ScoresWords } from './scores-export';

const words: ScoresWords = {
  headings: ['Deel', 'Waarvan', 'Wat', 'Aantal', 'Van', 'Cijfer'],
  parts: { task: 'Taak', score: 'Score', ranking: 'Belofte', answer: 'Antwoord' },
  variant: (kind) => kind.toUpperCase(),
  result: (result) => ({ done: 'gelukt', helped: 'met hulp', failed: 'niet gelukt' })[result],
  counted: {
    ...{ promoters: '9 of 10', passives: '7 of 8', detractors: '0 tot 6', satisfied: '8 of hoger' },
    ...{ easy: 'weinig moeite', complete: 'alle tien' },
  },
  ...{ indicative: 'indicatief', dots: 'stippen', openQuestion: 'Open vraag' },
};
const of = (count: number) => ({ count, of: 5 });
const scores: StageScores = {
  ...{ kinds: ['csat', 'nps'], choosable: false, customers: of(5), telling: 'told' },
  figures: { csat: csat([8, 8, 9, 10, 4]), nps: nps([9, 10, 7, 3, 9]), ces: null, sus: null },
  tasks: [{ id: 'a', title: 'Kies | uur', counts: { done: of(4), helped: of(1), failed: of(0) } }],
  ranking: { concepts: [{ id: 'c1', words: '=bellen' }], dots: { c1: 7 }, customers: 5 },
};
const asking: StageAsking = {
  ...{ progress: 'sent', counted: null, way: null, link: null, form: null, said: null },
};

it('[C320] scores are taken along with counts first, and the figure behind them is an indication', () => {
  const csv = scoresCsv({ scores, customers: [{ label: 'K1', asking }] }, words);
  expect(csv).toContain('Score,CSAT,8 of hoger,4,5,7.8 (indicatief)');
  expect(csv).toContain('Score,NPS,9 of 10,3,5,40 (indicatief)');
  expect(csv).toContain('Taak,Kies | uur,gelukt,4,5,');
  // No formula of anybody's is calculated.
  expect(csv).toContain("Belofte,'=bellen,stippen,7,5,");
  expect(csv).not.toContain('%');
  const markdown = scoresMarkdown({ scores, customers: [] }, words, 'Scores');
  expect(markdown).toContain('| Taak | Kies \\| uur | gelukt | 4 | 5 |  |');
});

it('[C320] the raw answers go along by number, for who may read them, and no one’s dots', () => {
  const said = { answers: [{ kind: 'csat', item: 0, answer: 4 } as const], words: 'op tijd' };
  const taken = { scores, customers: [{ label: 'K2', asking: { ...asking, said } }] };
  expect(scoresCsv(taken, words)).toContain('Antwoord,K2,CSAT,,,4');
  expect(scoresCsv(taken, words)).toContain('Antwoord,K2,Open vraag,,,op tijd');
  expect(JSON.parse(scoresJson(taken)).answers).toEqual([{ customer: 'K2', ...said }]);
});
