/** Words for how far a talk with a customer is. */
import type { CustomerState } from '#domain/tests/customers';
import { m } from '$lib/paraglide/messages';

const names: Readonly<Record<CustomerState, () => string>> = {
  planned: m.testing_state_planned,
  running: m.testing_state_running,
  done: m.testing_state_done,
  missed: m.testing_state_missed,
  withdrawn: m.testing_state_withdrawn,
};

export function stateName(state: CustomerState): string {
  return names[state]();
}
