/** localStorage where the browser allows it, else a stand-in that lives as long as the page. */

class PageStorage implements Storage {
  readonly #items = new Map<string, string>();

  get length(): number {
    return this.#items.size;
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
  clear(): void {
    this.#items.clear();
  }
}

export function pageStorage(): Storage {
  return new PageStorage();
}

const fallback = pageStorage();

/** Only for the browser: on a server every visitor would share the fallback. */
export function keptStorage(): Storage {
  try {
    const storage = globalThis.localStorage;
    storage.setItem('sprintkamer/probe', '1');
    storage.removeItem('sprintkamer/probe');
    return storage;
  } catch {
    return fallback;
  }
}
