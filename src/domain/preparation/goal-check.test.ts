import { describe, expect, it } from 'vitest';
import { goalHints } from './goal-check';

const rules = (text: string, language: 'nl' | 'en' = 'nl') =>
  goalHints(text, language).map(({ rule }) => rule);

describe('[R210] a goal while it is typed', () => {
  it.each([
    ['Negen van de tien klanten weten vooraf hoe laat de monteur komt', 'nl'],
    ['Over twee jaar belt niemand meer om te vragen waar we blijven', 'nl'],
    ['De helft van de reparaties is in één bezoek klaar', 'nl'],
    ['Nine out of ten customers know beforehand when the engineer comes', 'en'],
    ['In two years nobody calls to ask where we are', 'en'],
  ] as const)('[R210] nothing is said of %s', (text, language) => {
    expect(rules(text, language)).toEqual([]);
  });

  it.each([
    ['Klanten beter helpen dan nu het geval is', 'nl', ['not-specific', 'not-measurable']],
    ['Alle klanten tevreden over elke afspraak', 'nl', ['too-big']],
    ['Eén app voor elke klant; een nieuw rooster', 'nl', ['several']],
    [
      'De hele organisatie werkt sneller samen',
      'nl',
      ['not-specific', 'not-measurable', 'too-big'],
    ],
    ['Make the booking easier for people', 'en', ['not-specific', 'not-measurable']],
    ['Every customer and also all channels', 'en', ['too-big', 'several']],
  ] as const)('[R210] %s', (text, language, expected) => {
    expect(rules(text, language)).toEqual(expected);
  });

  it('[R210] says nothing of what is hardly begun, and tells the words that it is about', () => {
    expect(rules('Beter')).toEqual([]);
    expect(goalHints('Het wordt overal makkelijker voor 10 mensen', 'nl')).toEqual([
      { rule: 'not-specific', words: 'makkelijker' },
    ]);
    // Inside another word it is another word.
    expect(rules('Verbeteringsplannen van 3 teams lezen')).toEqual([]);
  });
});
