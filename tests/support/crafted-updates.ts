/**
 * Updates written struct by struct in Yjs' V1 format, for what no Yjs would write: a test says what
 * leans on what, and gets the bytes.
 */
import * as encoding from 'lib0/encoding';

export type CraftedId = readonly [client: number, clock: number];

/** What of it is left out an item has not; with a neighbour it names no parent. */
export type Crafted = {
  readonly origin?: CraftedId;
  readonly right?: CraftedId;
  readonly root?: string;
  readonly parent?: CraftedId;
  readonly key?: string;
  readonly content:
    | { readonly text: string }
    | { readonly type: 'map' | 'text' }
    | { readonly value: unknown }
    | { readonly format: readonly [key: string, value: string] };
};

/** `clock`: of the first; the structs follow each other without holes. */
export type CraftedSection = {
  readonly client: number;
  readonly clock?: number;
  readonly structs: readonly Crafted[];
};

/** `ranges`: from which clock how many, in order and apart. */
export type CraftedDeletes = {
  readonly client: number;
  readonly ranges: readonly (readonly [clock: number, length: number])[];
};

const HAS_ORIGIN = 0x80;
const HAS_RIGHT = 0x40;
const HAS_KEY = 0x20;

export function craftUpdate(
  sections: readonly CraftedSection[],
  deletes: readonly CraftedDeletes[] = [],
): Uint8Array {
  return encoding.encode((encoder) => {
    const uint = (number: number): void => encoding.writeVarUint(encoder, number);
    uint(sections.length);
    for (const { client, clock = 0, structs } of sections) {
      for (const number of [structs.length, client, clock]) uint(number);
      for (const struct of structs) writeStruct(encoder, struct);
    }
    uint(deletes.length);
    for (const { client, ranges } of deletes) {
      for (const number of [client, ranges.length, ...ranges.flat()]) uint(number);
    }
  });
}

function writeStruct(encoder: encoding.Encoder, struct: Crafted): void {
  const { origin, right, root, parent, key, content } = struct;
  const uint = (number: number): void => encoding.writeVarUint(encoder, number);
  const string = (text: string): void => encoding.writeVarString(encoder, text);
  const id = (at: CraftedId): void => at.forEach(uint);
  const hasKey = key !== undefined;
  encoding.writeUint8(
    encoder,
    refOf(content) | (origin ? HAS_ORIGIN : 0) | (right ? HAS_RIGHT : 0) | (hasKey ? HAS_KEY : 0),
  );
  if (origin) id(origin);
  if (right) id(right);
  if (!origin && !right) {
    uint(root === undefined ? 0 : 1);
    if (root !== undefined) string(root);
    else id(parent ?? [0, 0]);
    if (hasKey) string(key);
  }
  if ('text' in content) return string(content.text);
  if ('type' in content) return uint(content.type === 'map' ? 1 : 2);
  if ('format' in content) return content.format.forEach(string);
  uint(1);
  encoding.writeAny(encoder, content.value as never);
}

function refOf(content: Crafted['content']): number {
  if ('text' in content) return 4;
  if ('type' in content) return 7;
  return 'format' in content ? 6 : 8;
}

/** A note with an empty text: the first two clocks of its writer. What is typed lies in `[client, 1]`. */
export function craftedNote(client: number, id = `note-${client}`): readonly Crafted[] {
  return [
    { root: 'notes', key: id, content: { type: 'map' } },
    { parent: [client, 0], key: 'text', content: { type: 'text' } },
  ];
}
