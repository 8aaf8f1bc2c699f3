/** What a room does about something that a connection should not have sent: the log is told, and where it must be, the sender goes. */
import type { Logger } from 'pino';
import { closeCodes } from '#protocol/close-codes';
import type { Breach } from '#protocol/rooms';
import type { Connection } from '#server/rooms/connection';
import { BadFrameError } from '#server/rooms/messages';
import { PresenceTooLargeError } from '#server/rooms/presence-frames';

type About = { readonly roomId: string; readonly log: Logger };

/** Closes the sender of a bad frame with 4400, and nobody else. */
export function closeBad(connection: Connection, why: string, { roomId, log }: About): void {
  const { memberId } = connection.entrant;
  log.warn({ roomId, memberId, why }, 'a bad frame closed its sender');
  connection.leave(closeCodes.badFrame, why);
}

/** @param error of what was heard; anything but its sender's doing is thrown on. */
export function closeFor(connection: Connection, error: unknown, about: About): void {
  if (error instanceof BadFrameError) return closeBad(connection, error.message, about);
  if (error instanceof PresenceTooLargeError) return connection.leave(closeCodes.tooLarge);
  throw error;
}

/** What the guard put right: counts, and never what was written. */
export function reportBreaches(
  memberId: string,
  breaches: readonly Breach[],
  { roomId, log }: About,
): void {
  for (const { rule, noteIds, groupIds } of breaches) {
    const counts = { notes: noteIds.length, groups: groupIds.length };
    log.info({ roomId, memberId, rule, ...counts }, 'a breach was undone');
  }
}
