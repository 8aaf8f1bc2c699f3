/**
 * Keeps one view per id beside a list of plains: a view is replaced by nothing, its plain only when
 * it differs, and the list only when ids or their order changed. Thus only the touched note draws.
 */
type Plain = { readonly id: string };
type View<P extends Plain> = { readonly id: string; plain: P };

export class KeyedViews<P extends Plain, V extends View<P>> {
  readonly #views = new Map<string, V>();
  readonly #make: (plain: P) => V;

  constructor(make: (plain: P) => V) {
    this.#make = make;
  }

  get(id: string): V | undefined {
    return this.#views.get(id);
  }

  values(): Iterable<V> {
    return this.#views.values();
  }

  /** @returns the list as it is to be shown: `shown` itself when nothing came, went or changed places. */
  apply(plains: readonly P[], shown: readonly V[]): readonly V[] {
    const ids = new Set(plains.map((plain) => plain.id));
    for (const id of [...this.#views.keys()]) if (!ids.has(id)) this.#views.delete(id);
    const list = plains.map((plain) => {
      const known = this.#views.get(plain.id);
      if (known) {
        if (!samePlain(known.plain, plain)) known.plain = plain;
        return known;
      }
      const view = this.#make(plain);
      this.#views.set(plain.id, view);
      return view;
    });
    return sameList(list, shown) ? shown : list;
  }

  /** Gives one view its new plain; nothing when there is no such view. */
  renew(plain: P): void {
    const known = this.#views.get(plain.id);
    if (known && !samePlain(known.plain, plain)) known.plain = plain;
  }
}

/** The same things in the same order. */
export function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}

/** Equal by value; plains hold primitives, and small objects and lists of primitives. */
export function samePlain(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    const one: unknown = a[key as keyof typeof a];
    const other: unknown = b[key as keyof typeof b];
    if (one !== other && !samePlain(one, other)) return false;
  }
  return true;
}
