/**
 * An alphabet for each person of a story. The letters occur nowhere else in the app (interface,
 * bundles, ids), so a single one of them in another browser is a leak, even letter by letter.
 */
export const alphabets = {
  facilitator: 'ᎠᎡᎢᎣᎤᎥᎦᎧᎨᎩᎪᎫᎬᎭᎮᎯ',
  beslisser: 'ᚁᚂᚃᚄᚅᚆᚇᚈᚉᚊᚋᚌᚍᚎᚏᚐ',
  first: 'ᚠᚡᚢᚣᚤᚥᚦᚧᚨᚩᚪᚫᚬᚭᚮᚯ',
  second: 'ⴰⴱⴲⴳⴴⴵⴶⴷⴸⴹⴺⴻⴼⴽⴾⴿ',
  third: 'ꔀꔁꔂꔃꔄꔅꔆꔇꔈꔉꔊꔋꔌꔍꔎꔏ',
} as const;

export type Who = keyof typeof alphabets;

/** A note of `words` words from that person's alphabet, the same for the same seed. */
export function noteOf(person: Who, seed: number, words = 3): string {
  const letters = [...alphabets[person]];
  let state = seed * 2_654_435_761 + 1;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const word = (): string =>
    Array.from({ length: 4 }, () => letters[Math.floor(next() * letters.length)]).join('');
  return Array.from({ length: words }, word).join(' ');
}
