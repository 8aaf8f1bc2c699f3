/** Begins the trial run of the prototype: with the Decider and the interviewer there, or without with a reason. */
import { beginTrial as writeTrial } from '#document/kinds/prototype/operations';
import { plainPrototype } from '#document/kinds/prototype/plain';
import { mayBeginTrial, missingAtTrial } from '#domain/prototype/trial';
import { allowed, ensure, refused } from '#domain/refusal';
import { shownName } from '#domain/sprint/names';
import { decides } from '#domain/sprint/roles';
import type { Handler } from '#server/commands/command';
import { stepById } from '#server/commands/agenda/steps';
import { prototypeRoom } from '#server/commands/boards/prototype-scenes';
import type { Authority } from '#server/stage/authority';

const roomOf = (authority: Authority, stepId: string): string | undefined =>
  prototypeRoom(authority, stepById(authority, stepId)?.boardId ?? '');

export const beginTrial: Handler<'begin-trial'> = {
  rooms({ authority, command }) {
    const roomId = roomOf(authority, command.stepId);
    return roomId === undefined ? [] : [roomId];
  },
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const step = stepById(authority, command.stepId);
    if (!step) return refused('no-such-step');
    if (step.status !== 'open') return refused('step-not-open');
    return roomOf(authority, step.id) === undefined ? refused('no-such-board') : allowed;
  },
  // do
  async do({ authority, command, me, now, present, doc, newId }) {
    const roomId = roomOf(authority, command.stepId);
    if (roomId === undefined) return null;
    const prototype = doc(roomId);
    const { roles } = plainPrototype(prototype);
    const missing = missingAtTrial(
      authority.members.map((member) => ({
        decides: decides(member),
        interviews:
          member.duties.includes('interviewer') ||
          roles.some((one) => one.role === 'interviewer' && one.memberId === member.id),
        present: present.has(member.id),
      })),
    );
    ensure(mayBeginTrial(missing, command.reason));
    const reason = missing.length === 0 ? '' : command.reason;
    const by = shownName(me);
    writeTrial(prototype, newId(), { by, reason, missing, at: now.getTime() });
    return null;
  },
};
