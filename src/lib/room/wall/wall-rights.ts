/**
 * What the reader of a wall may change on it, from the stage and from the locks on the wall: the
 * screen greys by it and acts leave out what it forbids. The server guards the same rules again.
 */
import { authorsAreShown } from '#domain/exercises/choices';
import { exerciseById } from '#domain/exercises/registry';
import { groupPlaceHold, noteHold, placeHold, type HoldRule, type Writer } from '#document/holds';
import type { WallIndex } from '#document/wall-index';
import type { Stage } from '#protocol/stage';

export type WallRights = {
  /** Facilitates: locks and frees, and no lock binds them. */
  readonly facilitates: boolean;
  readonly writer: Writer;
};

/** Why a note or group may not be changed, and why not moved; null where it may. */
export type Holds = { readonly edit: HoldRule | null; readonly move: HoldRule | null };

export const free: Holds = Object.freeze({ edit: null, move: null });

/** Of nobody in particular: on a wall that is only looked at. */
export const noRights: WallRights = {
  facilitates: false,
  writer: { memberId: '', name: '', authorsShown: false, authorEdits: false },
};

/** @returns the reader's rights on the wall of the open step. */
export function rightsOn({ me, now, agenda }: Stage): WallRights {
  const step = now && agenda.find(({ id }) => id === now.stepId);
  const exercise = step ? exerciseById(step.exercise) : undefined;
  return {
    facilitates: me.role === 'facilitator',
    writer: {
      memberId: me.id,
      name: me.name,
      authorsShown: exercise !== undefined && authorsAreShown(exercise, step?.choices),
      authorEdits: now?.authorEdits ?? false,
    },
  };
}

export type HeldWall = {
  any: boolean;
  note(id: string): Holds;
  group(id: string): Holds;
};

/** Cheap where nothing is held, which is nearly always. */
export function heldOn(wall: WallIndex, { facilitates, writer }: WallRights): HeldWall {
  const isHeld =
    !facilitates &&
    (writer.authorEdits || isLockedAnywhere(wall.notes) || isLockedAnywhere(wall.groups));
  if (!isHeld) return { any: false, note: () => free, group: () => free };
  return {
    any: true,
    note: (id) => holds(noteHold(wall.notes.get(id), writer), placeHold(wall, id, writer)),
    group: (id) =>
      holds(wall.groups.get(id)?.locked ? 'locked' : null, groupPlaceHold(wall, id, writer)),
  };
}

function holds(edit: HoldRule | null, move: HoldRule | null): Holds {
  return edit === null && move === null ? free : { edit, move };
}

function isLockedAnywhere(things: ReadonlyMap<string, { locked: boolean }>): boolean {
  for (const { locked } of things.values()) if (locked) return true;
  return false;
}
