/**
 * Photographs of paper, from somebody's own phone onto their own pad. The page behind a code opens on the
 * first phone that asks and on no other; it takes photographs for one step of one pad and shows nothing of
 * it. Called by the page's route and by `paper-requests.ts`. See SPEC.md.
 */
import { and, eq, gt, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { layPaper } from '#document/kinds/pad/operations';
import { server } from '#document/origins';
import { RefusedError } from '#domain/refusal';
import { padShapeOf, type PadShape } from '#domain/sketches/pad-shape';
import { counts } from '#domain/sprint/roles';
import { paperPieces, type PaperPiece } from '#protocol/paper';
import { secretHash } from '#server/auth/tokens';
import type { Clock } from '#server/clock';
import { createPace, type PaceLimit } from '#server/commands/pace';
import type { Database } from '#server/db/database';
import { tickets } from '#server/db/tables';
import { answered, type Answer } from '#server/people/answer';
import { findTicket, type Ticket } from '#server/people/tickets';
import type { Pictures, Upload } from '#server/pictures/pictures';
import type { Random } from '#server/random';
import { UnreadableRoomError, type Rooms } from '#server/rooms/rooms';
import type { Authorities } from '#server/stage/authorities';
import { privateRoomOf, type Member, type RoomRow } from '#server/stage/authority';

/** Which page it is: what the phone may know of it, and no more. */
export type PaperPad = {
  /** Names the pad and its step; says nothing by itself. Photographs that wait on the phone are kept under it. */
  readonly key: string;
  readonly sprintName: string;
  readonly name: string;
  readonly exercise: string;
  readonly shape: PadShape;
  /** Open on this phone. False: nobody has opened it yet. */
  readonly isMine: boolean;
};

export interface Papers {
  /**
   * Looks without opening, since previews of links do that.
   * @throws never; answers no-such-link, link-expired (also when the member or the step has gone), and
   * paper-elsewhere for another phone than the one that opened it.
   */
  look(token: string, holder: string | undefined): Promise<Answer<PaperPad>>;
  /** Opens it on this phone. @returns the secret for its cookie, null where it was open here already. */
  open(
    token: string,
    holder: string | undefined,
  ): Promise<Answer<{ holder: string; expiresAt: Date } | null>>;
  /**
   * Lays a photograph on the pad: encoded anew, and once however often it is sent.
   * @throws RefusedError as `look`; field-invalid for pieces that are none of this pad; too-fast, and what
   * `Pictures.addOwn` refuses; pad-unreadable, board-full, sprint-full.
   */
  lay(
    token: string,
    holder: string | undefined,
    photo: { photoId: string; pieces: unknown; upload: Upload },
  ): Promise<void>;
}

/** From the moment that a phone opened it: longer than one draws, shorter than a day. */
const HELD_MS = 2 * 60 * 60_000;
const usualPace: PaceLimit = { points: 30, perS: 60 };
/** How many frames a pad has in a step, by how it lies; of loose sheets one is filled at a time. */
const places: Record<PadShape, number> = { folds: 8, sketch: 3, sheets: 1 };

type Found = { ticket: Ticket; member: Member; pad: RoomRow; stepId: string; seen: PaperPad };

export function createPapers({
  db,
  authorities,
  rooms,
  pictures,
  clock,
  random,
  pace = usualPace,
}: {
  db: Database;
  authorities: Pick<Authorities, 'of'>;
  rooms: Pick<Rooms, 'change'>;
  pictures: Pick<Pictures, 'addOwn'>;
  clock: Clock;
  random: Pick<Random, 'newSecret'>;
  pace?: PaceLimit | undefined;
}): Papers {
  const keepPace = createPace(pace);

  async function found(token: string, holder: string | undefined): Promise<Found> {
    const ticket = await findTicket(db, { token, kind: 'paper' });
    const { personId, sprintId, stepId, holderHash } = ticket;
    if (ticket.usedAt || ticket.expiresAt <= clock.now()) throw new RefusedError('link-expired');
    const isMine = holderHash !== null && holder !== undefined && secretHash(holder) === holderHash;
    if (holderHash !== null && !isMine) throw new RefusedError('paper-elsewhere');
    const authority = sprintId === null ? null : await authorities.of(sprintId);
    const member = authority?.members.find((one) => one.personId === personId);
    const step = authority?.steps.find((one) => one.id === stepId);
    const pad = authority && member && privateRoomOf(authority, member.id, 'pad');
    if (!authority || !member || !counts(member) || !step || !pad)
      throw new RefusedError('link-expired');
    const seen: PaperPad = {
      key: secretHash(`${member.id} ${step.id}`).slice(0, 24),
      sprintName: authority.sprint.name,
      name: member.name,
      exercise: step.exercise,
      shape: padShapeOf(step.exercise),
      isMine,
    };
    return { ticket, member, pad, stepId: step.id, seen };
  }

  return {
    look: (token, holder) => answered(async () => (await found(token, holder)).seen),

    open: (token, holder) =>
      answered(async () => {
        const { ticket, seen } = await found(token, holder);
        if (seen.isMine) return null;
        const secret = random.newSecret();
        const now = clock.now();
        const expiresAt = new Date(now.getTime() + HELD_MS);
        const [opened] = await db
          .update(tickets)
          .set({ holderHash: secretHash(secret), expiresAt })
          .where(
            and(
              ...[eq(tickets.hash, ticket.hash), isNull(tickets.holderHash)],
              ...[isNull(tickets.usedAt), gt(tickets.expiresAt, now)],
            ),
          )
          .returning();
        // Another phone was first.
        if (!opened) throw new RefusedError('paper-elsewhere');
        return { holder: secret, expiresAt };
      }),

    async lay(token, holder, { photoId, pieces: said, upload }) {
      const { member, pad, stepId, seen } = await found(token, holder);
      if (!seen.isMine) throw new RefusedError('paper-elsewhere');
      const pieces = checkedPieces(said, seen.shape);
      await keepPace(member.id);
      const owner = { sprintId: member.sprintId, memberId: member.id };
      const picture = await pictures.addOwn(owner, upload);
      // Sending takes a while: whoever was shut out meanwhile lays nothing any more.
      await found(token, holder);
      const paper = { photoId, stepId, picture, pieces, loose: seen.shape === 'sheets' };
      try {
        await rooms.change([pad.id], ({ doc }) => {
          layPaper(doc(pad.id), paper, server);
          return Promise.resolve();
        });
      } catch (thrown) {
        if (thrown instanceof UnreadableRoomError) throw new RefusedError('pad-unreadable');
        throw thrown;
      }
    },
  };
}

function checkedPieces(said: unknown, shape: PadShape): PaperPiece[] {
  const { success, output } = v.safeParse(paperPieces, said);
  const invalid = new RefusedError('field-invalid', { field: 'pieces' });
  if (!success) throw invalid;
  const isOnPad = output.every(({ place }) => place <= places[shape]);
  const isOnce = new Set(output.map(({ place }) => place)).size === output.length;
  if (!isOnPad || !isOnce) throw invalid;
  return output;
}
