/**
 * A link that opens one thing on the maker's own phone: the page that photographs paper for their pad in that
 * step. It makes no session and no member; whoever holds it can add a photograph to that pad, and read nothing.
 */
import { exerciseOf } from '#domain/exercises/registry';
import { privateKindOf } from '#domain/exercises/private-work';
import { allowed, refused } from '#domain/refusal';
import { counts } from '#domain/sprint/roles';
import { paperPath } from '#protocol/paper';
import { secretHash } from '#server/auth/tokens';
import type { Handler } from '#server/commands/command';
import { stepById } from '#server/commands/agenda/steps';
import { tickets } from '#server/db/tables';
import { privateRoomOf } from '#server/stage/authority';

/** To take up a phone and scan it. Once it is open there, it stays so longer. */
const VALID_MS = 10 * 60_000;

export const makePaperLink: Handler<'make-paper-link'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, me, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    if (me.personId === null) return refused('no-such-member');
    if (!counts(me)) return refused('not-your-role');
    const isOnPad = privateKindOf(exerciseOf(step.exercise)) === 'pad';
    return isOnPad && privateRoomOf(authority, me.id, 'pad') ? allowed : refused('no-such-board');
  },
  // do
  async do({ tx, authority, me, command, sessionId, now, newSecret }) {
    const token = newSecret();
    const expiresAt = new Date(now.getTime() + VALID_MS);
    await tx.insert(tickets).values({
      ...{ hash: secretHash(token), kind: 'paper', personId: me.personId, sessionId, expiresAt },
      ...{ sprintId: authority.sprint.id, stepId: command.stepId, createdAt: now },
    });
    return { path: paperPath(token), expiresAt: expiresAt.getTime() };
  },
};
