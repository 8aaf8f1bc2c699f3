/**
 * What the use cases of people give to the routes: a value, or the refusals with the fields at
 * fault. Refusals cross as plain values, because the web bundle and the server bundle each have
 * their own copy of the class.
 */
import { RefusedError, type Refusal } from '#domain/refusal';
import { isUnstorable } from '#server/commands/database-refusal';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Several fields of one form were refused; `refusal` is the first of them. */
export class RefusedFieldsError extends RefusedError {
  readonly refusals: readonly Refusal[];

  constructor(first: Refusal, others: readonly Refusal[]) {
    const { code, ...rest } = first;
    super(code, rest);
    this.refusals = [first, ...others];
  }
}

/** Runs a use case; a refusal becomes an answer, anything else is thrown on. */
export async function answered<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    if (thrown instanceof RefusedFieldsError) return { ok: false, refusals: thrown.refusals };
    if (thrown instanceof RefusedError) return { ok: false, refusals: [thrown.refusal] };
    if (isUnstorable(thrown)) return { ok: false, refusals: [{ code: 'field-invalid' }] };
    throw thrown;
  }
}
