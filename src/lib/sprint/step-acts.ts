/** What a facilitator may do with one step of the week, as a menu; the domain's rules grey it. */
import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import CalendarArrowUp from '@lucide/svelte/icons/calendar-arrow-up';
import CheckCheck from '@lucide/svelte/icons/check-check';
import Play from '@lucide/svelte/icons/play';
import Repeat2 from '@lucide/svelte/icons/repeat-2';
import SkipForward from '@lucide/svelte/icons/skip-forward';
import Timer from '@lucide/svelte/icons/timer';
import Trash2 from '@lucide/svelte/icons/trash-2';
import { mayMove, mayOpenStep, mayRemove, mayRetime, maySkip } from '#domain/sprint/step-rules';
import type { StageStep } from '#protocol/stage';
import type { MenuItem } from '$lib/components/ui/Menu.svelte';
import type { StageClient } from '$lib/live/stage-client.svelte';
import { m } from '$lib/paraglide/messages';
import { stepsOf } from './agenda-view';
import { dayName, weekDays } from './week-days';

export function stepActs(client: StageClient, step: StageStep, onsettings: () => void): MenuItem[] {
  const stepId = step.id;
  const skipped = step.status === 'skipped';
  const movable = mayMove(step).allowed;
  const first: MenuItem =
    step.status === 'open'
      ? {
          label: m.sprint_close(),
          icon: CheckCheck,
          onselect: () => void client.send({ kind: 'close-step', stepId }),
        }
      : {
          label: m.sprint_open(),
          icon: Play,
          disabled: !mayOpenStep(step).allowed,
          onselect: () => void client.send({ kind: 'open-step', stepId }),
        };
  return [
    first,
    {
      label: m.sprint_settings(),
      icon: Timer,
      disabled: !mayRetime(step, step.minutes).allowed,
      onselect: onsettings,
    },
    { kind: 'line' },
    ...(movable ? moveItems(client, step) : []),
    {
      label: skipped ? m.sprint_unskip() : m.sprint_skip(),
      icon: SkipForward,
      disabled: !maySkip(step).allowed,
      onselect: () => void client.send({ kind: 'skip-step', stepId, skipped: !skipped }),
    },
    {
      label: m.sprint_repeat(),
      icon: Repeat2,
      onselect: () => void client.send({ kind: 'repeat-step', stepId }),
    },
    {
      label: m.sprint_remove(),
      icon: Trash2,
      danger: true,
      disabled: !mayRemove(step).allowed,
      onselect: () => void client.send({ kind: 'remove-step', stepId }),
    },
  ];
}

/** Earlier, later, and each other day: moving without a drag. */
function moveItems(client: StageClient, step: StageStep): MenuItem[] {
  const { stage } = client;
  const ofDay = stepsOf(stage, step.day);
  const at = ofDay.findIndex((one) => one.id === step.id);
  const move = (day: StageStep['day'], before: string | null): void =>
    void client.send({ kind: 'move-step', stepId: step.id, day, before });
  return [
    {
      label: m.sprint_earlier(),
      icon: ArrowUp,
      disabled: at <= 0,
      onselect: () => move(step.day, ofDay[at - 1]?.id ?? null),
    },
    {
      label: m.sprint_later(),
      icon: ArrowDown,
      disabled: at === ofDay.length - 1,
      onselect: () => move(step.day, ofDay[at + 2]?.id ?? null),
    },
    ...weekDays(stage.sprint.template)
      .filter((day) => day !== step.day)
      .map((day): MenuItem => ({
        label: m.sprint_to_day({ day: dayName(day) }),
        icon: CalendarArrowUp,
        onselect: () => move(day, null),
      })),
    { kind: 'line' },
  ];
}
