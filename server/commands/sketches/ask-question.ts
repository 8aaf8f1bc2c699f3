/**
 * A question about an exhibit. It waits, hidden from everybody but who asked, until three people have
 * one: then all that wait are laid together and shuffled, so that none tells whose it is. What still
 * waits when the step closes is laid with it.
 */
import { and, eq } from 'drizzle-orm';
import { layQuestions } from '#document/kinds/gallery/operations';
import { plainGallery } from '#document/kinds/gallery/plain';
import { server } from '#document/origins';
import { RefusedError, allowed, refused } from '#domain/refusal';
import { shuffled } from '#domain/shuffled';
import type { CommandKind } from '#domain/sprint/permissions';
import type { Doing, Handler } from '#server/commands/command';
import { galleryOf } from './museum';
import { boardRoomId } from '#server/commands/votes/rounds';
import { openStepOf } from '#server/commands/agenda/steps';
import { waitingQuestions } from '#server/db/sketch-tables';
import type { Authority, Step } from '#server/stage/authority';

/** Writers who wait together before anything is laid: of two, each would know what the other wrote. */
const WRITERS = 3;

export const askQuestion: Handler<'ask-question'> = {
  rooms: ({ authority }) => galleryRoom(authority),
  // who: the runner asked permissions.
  // whether
  whether({ authority }) {
    const gallery = galleryOf(authority);
    if (!gallery) return refused('no-such-board');
    return openStepOf(authority)?.boardId === gallery.id ? allowed : refused('step-not-open');
  },
  // do
  async do(doing) {
    const { tx, authority, me, command, newId, doc } = doing;
    const [roomId] = galleryRoom(authority);
    const gallery = galleryOf(authority);
    if (roomId === undefined || !gallery)
      throw new Error('a museum that was ruled upon is not there');
    const { exhibitId, text } = command;
    if (!plainGallery(doc(roomId)).exhibits.some(({ id }) => id === exhibitId)) {
      throw new RefusedError('no-such-candidate');
    }
    const about = { sprintId: authority.sprint.id, boardId: gallery.id };
    await tx
      .insert(waitingQuestions)
      .values({ id: newId(), ...about, memberId: me.id, exhibitId, text });
    const waiting = await tx
      .select({ memberId: waitingQuestions.memberId })
      .from(waitingQuestions)
      .where(eq(waitingQuestions.boardId, gallery.id));
    if (new Set(waiting.map(({ memberId }) => memberId)).size >= WRITERS) {
      await layWaiting(doing, { boardId: gallery.id, roomId });
    }
    return null;
  },
};

export const takeBackQuestion: Handler<'take-back-question'> = {
  // who: the runner asked permissions.
  // whether: what was laid meanwhile is nobody's any more, and is left alone.
  whether: () => allowed,
  // do
  async do({ tx, me, command }) {
    await tx
      .delete(waitingQuestions)
      .where(
        and(eq(waitingQuestions.id, command.questionId), eq(waitingQuestions.memberId, me.id)),
      );
    return null;
  },
};

/**
 * At the close of a step in the museum; its room is held where it can be read. Where the board has no place
 * for them they go on waiting: a step can always be closed.
 */
export async function layQuestionsOf(doing: Doing<CommandKind>, step: Step): Promise<void> {
  const gallery = galleryOf(doing.authority);
  const [roomId] = galleryRoom(doing.authority);
  if (!gallery || step.boardId !== gallery.id || roomId === undefined) return;
  if (!doing.holds(roomId)) return;
  const about = { boardId: gallery.id, roomId };
  if (await findPlace(doing, about)) await layWaiting(doing, about);
}

async function findPlace(
  { tx, rehearse }: Doing<CommandKind>,
  { boardId, roomId }: { boardId: string; roomId: string },
): Promise<boolean> {
  const waiting = await tx
    .select({
      id: waitingQuestions.id,
      exhibit: waitingQuestions.exhibitId,
      text: waitingQuestions.text,
    })
    .from(waitingQuestions)
    .where(eq(waitingQuestions.boardId, boardId));
  try {
    rehearse(({ doc }) => layQuestions(doc(roomId), waiting, server));
    return true;
  } catch (error) {
    if (error instanceof RefusedError) return false;
    throw error;
  }
}

async function layWaiting(
  { tx, doc, newId, random }: Doing<CommandKind>,
  { boardId, roomId }: { boardId: string; roomId: string },
): Promise<void> {
  const rows = await tx
    .delete(waitingQuestions)
    .where(eq(waitingQuestions.boardId, boardId))
    .returning({ exhibit: waitingQuestions.exhibitId, text: waitingQuestions.text });
  if (rows.length === 0) return;
  const laid = shuffled(rows, random).map((row) => ({ id: newId(), ...row }));
  layQuestions(doc(roomId), laid, server);
}

function galleryRoom(authority: Authority): string[] {
  const roomId = boardRoomId(authority, galleryOf(authority)?.id ?? null);
  return roomId === undefined ? [] : [roomId];
}
