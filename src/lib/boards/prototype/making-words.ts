/** What roles, states and the checklist of the prototype are called. */
import type { PlainCheck } from '#document/kinds/prototype/plain';
import type { ConsistencyCheck, MakingRole, SceneState } from '#domain/prototype/making';
import { m } from '$lib/paraglide/messages';

export const roleWords: Readonly<Record<MakingRole, { name: () => string; does: () => string }>> = {
  maker: { name: m.prototype_role_maker, does: m.prototype_does_maker },
  stitcher: { name: m.prototype_role_stitcher, does: m.prototype_does_stitcher },
  writer: { name: m.prototype_role_writer, does: m.prototype_does_writer },
  collector: { name: m.prototype_role_collector, does: m.prototype_does_collector },
  interviewer: { name: m.prototype_role_interviewer, does: m.prototype_does_interviewer },
};

export const stateWords: Readonly<Record<SceneState, () => string>> = {
  todo: m.prototype_state_todo,
  busy: m.prototype_state_busy,
  done: m.prototype_state_done,
};

const checks: Readonly<Record<ConsistencyCheck, () => string>> = {
  'check-names': m.prototype_check_names,
  'check-amounts': m.prototype_check_amounts,
  'check-dates': m.prototype_check_dates,
  'check-tone': m.prototype_check_tone,
  'check-look': m.prototype_check_look,
  'check-dead-ends': m.prototype_check_dead_ends,
  'check-start': m.prototype_check_start,
};

/** @returns the key itself of a line that nobody knows: a checklist made by a newer server. */
export function checkWords({ says, text }: Pick<PlainCheck, 'says' | 'text'>): string {
  if (says === '') return text.trim();
  return (checks as Readonly<Record<string, () => string>>)[says]?.() ?? says;
}

/** Which scene something is about: 'scène 4', or all of them. */
export function sceneWords(number: number): string {
  return number === 0 ? m.prototype_all_scenes() : m.prototype_scene_number({ number });
}
