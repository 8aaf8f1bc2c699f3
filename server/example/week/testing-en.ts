/** What Raccoon’s stand-ins bring to Thursday’s concepts and to Friday, in English. */
import type { TestingStory } from '#server/example/week/testing';

export const testingEn: TestingStory = {
  ladders: [
    {
      behoefte: 'I wait all day and don’t dare to leave the house.',
      who: 'who has to stay at home',
      writer: 2,
      belofte: 'we call you half an hour before it gets later.',
      norm: { bound: 'ahead', threshold: 30, unit: 'minute', share: 95 },
      proofs: [
        { words: 'The route app sees 40 minutes ahead that a visit runs late', inPlace: true },
        { words: 'A text for who calls', inPlace: false },
      ],
    },
    {
      behoefte: 'Between eight and six, that’s my whole day off.',
      who: 'who has to take a day off',
      writer: 0,
      belofte: 'we come in the hour that you pick.',
      norm: { bound: 'within', threshold: 1, unit: 'hour', share: 90 },
      proofs: [{ words: 'Trial in Leeds: it worked 87 times out of 100', inPlace: true }],
    },
    {
      behoefte: 'It turned out sixty pounds more than I thought.',
      who: 'who pays themselves',
      writer: 3,
      belofte: 'you never pay more than the ceiling you saw beforehand.',
      norm: { bound: 'at-least', threshold: 100, unit: 'percent', share: 100 },
      proofs: [{ words: 'The ceiling comes from the 80,000 faults we know', inPlace: false }],
    },
    {
      behoefte: 'And then he had to come back once more.',
      who: 'who has waited before',
      writer: 1,
      belofte: 'the engineer has the right part in the van.',
      norm: { bound: 'at-least', threshold: 90, unit: 'percent', share: 100 },
      proofs: [{ words: 'Three questions on the phone point to the part', inPlace: true }],
    },
    {
      behoefte: 'I tell my story three times, to three people.',
      who: 'who calls',
      writer: 2,
      belofte: 'whoever you talk with knows your story.',
      norm: { bound: 'at-most', threshold: 1, unit: 'time', share: 95 },
      proofs: [
        { words: 'The story stands with the appointment, for everybody to read', inPlace: true },
      ],
    },
  ],
  keep: 'These are the five that customers talk to us about. Nobody remembers more.',
  customers: ['Dorothy Lane', 'Amina Yusuf', 'Paul Whitty', 'Rita Shaw', 'Ken Baker', 'Nadia Post'],
  parts: [
    'Picks an hour',
    'Sees the price',
    'Hears that it will be later',
    'Says yes to the price',
  ],
  seen: [
    [
      { by: 0, part: 0, mark: '+', text: 'Picks an hour at once, without reading' },
      { by: 1, part: 1, mark: '0', text: 'Reads the ceiling twice' },
      { by: 2, part: 2, mark: '+', text: '“Oh, then I’ll go to the market first”' },
      { by: 3, part: 3, mark: '+', text: 'Says yes and puts the phone away' },
      { by: 2, part: 1, mark: '-', text: '“How can you know that now?”' },
    ],
    [
      { by: 0, part: 0, mark: '+', text: 'Picks an hour and puts it in her diary' },
      { by: 3, part: 1, mark: '-', strong: true, text: '“And if it’s more work?”' },
      { by: 1, part: 2, mark: '+', text: 'Nods: ‘nobody does that’' },
      { by: 2, part: 3, mark: '0', text: 'Asks whether she may say no' },
    ],
    [
      { by: 1, part: 0, mark: '0', text: 'First looks for an hour after six in the evening' },
      { by: 0, part: 1, mark: '-', text: 'Doesn’t believe the ceiling' },
      { by: 3, part: 2, mark: '+', text: 'Calls his wife while he waits' },
      { by: 2, part: 2, mark: '+', strong: true, text: '“At last somebody who calls”' },
    ],
    [
      { by: 2, part: 0, mark: '+', text: 'Picks the first hour there is' },
      { by: 3, part: 1, mark: '0', text: 'Compares it with a bill of last year' },
      { by: 1, part: 2, mark: '+', text: 'Would rather have another hour than another day' },
      { by: 0, part: 3, mark: '+', text: 'Reads the three lines aloud' },
    ],
    [
      { by: 3, part: 0, mark: '-', text: 'Hadn’t seen the button' },
      { by: 0, part: 0, mark: '+', text: 'Smiles when she sees the hour' },
      { by: 1, part: 1, mark: '+', text: '“At least I know where it ends”' },
      { by: 2, part: 3, mark: '0', text: 'Asks whether the ceiling includes tax' },
    ],
  ],
};
