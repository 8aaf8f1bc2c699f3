/** The line that a command leaves in the trail: what `domain/sprint/acts` keeps of it, and nothing else. */
import { keptOfAct, type ActDetail } from '#domain/sprint/acts';
import { nextPlanned } from '#domain/sprint/agenda';
import { closedLast } from '#domain/sprint/back-step';
import { shownName } from '#domain/sprint/names';
import type { CommandKind } from '#domain/sprint/permissions';
import type { ActDetails } from '#protocol/acts';
import type { Command } from '#protocol/commands';
import type { Asked } from '#server/commands/command';
import { memberById } from '#server/commands/people/membership';
import { openStepOf, stepById } from '#server/commands/agenda/steps';
import type { acts } from '#server/db/facilitation-tables';
import type { Authority, Step } from '#server/stage/authority';

type Kept = { readonly command: Command; readonly authority: Authority };

/** @returns the row without its id, or null for a command that leaves no line. Reads, changes nothing. */
export function actOf({
  command,
  authority,
  me,
  now,
}: Kept & Pick<Asked<CommandKind>, 'me' | 'now'>): Omit<typeof acts.$inferInsert, 'id'> | null {
  const kept: readonly ActDetail[] | null = keptOfAct[command.kind];
  if (kept === null) return null;
  const detail = Object.assign({}, ...kept.map((name) => detailOf[name]({ command, authority })));
  return {
    ...{ sprintId: authority.sprint.id, memberId: me.id, byName: shownName(me), at: now },
    ...{ kind: command.kind, detail },
  };
}

const detailOf: { readonly [D in ActDetail]: (from: Kept) => ActDetails } = {
  step: ({ command, authority }) => {
    if (command.kind === 'add-step') return stepNamed(command);
    const step = stepMeant(command, authority);
    return step ? stepNamed(step) : {};
  },
  person: ({ command, authority }) => {
    const id = 'memberId' in command ? command.memberId : null;
    const member = id === null ? undefined : memberById(authority, id);
    return member ? { person: shownName(member) } : {};
  },
  minutes: ({ command }) =>
    'minutes' in command && command.minutes !== undefined ? { minutes: command.minutes } : {},
  role: ({ command }) => ('role' in command ? { role: command.role } : {}),
  phase: ({ command }) => (command.kind === 'advance-phase' ? { phase: command.to } : {}),
  day: ({ command }) => ('day' in command ? { day: command.day } : {}),
  on: ({ command }) => {
    const on = switchOf(command);
    return on === undefined ? {} : { on };
  },
  count: ({ command }) => ('steps' in command ? { count: command.steps.length } : {}),
};

function stepNamed(step: { exercise: string; title?: string | null | undefined }): ActDetails {
  return { exercise: step.exercise, ...(step.title ? { title: step.title } : {}) };
}

/** The step that the line is about, as it stood before the command. */
function stepMeant(command: Command, authority: Authority): Step | undefined {
  const open = openStepOf(authority);
  switch (command.kind) {
    case 'next-step':
      return nextPlanned<Step>(authority.steps, open?.id ?? null) ?? undefined;
    case 'back-step': {
      const times = authority.steps.map((one) => {
        return { ...one, closedAt: one.closedAt?.getTime() ?? null };
      });
      return stepById(authority, closedLast(times)?.id ?? '');
    }
    case 'set-board-lock':
      return authority.steps.findLast((one) => one.boardId === command.boardId);
    default:
      return 'stepId' in command && command.stepId !== null
        ? stepById(authority, command.stepId)
        : open;
  }
}

function switchOf(command: Command): boolean | undefined {
  if ('admit' in command) return command.admit;
  if ('locked' in command) return command.locked;
  if ('wide' in command) return command.wide;
  if ('participates' in command) return command.participates;
  if ('along' in command) return command.along;
  if ('go' in command) return command.go;
  if ('skipped' in command) return command.skipped;
  return 'open' in command ? command.open : undefined;
}
