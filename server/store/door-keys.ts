/**
 * How join links and six-character codes lie in the database: sealed, since a facilitator reads them again
 * and again, beside a keyed hash by which one that is shown at the door is found. The key is not in the
 * database, so that a copy of that opens no door; a plain hash would not do for codes, of which there are
 * few enough to try them all.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export type DoorSecret = 'code' | 'link';

export type DoorKeys = {
  /** @returns 64 hexadecimal digits, the same for the same secret. */
  hash(kind: DoorSecret, secret: string): string;
  /** @param id of the row that it belongs to: moved to another one it cannot be opened. */
  seal(kind: DoorSecret, id: string, secret: string): string;
  /** @returns null when it was sealed with another key, for another row, or was changed. */
  open(kind: DoorSecret, id: string, sealed: string): string | null;
};

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param key at least 32 characters or bytes that nobody can guess; all nodes of one database have the same. */
export function createDoorKeys(key: string | Uint8Array): DoorKeys {
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', key, 'sprintkamer', use, 32));
  const [hashKey, sealKey] = [derived('door hash'), derived('door seal')];
  const about = (kind: DoorSecret, id: string) => Buffer.from(`${kind} ${id}`);

  return {
    hash: (kind, secret) => createHmac('sha256', hashKey).update(`${kind} ${secret}`).digest('hex'),
    seal(kind, id, secret) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, sealKey, nonce).setAAD(about(kind, id));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
    },
    open(kind, id, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      const [nonce, rest] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES)];
      const decipher = createDecipheriv(CIPHER, sealKey, nonce, { authTagLength: TAG_BYTES })
        .setAAD(about(kind, id))
        .setAuthTag(rest.subarray(0, TAG_BYTES));
      try {
        const text = [decipher.update(rest.subarray(TAG_BYTES)), decipher.final()];
        return Buffer.concat(text).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
