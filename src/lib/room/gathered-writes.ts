/**
 * Fewer writes to this device's copy of a room. What others did is on the server, so what they do in a
 * moment is written together; what is done here is written at once, behind what it may rest on.
 */
import type { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

/** A dozen people who type send dozens of updates a second, and each write is a transaction on the disk. */
const GATHER_MS = 400;

/** Takes over from an opened copy what it listens to; ending the copy writes what waits. */
export function gatherWrites(
  copy: Pick<IndexeddbPersistence, 'doc' | 'destroy' | '_storeUpdate'>,
): void {
  const { doc, destroy, _storeUpdate: store } = copy;
  let waiting: Uint8Array[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const [first, ...more] = waiting;
    waiting = [];
    if (first) store(more.length === 0 ? first : Y.mergeUpdates([first, ...more]), undefined);
  }
  function take(update: Uint8Array, origin: unknown, _doc: Y.Doc, { local }: Y.Transaction): void {
    // What was read from the copy is in it.
    if (origin === copy) return;
    waiting.push(update);
    if (local) write();
    else timer ??= setTimeout(write, GATHER_MS);
  }

  doc.off('update', store);
  doc.on('update', take);
  copy.destroy = async () => {
    doc.off('update', take);
    try {
      write();
    } catch {
      // The browser closed it, as when somebody clears its data: then there is no copy, and the server has all this.
    }
    return destroy();
  };
}
