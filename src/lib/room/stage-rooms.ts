/** Which rooms a stage names for its reader. Used by SprintRooms; reads the stage and nothing else. */
import { privateKindOf } from '#domain/exercises/private-work';
import { exerciseById } from '#domain/exercises/registry';
import { counts } from '#domain/sprint/roles';
import type { BoardAddress, Stage } from '#protocol/stage';

/** Whether the open step is worked on pads: each on their own. */
export function isOnPads(stage: Stage): boolean {
  const step = stage.agenda.find(({ status }) => status === 'open');
  const exercise = exerciseById(step?.exercise ?? '');
  return exercise !== undefined && privateKindOf(exercise) === 'pad';
}

/** The reader's pad while the open step is worked on it; null in any other step, and for who looks on. */
export function padRoomOf(stage: Stage): string | null {
  return isOnPads(stage) && counts(stage.me) ? (stage.me.privateRooms.pad?.room ?? null) : null;
}

export function boardsOf(stage: Stage): BoardAddress[] {
  const beside = stage.now?.beside.map(({ board }) => board) ?? [];
  return [...stage.agenda.map((step) => step.board), stage.now?.board, ...beside].flatMap(
    (board) => board ?? [],
  );
}

/** Every room of this member that lives now. */
export function currentRooms(stage: Stage): string[] {
  const rooms = boardsOf(stage).map((board) => board.room);
  for (const own of Object.values(stage.me.privateRooms)) if (own) rooms.push(own.room);
  return rooms.filter((room, at) => rooms.indexOf(room) === at).sort();
}

/** The grid is closed to its reader while they talk with a customer; it is the same board afterwards. */
export function isInterviewing({ customers, me }: Pick<Stage, 'customers' | 'me'>): boolean {
  return (customers ?? []).some(
    ({ state, interviewer }) => state === 'running' && interviewer === me.id,
  );
}
