/** Which beloften lean on something that was seen: it speaks for or against them, or their behoefte came from it. Pure. */
import { setOf, type PlainLadders } from '#document/kinds/ladders/plain';

export type Leaning = {
  readonly belofteId: string;
  /** In the team's order; 0 of one outside the set. */
  readonly number: number;
  readonly words: string;
  readonly as: 'supports' | 'contradicts' | 'behoefte';
};

/** In the team's order, each once for each way in which it leans. */
export function leaningOn(plain: PlainLadders, observationId: string): Leaning[] {
  const set = setOf(plain).map(({ id }) => id);
  return plain.beloften.flatMap(({ id, words, findings, behoefteId }): Leaning[] => {
    const belofte = { belofteId: id, number: set.indexOf(id) + 1, words: words.trim() };
    const behoefte = plain.behoeften.find((one) => one.id === behoefteId);
    const isSource = behoefte?.sources.some(({ from }) => from.split('/').at(-1) === observationId);
    return [
      ...findings
        .filter(({ from }) => from === observationId)
        .map(({ supports }) => ({
          ...belofte,
          as: supports ? ('supports' as const) : ('contradicts' as const),
        })),
      ...(isSource ? [{ ...belofte, as: 'behoefte' as const }] : []),
    ];
  });
}
