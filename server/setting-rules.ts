/** What a setting is made of, and the rules that values of settings keep. The table is settings.ts. */
import * as v from 'valibot';

export type Setting<T> = {
  /** Name in the environment. */
  readonly name: string;
  /** As one would type it; empty means not set. */
  readonly standard: string;
  /** One sentence for whoever runs the server. */
  readonly meaning: string;
  /** A secret is never logged or printed. */
  readonly secret?: true;
  readonly rule: v.GenericSchema<string, T>;
};

export const whole = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^\d+$/, 'must be a whole number'),
    v.transform(Number),
    v.minValue(min, `must be at least ${min}`),
    v.maxValue(max, `must be at most ${max}`),
  );

export const oneOf = <const T extends readonly string[]>(choices: T) =>
  v.pipe(v.string(), v.trim(), v.picklist(choices, `must be one of ${choices.join(', ')}`));

export const filled = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'));

function isAddress(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

export const address = (protocols: readonly string[], example: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check(
      (value) => value === '' || isAddress(value, protocols),
      `must be an address like ${example}`,
    ),
    v.transform((value) => (value === '' ? null : value)),
  );

export const origins = v.pipe(
  v.string(),
  v.transform((list) =>
    list
      .split(',')
      .map((one) => one.trim().replace(/\/$/, ''))
      .filter((one) => one !== ''),
  ),
  v.check(
    (list) =>
      list.every((one) => isAddress(one, ['http:', 'https:']) && new URL(one).origin === one),
    'must be a list of origins like https://sprint.example.org, separated by commas',
  ),
);

export const setting = <T>(described: Setting<T>): Setting<T> => described;
