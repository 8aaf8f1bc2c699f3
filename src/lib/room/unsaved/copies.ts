/**
 * A browser's own copies of rooms (y-indexeddb), one per sprint, board, lineage and member, so that
 * the next person on a shared laptop never uploads the last one's work. Which there are is noted in
 * localStorage too, because not every browser can list its databases.
 */
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { plainPile, plainWall } from '#document/plain';
import { privateKinds, type PrivateKind } from '#domain/exercises/exercise';
import { parseRoomName } from '#protocol/rooms';
import { eraseDirtyRecords, hasDirtyRecords } from './dirty-records';
import { gatherWrites } from '$lib/room/gathered-writes';
import { keptStorage } from './kept-storage';

const PREFIX = 'sprintkamer/';
const NOTED = 'sprintkamer/copy/';
const PROBE = 'sprintkamer-probe';
/** A browser that has not opened a database by then is treated as one that has none. */
export const COPY_PATIENCE_MS = 3_000;

export type Copy = {
  name: string;
  sprintId: string;
  /** Null for a private room. */
  boardId: string | null;
  /** Null for a board. */
  private: PrivateKind | null;
  lineage: string;
  memberId: string;
};

/** A pile keeps the name that it had before there were pads, so that a copy of before is found. No board is called so. */
const placeOf: Readonly<Record<PrivateKind, string>> = { pile: 'private', pad: 'private.pad' };

/** @throws on a malformed room name: those come from the stage. */
export function copyName(room: string, memberId: string): string {
  const address = parseRoomName(room);
  if (!address) throw new Error(`not a room: ${room}`);
  const place = address.kind === 'board' ? address.boardId : placeOf[address.private];
  return `${PREFIX}${address.sprintId}/${place}/${address.lineage}/${memberId}`;
}

export function parseCopyName(name: string): Copy | undefined {
  if (!name.startsWith(PREFIX)) return undefined;
  const [sprintId, place, lineage, memberId, more] = name.slice(PREFIX.length).split('/');
  if (!sprintId || !place || !lineage || !memberId || more !== undefined) return undefined;
  const own = privateKinds.find((kind) => placeOf[kind] === place) ?? null;
  return { name, sprintId, boardId: own ? null : place, private: own, lineage, memberId };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('database failed'));
  });
}

export function within<T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(otherwise), ms);
    work.then(resolve, () => resolve(otherwise)).finally(() => clearTimeout(timer));
  });
}

/** Whether this browser keeps anything at all: some have no database, or none in a private window. */
export async function canKeep(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false;
  const probe = async (): Promise<boolean> => {
    const database = await settled(indexedDB.open(PROBE));
    database.close();
    return true;
  };
  return within(COPY_PATIENCE_MS, probe(), false);
}

/** Opens the copy of a room into `doc`; resolves once what it held is in the document. Undefined: nothing is kept. */
export async function openCopy(
  name: string,
  doc: Y.Doc,
): Promise<IndexeddbPersistence | undefined> {
  if (!(await canKeep())) return undefined;
  keptStorage().setItem(NOTED + name, '1');
  const copy = new IndexeddbPersistence(name, doc);
  const opened = await within(
    COPY_PATIENCE_MS,
    copy.whenSynced.then(() => true),
    false,
  );
  if (!opened) {
    void copy.destroy().catch(() => undefined);
    return undefined;
  }
  gatherWrites(copy);
  // Erased by a sign-out in another tab: writing on would throw in every edit.
  copy.db?.addEventListener('versionchange', () => void copy.destroy());
  return copy;
}

/** All copies in this browser, of everybody who used it. */
export async function allCopies(): Promise<Copy[]> {
  const storage = keptStorage();
  const noted = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
    .filter((key) => key.startsWith(NOTED))
    .map((key) => key.slice(NOTED.length));
  const listed = await listDatabases();
  return [...new Set([...noted, ...listed])].flatMap((name) => parseCopyName(name) ?? []);
}

async function listDatabases(): Promise<string[]> {
  if (typeof indexedDB === 'undefined' || typeof indexedDB.databases !== 'function') return [];
  const found = await within(COPY_PATIENCE_MS, indexedDB.databases(), []);
  return found.flatMap(({ name }) => name ?? []);
}

/** Removes one copy. */
export async function discardCopy(name: string): Promise<void> {
  keptStorage().removeItem(NOTED + name);
  if (typeof indexedDB === 'undefined') return;
  const request = indexedDB.deleteDatabase(name);
  await within(
    COPY_PATIENCE_MS,
    settled(request).then(() => undefined),
    undefined,
  );
}

/** Whether erasing would lose something that the server does not have. */
export function hasUnsentWork(): boolean {
  return hasDirtyRecords(keptStorage());
}

/** Signing out and removal: every copy and every record of unsent work goes; of one member, or of everybody. */
export async function eraseCopies(memberId?: string): Promise<void> {
  eraseDirtyRecords(keptStorage(), memberId);
  const copies = await allCopies();
  const own = copies.filter((copy) => memberId === undefined || copy.memberId === memberId);
  await Promise.all(own.map((copy) => discardCopy(copy.name)));
}

/** The content of a set-aside copy as a JSON file for its owner. */
export async function exportCopy(name: string): Promise<Blob> {
  const doc = new Y.Doc();
  const copy = await openCopy(name, doc);
  const parsed = parseCopyName(name);
  const content = parsed?.private === 'pile' ? { notes: plainPile(doc) } : plainWall(doc);
  const whole = {
    sprint: parsed?.sprintId,
    board: parsed?.boardId,
    lineage: parsed?.lineage,
    ...content,
  };
  await copy?.destroy();
  doc.destroy();
  return new Blob([JSON.stringify(whole, null, 2)], { type: 'application/json' });
}
