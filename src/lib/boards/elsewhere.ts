/**
 * What a board reads of the rest of the week: boards of other steps, opened when somebody looks for something on them, and
 * only read.
 */
import { resolve } from '$app/paths';
import type { BoardAddress, Stage, StageStep, StageWinner } from '#protocol/stage';
import type { OpenBoard } from '$lib/boards/followed.svelte';

export type Elsewhere = {
  agenda(): readonly StageStep[];
  /** What the vote on questions chose; empty where it is not told. */
  winners(): readonly StageWinner[];
  look(board: BoardAddress): OpenBoard & { destroy(): unknown };
  /** Where that board stands whole: in the room while its step is open, else on the page of its last step. */
  pageOf(board: BoardAddress): string;
};

/** @param look opens a board that is only read. */
export function elsewhereOf(
  client: { readonly stage: Pick<Stage, 'agenda' | 'now' | 'sprint'> },
  look: Elsewhere['look'],
): Elsewhere {
  const sprintId = (): string => client.stage.sprint.id;
  return {
    agenda: () => client.stage.agenda,
    winners: () => client.stage.now?.winners ?? [],
    look,
    pageOf({ boardId }) {
      const { agenda, now } = client.stage;
      const step = agenda.findLast(({ board }) => board?.boardId === boardId);
      return now?.board?.boardId === boardId || !step
        ? resolve('/sprint/[sprintId]', { sprintId: sprintId() })
        : resolve('/sprint/[sprintId]/step/[stepId]', { sprintId: sprintId(), stepId: step.id });
    },
  };
}

/** The latest board of that kind on the agenda; null where there is none. */
export function latestOf(
  { agenda }: Pick<Elsewhere, 'agenda'>,
  kind: BoardAddress['kind'],
): BoardAddress | null {
  return agenda().findLast(({ board }) => board?.kind === kind)?.board ?? null;
}
