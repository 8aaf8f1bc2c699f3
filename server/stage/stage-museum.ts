/**
 * What a reader may know of sketches and of the museum: how many are in, who is not (facilitators alone),
 * and the makers that were told. Who made an exhibit before that is in nobody's stage.
 */
import { leavesOf } from '#domain/exercises/private-work';
import { exerciseOf } from '#domain/exercises/registry';
import { shownName } from '#domain/sprint/names';
import { counts } from '#domain/sprint/roles';
import type { StageMuseum, StageSketches } from '#protocol/museum';
import type { Authority, Member } from '#server/stage/authority';
import { supervoteOf } from '#server/stage/supervote';

/** Of the step in which sketches were drawn last; null before one was opened, and for who has no part in it. */
export function composeSketches(authority: Authority, reader: Member): StageSketches | null {
  const step = authority.steps.findLast(
    ({ exercise, openedAt }) => openedAt !== null && leavesOf(exerciseOf(exercise)) === 'hand-in',
  );
  const facilitates = reader.role === 'facilitator';
  if (!step || !(facilitates || counts(reader))) return null;
  const rows = authority.sketches.filter(({ stepId }) => stepId === step.id);
  const own = rows.filter(({ memberId }) => memberId === reader.id);
  const makers = new Set(rows.map(({ memberId }) => memberId));
  const sketchers = authority.members.filter(counts);
  return {
    stepId: step.id,
    handedIn: rows.length,
    of: sketchers.length,
    mine: own.map(({ place }) => place).sort(),
    hangs: own
      .filter(({ exhibitId }) => exhibitId !== null)
      .map(({ place }) => place)
      .sort(),
    missing: facilitates ? sketchers.filter(({ id }) => !makers.has(id)).map(({ id }) => id) : null,
  };
}

/** Null until it opened, and for an expert, who is gone by then. */
export function composeMuseum(authority: Authority, reader: Member): StageMuseum | null {
  const board = authority.boards.find(({ kind }) => kind === 'gallery');
  if (!board || reader.role === 'expert') return null;
  const here = authority.sketches.filter(({ boardId }) => boardId === board.id);
  const idsOf = (rows: typeof here): string[] =>
    rows.flatMap(({ exhibitId }) => exhibitId ?? []).sort();
  const told = here.flatMap(({ exhibitId, revealed, maker }) =>
    exhibitId !== null && revealed ? [[exhibitId, maker ? shownName(maker) : null] as const] : [],
  );
  return {
    boardId: board.id,
    makers: Object.fromEntries(told),
    critique: idsOf(here.filter(({ critique }) => critique === 'now'))[0] ?? null,
    talkedThrough: idsOf(here.filter(({ critique }) => critique === 'done')),
    winners: supervoteOf(authority)?.winners.flatMap(({ noteIds }) => noteIds) ?? [],
    takenAlong: Object.fromEntries(
      authority.takenAlong.map(({ exhibitId, byName }) => [exhibitId, byName]),
    ),
    waiting: authority.waitingQuestions
      .filter(({ memberId, boardId }) => memberId === reader.id && boardId === board.id)
      .map(({ id, exhibitId, text }) => ({ id, exhibitId, text })),
  };
}
