/** Writes what facilitators alone read, about a step or about the sprint; who had read an older text is refused. */
import { allowed, refused } from '#domain/refusal';
import { stepById } from './steps';
import { facilitatorNotes } from '#server/db/facilitation-tables';
import { SPRINT_NOTE, type Authority } from '#server/stage/authority';
import type { Handler } from '#server/commands/command';

export const writeFacilitatorNote: Handler<'write-facilitator-note'> = {
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    const { stepId, version } = command;
    if (stepId !== null && !stepById(authority, stepId)) return refused('no-such-step');
    return versionOf(authority, stepId) === version ? allowed : refused('changed-meanwhile');
  },
  // do
  async do({ tx, authority, command, now }) {
    const { stepId, text } = command;
    const version = versionOf(authority, stepId) + 1;
    const written = { text, version, updatedAt: now };
    await tx
      .insert(facilitatorNotes)
      .values({ sprintId: authority.sprint.id, about: stepId ?? SPRINT_NOTE, ...written })
      .onConflictDoUpdate({
        target: [facilitatorNotes.sprintId, facilitatorNotes.about],
        set: written,
      });
    return { version };
  },
};

/** 0 while nothing was written. */
function versionOf({ facilitatorNotes: notes }: Authority, stepId: string | null): number {
  return notes.find((note) => note.about === (stepId ?? SPRINT_NOTE))?.version ?? 0;
}
