/** One ladder as the rules read it: the behoefte below, the belofte on it, its proof. Pure. */
import type { Ladder } from '#domain/klantbelofte/ladder';
import type { PlainBelofte, PlainBehoefte, PlainLadders } from '#document/kinds/ladders/plain';

/** A behoefte that nothing was promised on, and a belofte whose behoefte is gone, are ladders too. */
export function ladderOf(
  behoefte: PlainBehoefte | undefined,
  belofte: PlainBelofte | undefined,
  { themes }: Pick<PlainLadders, 'themes'>,
): Ladder {
  return {
    behoefte: {
      words: behoefte?.words ?? '',
      who: behoefte?.who ?? '',
      moment: behoefte?.moment ?? '',
      sources: behoefte?.sources ?? [],
      toCustomer: behoefte?.toCustomer ?? null,
      toTeam: behoefte?.toTeam ?? null,
    },
    belofte: {
      words: belofte?.words ?? '',
      theme: themes.find(({ id }) => id === belofte?.themeId)?.name ?? '',
      character: belofte?.character ?? null,
      norm: belofte?.norm ?? null,
      channel: belofte?.channel ?? '',
      circumstances: belofte?.circumstances ?? '',
      exceptions: belofte?.exceptions ?? '',
      audience: belofte?.audience ?? null,
    },
    bewijs: {
      proof: belofte?.proofs ?? [],
      findings: belofte?.findings ?? [],
      strength: belofte?.strength ?? 'opinion',
      measuredHow: belofte?.measuredHow ?? '',
      measuredOften: belofte?.measuredOften ?? '',
      lastValue: belofte?.lastValue ?? '',
    },
    beside: {
      owner: belofte?.owner ?? '',
      employee: belofte?.employee ?? '',
      recovery: belofte?.recovery ?? '',
      reviewOn: belofte?.reviewOn ?? '',
    },
  };
}

/** The ladder on which a belofte stands; of one that is gone an empty one. */
export function ladderOfBelofte(plain: PlainLadders, belofteId: string): Ladder {
  const belofte = plain.beloften.find(({ id }) => id === belofteId);
  const behoefte = plain.behoeften.find(({ id }) => id === belofte?.behoefteId);
  return ladderOf(behoefte, belofte, plain);
}
