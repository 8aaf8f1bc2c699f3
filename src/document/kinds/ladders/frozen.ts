/** A ladder as it is signed: all that stands on it, in words, free of the ids of the board. Pure. */
import type { Norm } from '#domain/klantbelofte/norm';
import type { PlainBelofte, PlainLadders } from '#document/kinds/ladders/plain';
import {
  behoefteTexts,
  belofteTexts,
  type BehoefteText,
  type BelofteText,
} from '#document/kinds/ladders/records';

export type FrozenBelofte = Readonly<Record<BelofteText, string>> & {
  readonly behoefte: Readonly<Record<BehoefteText, string>> & {
    readonly sources: readonly { kind: string; words: string; about: string }[];
  };
  readonly theme: string;
  readonly norm: Norm | null;
  readonly character: string | null;
  readonly audience: string | null;
  readonly pillar: string | null;
  readonly strength: string;
  readonly reviewOn: string;
  readonly proofs: readonly { words: string; owner: string; inPlace: boolean; due: string }[];
};

/** @param belofte of that board. */
export function frozenOf(belofte: PlainBelofte, plain: PlainLadders): FrozenBelofte {
  const behoefte = plain.behoeften.find(({ id }) => id === belofte.behoefteId);
  return {
    ...trimmed(belofte, belofteTexts),
    behoefte: {
      ...trimmed(behoefte ?? { words: '', who: '', moment: '' }, behoefteTexts),
      sources: (behoefte?.sources ?? []).map(({ kind, words, about }) => ({ kind, words, about })),
    },
    theme: plain.themes.find(({ id }) => id === belofte.themeId)?.name.trim() ?? '',
    ...{ norm: belofte.norm, character: belofte.character, audience: belofte.audience },
    ...{ pillar: belofte.pillar, strength: belofte.strength, reviewOn: belofte.reviewOn },
    proofs: belofte.proofs.map(({ words, owner, inPlace, due }) => ({
      ...{ words: words.trim(), owner: owner.trim(), inPlace, due },
    })),
  };
}

function trimmed<F extends string>(
  from: Readonly<Record<F, string>>,
  fields: readonly F[],
): Record<F, string> {
  return Object.fromEntries(fields.map((field) => [field, from[field].trim()])) as Record<
    F,
    string
  >;
}
