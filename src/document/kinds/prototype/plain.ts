/**
 * The prototype as plain objects, each root in its order. Equal documents give equal plains. Reading
 * never throws; what does not fit its field reads as that field's neutral value.
 */
import type * as Y from 'yjs';
import { isWebAddress } from '#domain/demos/web-address';
import { linkStatuses, type LinkStatus } from '#domain/links/link-status';
import {
  makingRoles,
  sceneStates,
  type MakingRole,
  type SceneState,
} from '#domain/prototype/making';
import { trialWatchers, type TrialWatcher } from '#domain/prototype/trial';
import { prose, stored, word, type Stored } from '#document/kinds/stored-records';
import { byOrder } from '#document/order';
import { isRecordId } from '#document/records/fields';
import { readPicture, type StoredPicture } from '#document/shapes';

export type PlainRole = {
  id: string;
  role: MakingRole;
  memberId: string;
  /** The name that they had then. */
  name: string;
  order: string;
};
export type PlainScene = {
  id: string;
  /** The panel of the storyboard that it came from; null where somebody added it here. */
  panelId: string | null;
  /** Its place in the storyboard, from 1; 0 where it has none. */
  number: number;
  title: string;
  ownerId: string | null;
  owner: string;
  state: SceneState;
  /** When that was said, in ms; 0 while it was not. */
  stateAt: number;
  order: string;
};
export type PlainLink = {
  id: string;
  title: string;
  /** '' for none. */
  address: string;
  variant: string;
  version: string;
  ownerId: string | null;
  owner: string;
  /** Changes when somebody wants it looked at again. */
  asked: number;
  /** What the server saw at this address; null while it has not looked there. */
  check: LinkCheck | null;
  order: string;
};
export type LinkCheck = {
  status: LinkStatus;
  /** The other side lets its page stand in one of ours. */
  embeds: boolean;
  /** In ms. */
  at: number;
};
export type PlainThing = {
  id: string;
  title: string;
  place: string;
  bringerId: string | null;
  bringer: string;
  picture: StoredPicture | null;
  order: string;
};
export type PlainCheck = { id: string; says: string; text: string; done: boolean; order: string };
export type PlainFix = {
  id: string;
  /** Null: of all scenes, or of one that is gone. */
  sceneId: string | null;
  text: string;
  done: boolean;
  order: string;
};
export type PlainTrialQuestion = {
  id: string;
  /** The note of the sprint question that it is. */
  noteId: string | null;
  text: string;
  answered: boolean;
  order: string;
};
/** A trial run that was begun. */
export type PlainTrial = {
  id: string;
  by: string;
  /** Why it began without who was missing; '' where nobody was. */
  reason: string;
  missing: TrialWatcher[];
  /** In ms. */
  at: number;
};
export type PlainPrototype = {
  roles: PlainRole[];
  scenes: PlainScene[];
  links: PlainLink[];
  things: PlainThing[];
  items: PlainCheck[];
  fixes: PlainFix[];
  questions: PlainTrialQuestion[];
  /** The last one last. */
  trials: PlainTrial[];
};

export function plainPrototype(doc: Y.Doc): PlainPrototype {
  const all = <Plain extends { id: string; order: string }>(
    root: string,
    read: (record: Stored) => Omit<Plain, 'id' | 'order'>,
  ): Plain[] =>
    stored(doc, root)
      .map((one) => ({ ...read(one), id: one.id, order: word(one.get('order')) }) as Plain)
      .sort(byOrder);
  const scenes = all<PlainScene>('scenes', readScene);
  const there = new Set(scenes.map(({ id }) => id));
  return {
    roles: all<PlainRole>('roles', ({ get }) => ({
      role: makingRoles.find((role) => role === get('role')) ?? 'maker',
      ...{ memberId: refOf(get('member')) ?? '', name: word(get('name')) },
    })).filter(({ memberId }) => memberId !== ''),
    scenes,
    links: plainLinks(doc),
    things: all<PlainThing>('things', ({ get }) => ({
      ...{ title: prose(get('title')), place: prose(get('place')) },
      ...{ bringerId: refOf(get('bringer')), bringer: word(get('name')) },
      picture: readPicture(get('picture')),
    })),
    items: all<PlainCheck>('items', ({ get }) => ({
      says: word(get('says')),
      // What stands there from the beginning says nothing of its own.
      text: word(get('says')) === '' ? prose(get('text')) : '',
      done: get('done') === true,
    })),
    fixes: all<PlainFix>('fixes', ({ get }) => {
      const scene = refOf(get('scene'));
      return {
        sceneId: scene !== null && there.has(scene) ? scene : null,
        ...{ text: prose(get('text')), done: get('done') === true },
      };
    }),
    trials: plainTrials(doc),
    questions: all<PlainTrialQuestion>('questions', ({ get }) => ({
      ...{ noteId: refOf(get('note')), text: prose(get('text')) },
      answered: get('answered') === true,
    })),
  };
}

function plainTrials(doc: Y.Doc): PlainTrial[] {
  return stored(doc, 'trials')
    .map(({ id, get }): PlainTrial => {
      const missing = word(get('missing')).split(' ');
      return {
        ...{ id, by: word(get('by')), reason: word(get('reason')), at: instant(get('at')) },
        missing: trialWatchers.filter((watcher) => missing.includes(watcher)),
      };
    })
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** The links alone, each with what the server saw there. */
export function plainLinks(doc: Y.Doc): PlainLink[] {
  const checks = new Map(stored(doc, 'checked').map((one) => [one.id, one]));
  return stored(doc, 'links')
    .map((one): PlainLink => {
      const link = readLink(one);
      const check = checks.get(one.id);
      const isOfThis = check?.get('address') === link.address && link.address !== '';
      return {
        ...{ ...link, id: one.id, order: word(one.get('order')) },
        check: check && isOfThis ? readCheck(check) : null,
      };
    })
    .sort(byOrder);
}

/** Links that the server is to look at: those it did not see at this address, and those it was asked to see again. */
export function linksToLookAt(doc: Y.Doc): PlainLink[] {
  const asked = new Map(stored(doc, 'checked').map(({ id, get }) => [id, finite(get('asked'))]));
  return plainLinks(doc).filter(
    (link) => link.address !== '' && (link.check === null || asked.get(link.id) !== link.asked),
  );
}

/** Nothing was made of it yet; what stands on the checklist from the beginning does not count. */
export function isEmptyPrototype({ roles, scenes, links, things, fixes }: PlainPrototype): boolean {
  return [roles, scenes, links, things, fixes].every((records) => records.length === 0);
}

/** How many scenes are in each state. */
export function sceneCounts(scenes: readonly PlainScene[]): Readonly<Record<SceneState, number>> {
  const of = (state: SceneState): number => scenes.filter((one) => one.state === state).length;
  return { todo: of('todo'), busy: of('busy'), done: of('done') };
}

/** The variants that links name, in the order of their first link; one empty name where none has one. */
export function variantsOf(links: readonly PlainLink[]): string[] {
  const named = [...new Set(links.map(({ variant }) => variant.trim()))];
  return named.length === 0 ? [''] : named;
}

function readScene({ get }: Stored): Omit<PlainScene, 'id' | 'order'> {
  return {
    ...{ panelId: refOf(get('panel')), number: count(get('number')), title: prose(get('title')) },
    ...{ ownerId: refOf(get('owner')), owner: word(get('name')) },
    state: sceneStates.find((state) => state === get('state')) ?? 'todo',
    stateAt: instant(get('stateAt')),
  };
}

function readCheck({ get }: Stored): LinkCheck {
  return {
    status: linkStatuses.find((status) => status === get('status')) ?? 'unreachable',
    ...{ embeds: get('embeds') === true, at: instant(get('at')) },
  };
}

function readLink({ get }: Stored): Omit<PlainLink, 'id' | 'order' | 'check'> {
  const address = word(get('address'));
  return {
    ...{ title: prose(get('title')), address: isWebAddress(address) ? address : '' },
    ...{ variant: word(get('variant')), version: word(get('version')) },
    ...{ ownerId: refOf(get('owner')), owner: word(get('name')), asked: finite(get('asked')) },
  };
}

function finite(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function refOf(value: unknown): string | null {
  return typeof value === 'string' && isRecordId(value) ? value : null;
}

function count(value: unknown): number {
  return Math.max(0, Math.min(999, Math.trunc(finite(value))));
}

/** What no calendar has reads as never. */
function instant(value: unknown): number {
  const isInstant = typeof value === 'number' && value >= 0 && value <= 8.64e15;
  return isInstant ? value : 0;
}
