/** A ladder as it is signed: all that stands on it, in words, free of the ids of the board. Pure. */
import { supportOf, type Support } from '#domain/klantbelofte/findings';
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
    readonly sources: readonly { kind: string; words: string; about: string; customer?: string }[];
  };
  /** The customers who showed it and who showed the opposite, by number; not there in what was signed before findings. */
  readonly findings?: Support;
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
      sources: (behoefte?.sources ?? []).map(({ kind, words, about, customer }) => ({
        ...{ kind, words, about, ...(customer !== '' && { customer }) },
      })),
    },
    findings: supportOf(belofte.findings),
    theme: plain.themes.find(({ id }) => id === belofte.themeId)?.name.trim() ?? '',
    ...{ norm: belofte.norm, character: belofte.character, audience: belofte.audience },
    ...{ pillar: belofte.pillar, strength: belofte.strength, reviewOn: belofte.reviewOn },
    proofs: belofte.proofs.map(({ words, owner, inPlace, due }) => ({
      ...{ words: words.trim(), owner: owner.trim(), inPlace, due },
    })),
  };
}

/**
 * What was signed, without a customer who takes back what they said: their words go, also where a behoefte says no more
 * than they did. @returns the same where nothing is theirs.
 */
export function frozenWithout(frozen: FrozenBelofte, customer: string): FrozenBelofte {
  const { behoefte, findings } = frozen;
  const theirs = behoefte.sources.filter((one) => one.customer === customer);
  const showed = [...(findings?.for ?? []), ...(findings?.against ?? [])].includes(customer);
  if (theirs.length === 0 && !showed) return frozen;
  const isTheirs = theirs.some(({ words }) => words === behoefte.words);
  const others = (labels: readonly string[]) => labels.filter((label) => label !== customer);
  return {
    ...frozen,
    behoefte: {
      ...behoefte,
      words: isTheirs ? '' : behoefte.words,
      sources: behoefte.sources.filter((one) => !theirs.includes(one)),
    },
    ...(findings && {
      findings: { for: others(findings.for), against: others(findings.against) },
    }),
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
