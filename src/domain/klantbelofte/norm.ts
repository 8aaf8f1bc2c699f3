/**
 * The norm of a klantbelofte: what can be measured, as a bound, a figure, a unit and a share. Made by
 * the norm editor field by field or read from one line ('binnen 24 uur in 95 %'), and written back in
 * either language so that it reads the same again. Never throws; what is no norm gets a reason.
 */
export const normBounds = ['within', 'ahead', 'at-most', 'at-least'] as const;
/** `within` so much time, so much time `ahead`, `at-most`, `at-least`. */
export type NormBound = (typeof normBounds)[number];

export const normUnits = [
  'minute',
  'hour',
  'day',
  'working-day',
  'week',
  'month',
  'euro',
  'percent',
  'time',
] as const;
export type NormUnit = (typeof normUnits)[number];

export type Norm = {
  readonly bound: NormBound;
  /** Above zero (zero as well with `at-most`), two decimals at most. */
  readonly threshold: number;
  readonly unit: NormUnit;
  /** In how many of a hundred cases, 1 to 100; 100 is always. */
  readonly share: number;
};
export type NormLanguage = 'nl' | 'en';
export type NormRefusal =
  'no-threshold' | 'no-unit' | 'threshold-out-of-range' | 'share-out-of-range' | 'bound-needs-time';

/** Beyond this a figure is a slip of the finger. */
export const NORM_MOST = 100_000;

const durations: ReadonlySet<NormUnit> = new Set([
  'minute',
  'hour',
  'day',
  'working-day',
  'week',
  'month',
]);

/** Whether these make a norm. @returns null: they do. */
export function normRefusal({ bound, threshold, unit, share }: Norm): NormRefusal | null {
  const isZero = threshold === 0 && bound === 'at-most';
  const fits = Number.isFinite(threshold) && threshold <= NORM_MOST && (threshold > 0 || isZero);
  if (!fits || Math.round(threshold * 100) / 100 !== threshold) return 'threshold-out-of-range';
  if (!Number.isFinite(share) || share < 1 || share > 100 || Math.round(share * 10) / 10 !== share)
    return 'share-out-of-range';
  if ((bound === 'within' || bound === 'ahead') && !durations.has(unit)) return 'bound-needs-time';
  return null;
}

type Words = {
  readonly units: Readonly<Record<NormUnit, readonly [one: string, more: string]>>;
  readonly always: string;
  readonly comma: string;
};

const words: Readonly<Record<NormLanguage, Words>> = {
  nl: {
    units: {
      minute: ['minuut', 'minuten'],
      hour: ['uur', 'uur'],
      day: ['dag', 'dagen'],
      'working-day': ['werkdag', 'werkdagen'],
      week: ['week', 'weken'],
      month: ['maand', 'maanden'],
      euro: ['euro', 'euro'],
      percent: ['%', '%'],
      time: ['keer', 'keer'],
    },
    always: 'altijd',
    comma: ',',
  },
  en: {
    units: {
      minute: ['minute', 'minutes'],
      hour: ['hour', 'hours'],
      day: ['day', 'days'],
      'working-day': ['working day', 'working days'],
      week: ['week', 'weeks'],
      month: ['month', 'months'],
      euro: ['euro', 'euros'],
      percent: ['%', '%'],
      time: ['time', 'times'],
    },
    always: 'always',
    comma: '.',
  },
};

/** The norm as one line: 'binnen 24 uur in 95 %', '30 minuten van tevoren, altijd'. */
export function formatNorm(
  { bound, threshold, unit, share }: Norm,
  language: NormLanguage,
): string {
  const { units, always, comma } = words[language];
  const figure = (value: number): string => String(value).replace('.', comma);
  const amount = `${figure(threshold)} ${units[unit][threshold === 1 ? 0 : 1]}`;
  const bounded: Readonly<Record<NormBound, string>> =
    language === 'nl'
      ? {
          within: `binnen ${amount}`,
          ahead: `${amount} van tevoren`,
          'at-most': `hoogstens ${amount}`,
          'at-least': `minstens ${amount}`,
        }
      : {
          within: `within ${amount}`,
          ahead: `${amount} ahead`,
          'at-most': `at most ${amount}`,
          'at-least': `at least ${amount}`,
        };
  return share === 100 ? `${bounded[bound]}, ${always}` : `${bounded[bound]} in ${figure(share)} %`;
}

/** How people write a unit; the longer first. */
const unitForms: readonly (readonly [NormUnit, RegExp])[] = [
  ['working-day', /werkdag(?:en)?|(?:working|business)[ -]days?/iu],
  ['minute', /min(?:\.|uut|uten|ute|utes|s)?/iu],
  ['hour', /u(?:ur|ren)?|hours?|hrs?|h/iu],
  ['day', /dag(?:en)?|days?|d/iu],
  ['week', /we[e]?k(?:en|s)?/iu],
  ['month', /maand(?:en)?|months?/iu],
  ['euro', /euro'?s?|€|eur/iu],
  ['percent', /%|procent|per ?cent/iu],
  ['time', /keer|maal|times?|x/iu],
];

const bounds: readonly (readonly [NormBound, RegExp])[] = [
  ['ahead', /van te ?voren|vooraf|voordat|vóór|ahead|beforehand|in advance|before/iu],
  ['at-most', /hoogstens|maximaal|ten hoogste|niet meer dan|at most|no more than|up to|max\.?/iu],
  ['at-least', /minstens|minimaal|ten minste|tenminste|at least|no less than|min\.?(?= \d)/iu],
  ['within', /binnen|within|in less than/iu],
];

const FIGURE = String.raw`\d{1,6}(?:[.,]\d{1,2})?`;
const SHARE =
  /(?:,\s*|\s+)(?:(?:in|bij|voor|for)\s+(\d{1,3}(?:[.,]\d)?)\s*(?:%|procent|per ?cent)(?:\s+(?:van de gevallen|of (?:all )?cases))?|(altijd|always))\s*\.?$/iu;

/** Reads a norm from one line, in Dutch or English; without a share it holds always. */
export function parseNorm(line: string): Norm | NormRefusal {
  const text = line.normalize('NFC').trim();
  const shared = SHARE.exec(text);
  const amount = shared ? text.slice(0, shared.index) : text;
  const share = shared?.[1] === undefined ? 100 : toNumber(shared[1]);
  const euro = new RegExp(`€\\s*(${FIGURE})`, 'u').exec(amount);
  const found = euro ?? new RegExp(`(?<![\\d.,])(${FIGURE})`, 'u').exec(amount);
  if (!found?.[1]) return 'no-threshold';
  const behind = amount.slice(found.index + found[0].length).trimStart();
  const unit = euro ? 'euro' : unitForms.find(([, form]) => beginsWith(behind, form))?.[0];
  if (!unit) return 'no-unit';
  const said = bounds.find(([, form]) => form.test(amount))?.[0];
  const bound = said ?? (durations.has(unit) ? 'within' : 'at-most');
  const norm: Norm = { bound, threshold: toNumber(found[1]), unit, share };
  return normRefusal(norm) ?? norm;
}

export function isNorm(read: Norm | NormRefusal): read is Norm {
  return typeof read === 'object';
}

function toNumber(figure: string): number {
  return Number(figure.replace(',', '.'));
}

function beginsWith(text: string, form: RegExp): boolean {
  return new RegExp(`^(?:${form.source})(?![\\p{L}\\p{N}])`, form.flags).test(text);
}
