/**
 * The fields of the forms about people and sprints, with their bounds, and the step from what a
 * browser sent to checked values or refusals that name each field at fault.
 */
import * as v from 'valibot';
import { limits } from '#domain/limits';
import { safePath } from '#domain/safe-path';
import { allowed, RefusedError, refusalCodes, type Refusal } from '#domain/refusal';
import { isDate } from '#domain/sprint/day-time';
import { mayBeNamed, normaliseName } from '#domain/sprint/names';
import { faultOfPassword } from '#server/auth/password-rules';
import { unfitCharacter, withLineFeeds } from '#domain/text/characters';
import { RefusedFieldsError } from '#server/people/answer';

const line = (max: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(max));

/** A person's own name, cleaned as the domain says; one without a letter or sign is no name. */
export const nameField = v.pipe(
  v.string(),
  v.transform(normaliseName),
  v.nonEmpty(),
  v.maxLength(limits.name),
  v.rawCheck(({ dataset, addIssue }) => {
    const ruling = dataset.typed ? mayBeNamed(dataset.value) : allowed;
    if (!ruling.allowed) addIssue({ message: ruling.refusal.code });
  }),
);
export const emailField = v.pipe(
  line(limits.email),
  v.regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/u),
  v.toLowerCase(),
);
/** A password being chosen. Not trimmed: spaces belong to it. */
export const newPasswordField = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.minLength(limits.passwordMin),
  v.maxLength(limits.passwordMax),
);
/** A password being given: whatever it is, it is compared; only its length is bounded. */
export const givenPasswordField = v.pipe(v.string(), v.nonEmpty(), v.maxLength(limits.passwordMax));

/**
 * Whether a password that was chosen may be this person's. @param own their name and e-mail address.
 * @throws RefusedError password-common, password-simple, password-own, on the field.
 */
export function ensureNewPassword(
  password: string,
  { field, own }: { field: string; own: readonly string[] },
): void {
  const fault = faultOfPassword(password, own);
  if (fault) throw new RefusedError(fault, { field });
}

export const languageField = v.picklist(['nl', 'en']);
export const sprintNameField = v.pipe(
  v.string(),
  v.transform(normaliseName),
  v.nonEmpty(),
  v.maxLength(limits.sprintName),
);
export const challengeField = v.pipe(v.string(), v.trim(), v.maxLength(limits.challenge));
export const dateField = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.isoDate(), v.check(isDate));
/** An address on the web, or nothing. */
export const urlField = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(limits.url),
  v.check((text) => text === '' || isWebAddress(text)),
  v.transform((text) => text || null),
);
export const timeZoneField = v.pipe(v.string(), v.trim(), v.maxLength(64), v.check(isTimeZone));
/** A checkbox of a form: there when ticked. */
export const tickField = v.pipe(
  v.optional(v.string()),
  v.transform((value) => value !== undefined && value !== ''),
);

/** Where to go once done: a path of ours, or nothing. Never refused, since nobody typed it. */
export const nextField = v.pipe(
  v.optional(v.string(), ''),
  v.transform((told) => (told.length <= limits.url ? safePath(told, '') : '')),
);

/**
 * @param input texts by the name of their field; lines end as forms end them.
 * @throws RefusedFieldsError with one refusal for each field at fault, in the order of the schema.
 */
export function checked<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const fields = Object.entries(input ?? {}).map(
    ([field, text]) => [field, endLines(text)] as const,
  );
  const [unfit, ...alsoUnfit] = fields.flatMap(([field, text]): Refusal[] => {
    const character = typeof text === 'string' ? unfitCharacter(text) : undefined;
    return character === undefined
      ? []
      : [{ code: 'field-character', field, about: { character } }];
  });
  if (unfit) throw new RefusedFieldsError(unfit, alsoUnfit);
  const result = v.safeParse(schema, Object.fromEntries(fields));
  if (result.success) return result.output;
  const byField = new Map<string, Refusal>();
  for (const issue of result.issues) {
    const refusal = refusalOf(issue);
    if (refusal.field && !byField.has(refusal.field)) byField.set(refusal.field, refusal);
  }
  const [first, ...others] = byField.values();
  throw new RefusedFieldsError(first ?? { code: 'field-invalid' }, others);
}

function endLines(text: unknown): unknown {
  return typeof text === 'string' ? withLineFeeds(text) : text;
}

function refusalOf(issue: v.BaseIssue<unknown>): Refusal {
  const field = v.getDotPath(issue) ?? undefined;
  const bound = 'requirement' in issue ? Number(issue.requirement) : Number.NaN;
  // A field that was not sent at all is an empty field to the person who reads the answer.
  if (issue.type === 'non_empty' || issue.input === undefined || issue.input === '') {
    return { code: 'field-empty', field };
  }
  if (issue.type === 'max_length') return { code: 'field-too-long', field, about: { max: bound } };
  if (issue.type === 'min_length') return { code: 'field-too-short', field, about: { min: bound } };
  // A rule of the domain said no: its code is the message of the issue.
  const code = refusalCodes.find((one) => one === issue.message) ?? 'field-invalid';
  return { code, field };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text !== '';
  } catch {
    return false;
  }
}
