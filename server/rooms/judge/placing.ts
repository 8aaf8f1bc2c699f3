/**
 * Finds where each new struct of an update would come to lie, as Yjs would find it: its parent may
 * be a root, an item of the document, an item of the update, or be inherited from its neighbours.
 * Each struct is looked at once, also in a chain of thousands. Reads the document, changes nothing.
 */
import * as Y from 'yjs';
import { fieldOf, fieldsOf, type Fields, type Kind } from '#document/records/kinds';
import type { TextField } from '#document/records/fields';
import type { ItemStruct, Struct, StructId, Update } from '#server/rooms/judge/read-update';

/** What a struct lies in. */
export type Container =
  /** Its neighbour or parent is gone: Yjs keeps its length and drops its content. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'meta' }
  /** A root of records; what is keyed in it are records. */
  | { readonly kind: 'root'; readonly fields: Fields }
  | { readonly kind: 'record'; readonly fields: Fields }
  | { readonly kind: 'text'; readonly field: TextField }
  | { readonly kind: 'undeclared' };

/** `key`: its key in a map; null in a list. */
export type Place = { readonly container: Container; readonly key: string | null };

const GONE: Place = { container: { kind: 'gone' }, key: null };
const UNDECLARED: Container = { kind: 'undeclared' };

export class Placing {
  readonly #update: Update;
  readonly #doc: Y.Doc;
  readonly #kind: Kind;
  readonly #places = new Map<Struct, Place>();
  readonly #isUnderWay = new Set<Struct>();
  readonly #containers = new Map<unknown, Container>();

  constructor(update: Update, doc: Y.Doc, kind: Kind) {
    this.#update = update;
    this.#doc = doc;
    this.#kind = kind;
  }

  /**
   * @param struct one that is new. Everything that it leans on must be there (see `hasGap`).
   * @returns undefined when it leans on itself in a ring.
   */
  placeOf(struct: ItemStruct): Place | undefined {
    const stack: ItemStruct[] = [struct];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const waitsFor = this.#places.has(top) ? undefined : this.#unplaced(top);
      if (waitsFor) {
        this.#isUnderWay.add(top);
        if (this.#isUnderWay.has(waitsFor)) return undefined;
        stack.push(waitsFor);
        continue;
      }
      if (!this.#places.has(top)) this.#places.set(top, this.#place(top));
      this.#isUnderWay.delete(top);
      stack.pop();
    }
    return this.#places.get(struct);
  }

  /** Where an item of the document lies. */
  placeInDoc(item: Y.Item): Place {
    return { container: this.#containerInDoc(item.parent), key: item.parentSub };
  }

  /** The first new struct that this one leans on and that has no place yet. */
  #unplaced({ origin, right, parent }: ItemStruct): ItemStruct | undefined {
    for (const id of [origin, right, parent]) {
      const struct = id && !this.#isInDoc(id) ? this.#inUpdate(id) : undefined;
      if (struct?.kind === 'item' && !this.#places.has(struct)) return struct;
    }
    return undefined;
  }

  #place({ origin, right, root, parent, key }: ItemStruct): Place {
    if (root !== null) return { container: this.#rootContainer(root), key };
    if (parent) return { container: this.#containerOf(parent), key };
    const left = origin ? this.#neighbour(origin) : undefined;
    const next = right ? this.#neighbour(right) : undefined;
    if (left === GONE || next === GONE) return GONE;
    return left ?? next ?? { container: UNDECLARED, key: null };
  }

  #neighbour(id: StructId): Place {
    if (this.#isInDoc(id)) {
      const struct = this.#inDoc(id);
      return struct instanceof Y.Item ? this.placeInDoc(struct) : GONE;
    }
    const struct = this.#inUpdate(id);
    const place = struct?.kind === 'item' ? this.#places.get(struct) : undefined;
    return place && place.container.kind !== 'gone' ? place : GONE;
  }

  /** What the item with this id is a container of. */
  #containerOf(id: StructId): Container {
    if (this.#isInDoc(id)) {
      const struct = this.#inDoc(id);
      if (!(struct instanceof Y.Item)) return GONE.container;
      if (struct.content instanceof Y.ContentType) return this.#containerInDoc(struct.content.type);
      return struct.content instanceof Y.ContentDeleted ? GONE.container : UNDECLARED;
    }
    const struct = this.#inUpdate(id);
    if (struct?.kind !== 'item') return GONE.container;
    if (struct.content.kind === 'deleted') return GONE.container;
    if (struct.content.kind !== 'type') return UNDECLARED;
    const place = this.#places.get(struct) ?? GONE;
    return within(place, struct.content.type);
  }

  #containerInDoc(type: unknown): Container {
    const known = this.#containers.get(type);
    if (known) return known;
    const found = this.#findContainer(type);
    this.#containers.set(type, found);
    return found;
  }

  /** Roots, records and their texts: no declared container lies deeper. */
  #findContainer(type: unknown): Container {
    if (!(type instanceof Y.AbstractType)) return GONE.container;
    const item = type._item;
    if (item === null) return this.#rootContainer(this.#rootName(type));
    const outer: unknown = item.parent;
    if (!(outer instanceof Y.AbstractType)) return UNDECLARED;
    if (outer._item !== null) {
      const outermost: unknown = outer._item.parent;
      if (!(outermost instanceof Y.AbstractType) || outermost._item !== null) return UNDECLARED;
    }
    const container = this.#containerInDoc(outer);
    return within({ container, key: item.parentSub }, nameOfType(type));
  }

  #rootName(type: unknown): string | undefined {
    return [this.#kind.meta, ...Object.keys(this.#kind.records)].find(
      (name) => this.#doc.share.get(name) === type,
    );
  }

  #rootContainer(name: string | undefined): Container {
    if (name === undefined) return UNDECLARED;
    if (name === this.#kind.meta || this.#kind.sealed?.includes(name)) return { kind: 'meta' };
    const fields = fieldsOf(this.#kind, name);
    return fields ? { kind: 'root', fields } : UNDECLARED;
  }

  #isInDoc({ client, clock }: StructId): boolean {
    return clock < Y.getState(this.#doc.store, client);
  }

  #inDoc({ client, clock }: StructId): Y.Item | Y.GC | undefined {
    const structs = this.#doc.store.clients.get(client);
    return structs?.[Y.findIndexSS(structs, clock)];
  }

  #inUpdate({ client, clock }: StructId): Struct | undefined {
    const structs = this.#update.structs.get(client) ?? [];
    let [low, high] = [0, structs.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = structs[middle];
      if (!struct || struct.clock > clock) high = middle - 1;
      else if (struct.clock + struct.length <= clock) low = middle + 1;
      else return struct;
    }
    return undefined;
  }
}

/** What a shared type at this place is a container of. */
function within({ container, key }: Place, type: 'map' | 'text' | 'other'): Container {
  switch (container.kind) {
    case 'gone':
    case 'meta':
      return container;
    case 'root':
      return type === 'map' && key !== null
        ? { kind: 'record', fields: container.fields }
        : UNDECLARED;
    case 'record': {
      const field = key === null ? undefined : fieldOf(container.fields, key);
      return type === 'text' && field?.kind === 'text' ? { kind: 'text', field } : UNDECLARED;
    }
    default:
      return UNDECLARED;
  }
}

function nameOfType(type: unknown): 'map' | 'text' | 'other' {
  if (!(type instanceof Y.AbstractType)) return 'other';
  // A Y.XmlText is a Y.Text too, and no text of ours.
  if (type.constructor === Y.Map) return 'map';
  return type.constructor === Y.Text ? 'text' : 'other';
}
