/**
 * Photographs of paper that are not at the server yet, kept on the phone that took them: they survive a
 * reload and a line that is away. By pad, so that a fresh code for the same pad sends what waits. Where
 * the browser keeps nothing they live as long as the page.
 */
import type { PaperPiece } from '#protocol/paper';

export type UnsentPhoto = {
  /** Told to the server, which lays the same one once. */
  readonly id: string;
  readonly key: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
  readonly pieces: readonly PaperPiece[];
  readonly takenAt: number;
};

const DATABASE = 'sprintkamer-paper';
const STORE = 'unsent';
const forgotten = new Map<string, UnsentPhoto>();

/** Of one pad, oldest first. */
export async function unsentPhotos(key: string): Promise<UnsentPhoto[]> {
  const kept = await withStore<UnsentPhoto[]>('readonly', (store) => store.getAll());
  return (kept ?? [...forgotten.values()])
    .filter((photo) => photo.key === key)
    .sort((a, b) => a.takenAt - b.takenAt);
}

export async function keepPhoto(photo: UnsentPhoto): Promise<void> {
  const kept = await withStore('readwrite', (store) => store.put(photo, photo.id));
  if (kept === undefined) forgotten.set(photo.id, photo);
}

export async function forgetPhoto(id: string): Promise<void> {
  forgotten.delete(id);
  await withStore('readwrite', (store) => store.delete(id));
}

/** @returns undefined where this browser keeps nothing, and of what has no answer. */
async function withStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<T | undefined> {
  try {
    const database = await opened();
    try {
      return await new Promise<T>((resolve, reject) => {
        const transaction = database.transaction(STORE, mode);
        const request = work(transaction.objectStore(STORE));
        transaction.oncomplete = () => resolve(request.result as T);
        transaction.onerror = transaction.onabort = () => reject(new Error('not kept'));
      });
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(new Error('no database'));
  });
}
