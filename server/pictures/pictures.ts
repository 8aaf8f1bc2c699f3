/**
 * The use cases of pictures: one is put into a sprint by who may work on the board it is meant for,
 * and read by every member; one on a pad by its owner alone. See SPEC.md. A picture stays as long as its sprint, also when no board
 * shows it any more, because undo and an older state of a board may bring it back.
 */
import type { BoardId, MemberId, PictureId, SprintId } from '#domain/ids';
import { RefusedError } from '#domain/refusal';
import { writes } from '#domain/sprint/roles';
import { OWN_PAD, type AddedPicture } from '#protocol/pictures';
import type { Session } from '#server/auth/session';
import type { Clock } from '#server/clock';
import { createPace, type PaceLimit } from '#server/commands/pace';
import type { Database } from '#server/db/database';
import { keepPicture, readPicture, type PictureBounds } from '#server/pictures/picture-store';
import type { Encoder } from '#server/pictures/re-encode';
import { tooLarge, withUpload } from '#server/pictures/upload-file';
import type { Random } from '#server/random';
import { accessTo } from '#server/rooms/access';
import type { Authorities } from '#server/stage/authorities';
import { privateRoomOf, type Authority, type Member } from '#server/stage/authority';
import { memberOf, requireReader } from '#server/stage/reader';

export type Upload = {
  /** Content-Length, where the browser told it. */
  readonly declaredBytes: number | null;
  readonly pieces: AsyncIterable<Uint8Array>;
};

export interface Pictures {
  /**
   * Takes a file in for a board. Nothing of it is read before its sender may send it.
   * @throws RefusedError not-signed-in, not-a-member, no-such-board, not-your-role, board-locked,
   * wrong-phase, too-fast, picture-too-large, picture-unreadable, picture-too-many-pixels,
   * too-many-pictures; whatever `pieces` throws when the line is cut.
   */
  add(
    session: Session | null,
    target: { sprintId: SprintId; boardId: BoardId },
    upload: Upload,
  ): Promise<AddedPicture>;
  /**
   * The same for somebody's own pad, of whom the caller knows that they may draw there.
   * @throws RefusedError as `add`, for the file and the space.
   */
  addOwn(owner: { sprintId: SprintId; memberId: MemberId }, upload: Upload): Promise<AddedPicture>;
  /** @returns the WebP for a member of the sprint; undefined for anybody and anything else. */
  read(
    session: Session | null,
    target: { sprintId: SprintId; pictureId: PictureId },
  ): Promise<Uint8Array | undefined>;
}

/** A pile of sketches at once, not a stream of them. */
const usualPace: PaceLimit = { points: 60, perS: 60 };
/** Uploads that one member has under way; a browser sends two at a time. */
const AT_ONCE = 6;

export function createPictures({
  db,
  authorities,
  encoder,
  clock,
  random,
  maxBytes,
  bounds,
  pace = usualPace,
}: {
  db: Database;
  authorities: Authorities;
  encoder: Encoder;
  clock: Clock;
  random: Random;
  /** Of one file as it comes in. */
  maxBytes: number;
  bounds: PictureBounds;
  pace?: PaceLimit;
}): Pictures {
  const keepPace = createPace(pace);
  const underWay = new Map<string, number>();

  /** Counts an upload of this member for as long as it takes. */
  async function counted<T>(memberId: string, work: () => Promise<T>): Promise<T> {
    const others = underWay.get(memberId) ?? 0;
    if (others >= AT_ONCE) throw new RefusedError('too-fast', { about: { retryAfterS: 5 } });
    underWay.set(memberId, others + 1);
    try {
      return await work();
    } finally {
      const left = (underWay.get(memberId) ?? 1) - 1;
      if (left === 0) underWay.delete(memberId);
      else underWay.set(memberId, left);
    }
  }

  async function keep(
    owner: { sprintId: SprintId; memberId: MemberId; isOwn: boolean },
    { declaredBytes, pieces }: Upload,
  ): Promise<AddedPicture> {
    await keepPace(`${owner.sprintId} ${owner.memberId}`);
    if (declaredBytes !== null && declaredBytes > maxBytes) throw tooLarge(maxBytes);
    return counted(owner.memberId, async () => {
      const encoded = await withUpload(pieces, { maxBytes, use: encoder.encode });
      const picture = { ...encoded, ...owner, id: random.newId() };
      await keepPicture(db, { ...picture, createdAt: clock.now() }, bounds);
      return { id: picture.id, width: picture.width, height: picture.height };
    });
  }

  return {
    async add(session, { sprintId, boardId }, upload) {
      const { authority, reader: member } = await requireReader(
        { db, authorities },
        session,
        sprintId,
      );
      ensureMayAdd(authority, member, boardId);
      return keep({ sprintId, memberId: member.id, isOwn: boardId === OWN_PAD }, upload);
    },
    addOwn: (owner, upload) => keep({ ...owner, isOwn: true }, upload),
    async read(session, { sprintId, pictureId }) {
      const authority = session ? await authorities.of(sprintId) : null;
      const member = session && authority ? memberOf(authority, session) : undefined;
      return member && readPicture(db, { sprintId, pictureId, memberId: member.id });
    },
  };
}

/** Whoever may work on the board may put a picture on it; the refusal says why not. */
function ensureMayAdd(authority: Authority, member: Member, boardId: BoardId): void {
  // On one's own pad one always draws.
  if (boardId === OWN_PAD && privateRoomOf(authority, member.id, 'pad')) return;
  const room = authority.rooms.find((one) => one.boardId === boardId);
  if (!room) throw new RefusedError('no-such-board');
  if (accessTo(room, member, authority).kind === 'write') return;
  if (member.role !== 'facilitator' && !writes(member)) throw new RefusedError('not-your-role');
  const locked = authority.boards.find((board) => board.id === boardId)?.locked ?? false;
  throw new RefusedError(locked ? 'board-locked' : 'wrong-phase');
}
