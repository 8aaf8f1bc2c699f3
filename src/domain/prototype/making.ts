/**
 * Who makes what of the prototype: the roles of Thursday, how far a scene is, and what is to be looked at
 * before it is shown. Pure; the document stores these words, the screen says them in the reader's language.
 */

/** In the order in which they are asked for. A person may hold several; makers may be several people. */
export const makingRoles = ['maker', 'stitcher', 'writer', 'collector', 'interviewer'] as const;
export type MakingRole = (typeof makingRoles)[number];

export const sceneStates = ['todo', 'busy', 'done'] as const;
export type SceneState = (typeof sceneStates)[number];

/** What stands on the checklist from the beginning: keys of words that are in the messages. */
export const consistencyChecks = [
  'check-names',
  'check-amounts',
  'check-dates',
  'check-tone',
  'check-look',
  'check-dead-ends',
  'check-start',
] as const;
export type ConsistencyCheck = (typeof consistencyChecks)[number];

type Assigned = { readonly role: MakingRole; readonly memberId: string };

/**
 * Who says how far a scene is: its owner, and who stitches the whole together; nobody else, and of a scene
 * that nobody owns the stitcher alone.
 */
export function maySetState(
  memberId: string,
  { ownerId, roles }: { readonly ownerId: string | null; readonly roles: readonly Assigned[] },
): boolean {
  if (memberId === ownerId) return true;
  return roles.some((one) => one.role === 'stitcher' && one.memberId === memberId);
}

/** Roles that nobody holds yet, in the order in which they are asked for. */
export function unfilledRoles(roles: readonly Pick<Assigned, 'role'>[]): MakingRole[] {
  return makingRoles.filter((role) => !roles.some((one) => one.role === role));
}

/** One tap: from not yet to busy to done, and then back to the first. */
export function nextState(state: SceneState): SceneState {
  return sceneStates[(sceneStates.indexOf(state) + 1) % sceneStates.length] ?? 'todo';
}

/**
 * Whose a fix is: its scene's owner; of a scene without one, and of what goes for all scenes, the first who
 * stitches. Null while there is nobody.
 */
export function fixOwner(
  sceneId: string | null,
  {
    scenes,
    roles,
  }: {
    readonly scenes: readonly { readonly id: string; readonly ownerId: string | null }[];
    readonly roles: readonly Assigned[];
  },
): string | null {
  const owner = scenes.find(({ id }) => id === sceneId)?.ownerId ?? null;
  return owner ?? roles.find(({ role }) => role === 'stitcher')?.memberId ?? null;
}
