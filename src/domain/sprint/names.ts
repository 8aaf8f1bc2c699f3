/**
 * Names of people: cleaned at the door, numbered where two are the same, shortened to initials. The
 * database keeps (lower case name, number) unique within a sprint.
 */
import { limits } from '#domain/limits';
import { allowed, refused, type Ruling } from '#domain/refusal';
import { isRoleName } from '#domain/sprint/role-names';
import { lookOf, seenText } from '#domain/text/invisible';

/** One line of what is seen: spaces joined, and what draws nothing taken out, but for what holds an emoji together. */
export function normaliseName(typed: string): string {
  return seenText(typed);
}

/** Refuses, after cleaning, an empty or too long name and the word for a role; names the field `name`. */
export function mayBeNamed(typed: string): Ruling {
  const name = normaliseName(typed);
  if (!/[\p{L}\p{N}\p{S}]/u.test(name)) return refused('field-empty', { field: 'name' });
  if (name.length > limits.name) {
    return refused('field-too-long', { field: 'name', about: { max: limits.name } });
  }
  if (isRoleName(name)) return refused('name-is-a-role', { field: 'name' });
  return allowed;
}

export type NumberedName = { readonly name: string; readonly nameNumber: number };

/** As shown: the second Anna is `Anna 2`. */
export function shownName({ name, nameNumber }: NumberedName): string {
  return nameNumber > 1 ? `${name} ${nameNumber}` : name;
}

/** Two names are the same when a reader takes them for the same: case, width, spaces and alphabet do not count. */
export function sameName(a: string, b: string): boolean {
  return lookOf(a) === lookOf(b);
}

/**
 * The lowest number with which this name is nobody else's, neither as stored nor as shown (who calls
 * himself `Anna 2` does not become the second Anna).
 */
export function numberFor(name: string, others: readonly NumberedName[]): number {
  const taken = new Set(others.map((other) => lookOf(shownName(other))));
  const stored = new Set(
    others.filter((other) => sameName(other.name, name)).map((other) => other.nameNumber),
  );
  let number = 1;
  while (stored.has(number) || taken.has(lookOf(shownName({ name, nameNumber: number }))))
    number += 1;
  return number;
}

/** One or two capitals for the avatar: first and last word, or a single name with its number. */
export function initials({ name, nameNumber }: NumberedName): string {
  const heads = normaliseName(name)
    .split(/[\s-]+/u)
    .map((word) => word.match(/[\p{L}\p{N}]/u)?.[0])
    .filter((head) => head !== undefined);
  const first = heads[0] ?? '?';
  const second = nameNumber > 1 ? String(nameNumber) : heads.length > 1 ? heads.at(-1) : '';
  return `${first}${second ?? ''}`.toUpperCase();
}
