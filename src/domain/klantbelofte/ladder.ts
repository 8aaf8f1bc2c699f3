/**
 * The ladder of a klantbelofte: behoefte, belofte, bewijs. What stands on each rung, which rungs are
 * lit, and what a rung still lacks. Asked by the editor, the list and who signs. It names what is
 * missing and never refuses a word: only signing does (`signing.ts`).
 */
import type { Norm } from '#domain/klantbelofte/norm';
import { contradicts, type Finding } from '#domain/klantbelofte/findings';
import type { Strength } from '#domain/klantbelofte/strength';

export const rungs = ['behoefte', 'belofte', 'bewijs'] as const;
export type Rung = (typeof rungs)[number];

/** Whether it could be anybody's promise, or only this brand's; null: not said yet. */
export const characters = ['general', 'brand-worthy'] as const;
export type Character = (typeof characters)[number];

export const audiences = ['internal', 'public'] as const;
export type Audience = (typeof audiences)[number];

/** How important a behoefte is, 1 to 5; null: not said yet. */
export const weights = [1, 2, 3, 4, 5] as const;
export type Weight = (typeof weights)[number];

/** Something in the service that makes the promise true: there already, or an errand with owner and date. */
export type Proof = {
  readonly words: string;
  readonly inPlace: boolean;
  readonly owner: string;
  /** `YYYY-MM-DD`; '' for none. */
  readonly due: string;
};

/** What the rules read of a ladder. A document's ladder has all of it and its records' ids besides. */
export type Ladder = {
  readonly behoefte: {
    /** In the customer's words. */
    readonly words: string;
    readonly who: string;
    /** The moment on the map. */
    readonly moment: string;
    readonly sources: readonly unknown[];
    readonly toCustomer: Weight | null;
    readonly toTeam: Weight | null;
  };
  readonly belofte: {
    /** What follows 'Je kunt erop rekenen dat'. */
    readonly words: string;
    readonly theme: string;
    readonly character: Character | null;
    readonly norm: Norm | null;
    readonly channel: string;
    readonly circumstances: string;
    readonly exceptions: string;
    readonly audience: Audience | null;
  };
  readonly bewijs: {
    readonly proof: readonly Proof[];
    readonly findings: readonly Finding[];
    readonly strength: Strength;
    readonly measuredHow: string;
    readonly measuredOften: string;
    readonly lastValue: string;
  };
  readonly beside: {
    readonly owner: string;
    readonly employee: string;
    readonly recovery: string;
    /** `YYYY-MM-DD`; '' for none. */
    readonly reviewOn: string;
  };
};

/**
 * `waits`: may not be written yet, the rung below is missing. `open`: may be written and is empty.
 * `hangs`: is written while the rung below went missing; it stays, until that is mended. `broken`:
 * the findings contradict it. `lit`: stands.
 */
export type RungState = 'waits' | 'open' | 'hangs' | 'broken' | 'lit';

const said = (words: string): boolean => words.trim() !== '';

/** Whether there is anything on a rung, whatever lies below it. */
export function isWritten({ behoefte, belofte, bewijs }: Ladder, rung: Rung): boolean {
  if (rung === 'behoefte') return said(behoefte.words);
  if (rung === 'belofte') return said(belofte.words);
  return bewijs.proof.some(({ words }) => said(words)) || bewijs.findings.length > 0;
}

/** Whether a rung bears the one above: a proof that is only planned is written and does not bear. */
function bears(ladder: Ladder, rung: Rung): boolean {
  if (rung !== 'bewijs') return isWritten(ladder, rung);
  const { proof, findings } = ladder.bewijs;
  return (
    proof.some(({ words, inPlace }) => inPlace && said(words)) ||
    findings.some(({ supports }) => supports)
  );
}

/** From below: a rung is climbed only from one that stands. */
export function rungStates(ladder: Ladder): Readonly<Record<Rung, RungState>> {
  const above = (rung: Rung, below: RungState): RungState => {
    const written = isWritten(ladder, rung);
    if (below !== 'lit') return written ? 'hangs' : 'waits';
    if (rung === 'bewijs' && contradicts(ladder.bewijs.findings)) return 'broken';
    return bears(ladder, rung) ? 'lit' : 'open';
  };
  const behoefte = above('behoefte', 'lit');
  const belofte = above('belofte', behoefte);
  return { behoefte, belofte, bewijs: above('bewijs', belofte) };
}

/** Why a rung is not lit: the rung that has to be there first; null where none is missing. */
export function waitsFor(ladder: Ladder, rung: Rung): Rung | null {
  const states = rungStates(ladder);
  const below = rungs.slice(0, rungs.indexOf(rung));
  return below.find((one) => states[one] !== 'lit') ?? null;
}

/** What a ladder can lack, by rung; the last are said of the whole. Each has one sentence on screen. */
export const lackCodes = {
  behoefte: ['behoefte', 'who', 'moment', 'source', 'weight'],
  belofte: ['belofte', 'norm', 'channel', 'exceptions', 'theme', 'character', 'audience'],
  bewijs: ['bewijs', 'errand-owner', 'errand-date', 'measure'],
  beside: ['owner', 'recovery', 'employee', 'review-date'],
} as const;
export type Lack = (typeof lackCodes)[Rung | 'beside'][number];

/** What is missing, in the order in which it is worth filling; never more than one names the same field. */
export function lacks({ behoefte, belofte, bewijs, beside }: Ladder): Lack[] {
  const errands = bewijs.proof.filter(({ words, inPlace }) => !inPlace && said(words));
  const missing: readonly (readonly [Lack, boolean])[] = [
    ['behoefte', !said(behoefte.words)],
    ['who', !said(behoefte.who)],
    ['moment', !said(behoefte.moment)],
    ['source', behoefte.sources.length === 0],
    ['weight', behoefte.toCustomer === null || behoefte.toTeam === null],
    ['belofte', !said(belofte.words)],
    ['norm', belofte.norm === null],
    ['channel', !said(belofte.channel)],
    ['exceptions', !said(belofte.exceptions)],
    ['theme', !said(belofte.theme)],
    ['character', belofte.character === null],
    ['audience', belofte.audience === null],
    ['bewijs', !bewijs.proof.some(({ words }) => said(words)) && bewijs.findings.length === 0],
    ['errand-owner', errands.some(({ owner }) => !said(owner))],
    ['errand-date', errands.some(({ due }) => due === '')],
    ['measure', !said(bewijs.measuredHow) || !said(bewijs.measuredOften)],
    ['owner', !said(beside.owner)],
    ['recovery', !said(beside.recovery)],
    ['employee', !said(beside.employee)],
    ['review-date', beside.reviewOn === ''],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([lack]) => lack);
}

/** The part of what is missing that belongs to one rung, or beside the ladder. */
export function lacksOf(ladder: Ladder, part: Rung | 'beside'): Lack[] {
  const own: readonly Lack[] = lackCodes[part];
  return lacks(ladder).filter((lack) => own.includes(lack));
}
