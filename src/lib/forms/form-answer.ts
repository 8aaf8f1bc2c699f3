/**
 * What a form gets back: refusals with the fields at fault, what was typed (never a password), or
 * what was done. The same shape for every form, so that each page shows it in the same way.
 */
import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Refusal } from '#domain/refusal';
import { refusalWords, type RefusalWords } from '$lib/refusals/words';

export type RefusedForm = {
  /** Which form of the page, where it has several. */
  readonly of?: string;
  readonly refusals: readonly Refusal[];
  readonly typed: Readonly<Record<string, string>>;
};

const secretFields = new Set(['password', 'newPassword']);
const statuses: Partial<Record<Refusal['code'], number>> = {
  'too-fast': 429,
  'not-signed-in': 401,
  'account-scoped': 403,
  'needs-account': 403,
};

/** The text fields of a form. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string') fields[name] = value;
  }
  return fields;
}

/** The answer of an action whose use case was refused: keeps what was typed, passwords left out. */
export function refusedForm(
  { refusals }: { readonly refusals: readonly Refusal[] },
  typed: Readonly<Record<string, string>> = {},
  { of }: { of?: string } = {},
): ActionFailure<RefusedForm> {
  const code = refusals[0]?.code;
  return fail((code && statuses[code]) ?? 400, {
    ...(of && { of }),
    refusals,
    typed: Object.fromEntries(Object.entries(typed).filter(([name]) => !secretFields.has(name))),
  });
}

/** The sentence beside a field, if it is at fault. */
export function faultOf(
  refusals: readonly Refusal[] | undefined,
  field: string,
): string | undefined {
  const refusal = refusals?.find((one) => one.field === field);
  return refusal && refusalWords(refusal).text;
}

/** What was refused and belongs to no field that the form shows. */
export function generalFaults(
  refusals: readonly Refusal[] | undefined,
  shownFields: readonly string[],
): RefusalWords[] {
  return (refusals ?? [])
    .filter((one) => one.field === undefined || !shownFields.includes(one.field))
    .map((one) => refusalWords(one));
}
