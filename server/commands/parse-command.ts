/** From whatever a browser posted to a Command, or to the refusal that names the field at fault. */
import * as v from 'valibot';
import type { Refusal } from '#domain/refusal';
import { unfitString } from '#domain/text/characters';
import { commandSchema, type Command } from '#protocol/commands';

/**
 * @returns `field-empty`, `field-too-long` (with `max`) or `field-invalid` (with `min` or `max` where
 * a number was out of bounds), each with the name of the field in the command. A string anywhere in
 * it with a character that no text may hold is `field-character`, with that `character` (`U+0000`).
 */
export function parseCommand(input: unknown): { command: Command } | { refusal: Refusal } {
  const unfit = unfitString(input);
  if (unfit) {
    const { field, character } = unfit;
    return { refusal: { code: 'field-character', field, about: { character } } };
  }
  const parsed = v.safeParse(commandSchema, input);
  if (parsed.success) return { command: parsed.output };
  const issue = parsed.issues[0];
  const field = v.getDotPath(issue) ?? 'kind';
  const bound = Number(issue.requirement);
  switch (issue.type) {
    case 'min_length':
      return { refusal: { code: 'field-empty', field } };
    case 'max_length':
      return { refusal: { code: 'field-too-long', field, about: { max: bound } } };
    case 'min_value':
      return { refusal: { code: 'field-invalid', field, about: { min: bound } } };
    case 'max_value':
      return { refusal: { code: 'field-invalid', field, about: { max: bound } } };
    default:
      return { refusal: { code: missing(input, field) ? 'field-empty' : 'field-invalid', field } };
  }
}

function missing(input: unknown, path: string): boolean {
  let value: unknown = input;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return value === undefined;
}
