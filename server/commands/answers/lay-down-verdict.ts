/**
 * The Decider lays down the verdict on a sprint question, or another in its place with the reason why. Each is a
 * row that nothing changes; the last one stands on the grid for all. What the answers propose lays down nothing.
 */
import { layVerdict } from '#document/kinds/grid/operations';
import { plainGrid } from '#document/kinds/grid/plain';
import { answersOf } from '#document/kinds/grid/plain-answers';
import { gridLimits } from '#document/kinds/grid/records';
import { server } from '#document/origins';
import { allowed, ensure, refused, RefusedError } from '#domain/refusal';
import { shownName } from '#domain/sprint/names';
import { answerCounts, mayLayVerdict } from '#domain/tests/verdict';
import { cutText } from '#domain/text/cut';
import { openStepOf } from '#server/commands/agenda/steps';
import { answersQuestions, gridRoomOf } from '#server/commands/answers/lay-questions';
import type { Handler } from '#server/commands/command';
import { verdictRows } from '#server/db/verdict-tables';

export const layDownVerdict: Handler<'lay-down-verdict'> = {
  rooms({ authority, command }) {
    const room = gridRoomOf(authority, command.boardId);
    return room === undefined ? [] : [room];
  },
  // who: the runner asked permissions.
  // whether
  whether({ authority, command }) {
    if (gridRoomOf(authority, command.boardId) === undefined) return refused('no-such-board');
    const open = openStepOf(authority);
    const isOpen = open !== undefined && answersQuestions(open) && open.boardId === command.boardId;
    return isOpen ? allowed : refused('step-not-open');
  },
  // do
  async do({ tx, authority, me, command, newId, now, doc }) {
    const { boardId, questionId, verdict, text: words, seen, reason } = command;
    const roomId = gridRoomOf(authority, boardId);
    if (roomId === undefined) throw new Error('a board that was ruled upon has no room');
    const board = doc(roomId);
    const question = plainGrid(board).questions.find(({ id }) => id === questionId);
    if (!question) throw new RefusedError('question-gone');
    const answers = answersOf(question);
    const version = question.verdict?.version ?? 0;
    ensure(mayLayVerdict({ answers, words, version, seen, reason }));
    const counts = answerCounts(answers);
    // The Decider decides in their own name, whoever else holds a mandate.
    const onBehalfOf = me.decider ? null : (authority.mandate?.onBehalfOf ?? null);
    const laid = {
      ...{ version: version + 1, verdict, words },
      question: cutText(question.text.trim(), gridLimits.question),
      ...{ yes: counts.yes.count, partly: counts.partly.count, no: counts.no.count },
      reason: version > 0 ? reason : '',
    };
    await tx.insert(verdictRows).values({
      ...{ id: newId(), sprintId: authority.sprint.id, boardId, questionId, ...laid },
      ...{ byName: shownName(me), byMemberId: me.id, onBehalfOf, laidAt: now },
    });
    layVerdict(
      board,
      questionId,
      { ...laid, by: shownName(me), onBehalfOf: onBehalfOf ?? '', at: now.getTime() },
      server,
    );
    return null;
  },
};
