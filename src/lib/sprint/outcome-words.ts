/** What the week may come to, in words. */
import type { SprintOutcome } from '#domain/votes/outcome';
import { m } from '$lib/paraglide/messages';

const names: Readonly<Record<SprintOutcome, { name: () => string; what: () => string }>> = {
  'efficient-failure': {
    name: m.outcome_efficient_failure,
    what: m.outcome_efficient_failure_what,
  },
  'flawed-success': { name: m.outcome_flawed_success, what: m.outcome_flawed_success_what },
  'epic-win': { name: m.outcome_epic_win, what: m.outcome_epic_win_what },
};

export function outcomeName(outcome: SprintOutcome): string {
  return names[outcome].name();
}

/** What it means, in a sentence. */
export function outcomeMeaning(outcome: SprintOutcome): string {
  return names[outcome].what();
}
