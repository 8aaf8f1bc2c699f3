/**
 * Where a change comes from. Every transaction on a document carries one of these as its origin:
 * undo follows `local`, the room's log skips `load`, echo is avoided by `connection`.
 */
export type LocalOrigin = { readonly kind: 'local' };
export type ConnectionOrigin = { readonly kind: 'connection'; readonly id: string };
export type ServerOrigin = { readonly kind: 'server' };
export type LoadOrigin = { readonly kind: 'load' };
export type Origin = LocalOrigin | ConnectionOrigin | ServerOrigin | LoadOrigin;

/** The person at this browser; each RoomClient's undo tracks exactly this value. */
export const local: LocalOrigin = Object.freeze({ kind: 'local' });
/** A command on the server, such as a reveal. */
export const server: ServerOrigin = Object.freeze({ kind: 'server' });
/** Stored bytes being read back; never stored again. */
export const load: LoadOrigin = Object.freeze({ kind: 'load' });
/** An update that came over a socket; `id` names the connection. */
export function connection(id: string): ConnectionOrigin {
  return Object.freeze({ kind: 'connection', id });
}
