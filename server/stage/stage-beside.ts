/** What lies beside the open step: boards of earlier steps, the pen, and on a map the questions that were chosen. */
import { leavesOf } from '#domain/exercises/private-work';
import { exerciseOf } from '#domain/exercises/registry';
import type { Answerable } from '#domain/sketches/sketch-source';
import { roomName } from '#protocol/rooms';
import type { StageNow, StageWinner } from '#protocol/stage';
import { accessTo } from '#server/rooms/access';
import type { Authority, Member, Step } from '#server/stage/authority';
import { penOn } from '#server/stage/pens';
import { targetOf } from '#server/stage/stage-step';

/** Questions that hang ready beside a map, at most: more than a map can carry. */
const MOST_WINNERS = 12;

/** The latest board under each key that the exercise names, in that order. */
export function composeBeside(
  authority: Authority,
  reader: Member,
  open: Step,
): StageNow['beside'] {
  const { id: sprintId } = authority.sprint;
  return (exerciseOf(open.exercise).beside ?? []).flatMap((wall) => {
    const boards = authority.boards.filter((board) => board.wall === wall);
    const latest = boards.reduce<(typeof boards)[number] | undefined>(
      (last, board) => (last && last.createdAt >= board.createdAt ? last : board),
      undefined,
    );
    const room = latest && authority.rooms.find(({ boardId }) => boardId === latest.id);
    if (!latest || !room || room.boardId === null) return [];
    const { boardId, lineage } = room;
    const address = { kind: 'board', sprintId, boardId, lineage } as const;
    return [
      {
        board: { boardId, kind: latest.kind, lineage, room: roomName(address) },
        writable: accessTo(room, reader, authority).kind === 'write',
      },
    ];
  });
}

export function composePen(authority: Authority, open: Step): StageNow['pen'] {
  const pen = penOn(authority, open.boardId);
  return pen && { holder: pen.holder, askedBy: [...pen.askedBy] };
}

/** What the last closed vote on 'Hoe kunnen we' chose, where the open step works on a map or on ladders, or a sketch is made for it. */
export function composeWinners(authority: Authority, open: Step): StageWinner[] {
  const exercise = exerciseOf(open.exercise);
  const uses = ['map', 'ladders'].includes(exercise.kind) || leavesOf(exercise) === 'hand-in';
  return uses ? winnersIn(authority) : [];
}

/** What a sketch can be said to answer: the questions that were chosen, and the moment that the week aims at. */
export function answerableIn(authority: Authority): Answerable {
  const targets = authority.decisions.flatMap((decision) => targetOf(authority, decision) ?? []);
  const questions = winnersIn(authority).map(({ source }) => source);
  return { questions, chapter: targets.at(-1)?.chapterId ?? null };
}

function winnersIn(authority: Authority): StageWinner[] {
  const steps = new Set(
    authority.steps.filter(({ exercise }) => exercise === 'hmw-stemmen').map(({ id }) => id),
  );
  const round = authority.rounds.findLast(
    ({ stepId, status }) => steps.has(stepId) && status === 'closed',
  );
  if (!round) return [];
  return authority.candidates
    .filter(({ roundId, dots }) => roundId === round.id && (dots ?? 0) > 0)
    .sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0) || a.position - b.position)
    .slice(0, MOST_WINNERS)
    .map(({ id, text, dots }) => ({ source: `${round.id}/${id}`, text, dots: dots ?? 0 }));
}
