/**
 * What a stand-in would do next on a wall that is being ordered: name a group, stack what says the
 * same, lay a loose note with its like, begin a group. Pure: the wall as it is, and what people hold
 * or have touched, which is never moved. Nothing that lies in a group or a stack is taken out of it.
 */
import type { PlainGroup, PlainNote, PlainWall } from '#document/plain';
import { groupBox, overlaps } from '#document/layout';
import type { Place } from '#document/schema';
import { themeKeys, type ExampleCase, type ThemeKey } from '#server/example/case';
import { GROUP_ID_PREFIX, GROUP_MOST, placeToBegin } from '#server/example/group-cell';
import { oneOf } from '#server/example/moment';
import { knownNotes, themeOf } from '#server/example/themes';

export type Move =
  | { readonly kind: 'label'; readonly groupId: string; readonly label: string }
  | { readonly kind: 'stack'; readonly noteId: string; readonly onto: string }
  | { readonly kind: 'place'; readonly noteId: string; readonly groupId: string }
  | { readonly kind: 'found'; readonly noteId: string; readonly at: Place };

export type Looking = {
  readonly wall: PlainWall;
  readonly story: ExampleCase;
  /** Notes that people hold or have touched. */
  readonly hands: ReadonlySet<string>;
  readonly chance: () => number;
};

/** @returns null when all that the stand-ins know has its place. */
export function nextMove(looking: Looking): Move | null {
  const { wall, story, hands, chance } = looking;
  const naming = wall.groups.find(
    ({ id, label, noteIds }) =>
      id.startsWith(GROUP_ID_PREFIX) && label.trim() === '' && noteIds.length > 1 && !hands.has(id),
  );
  if (naming) {
    const theme = themeOfGroup(naming, looking);
    if (theme) return { kind: 'label', groupId: naming.id, label: story.themes[theme].label };
  }
  const twins = chance() < 0.4 ? twinsOf(looking) : null;
  return twins ?? placing(looking) ?? twinsOf(looking);
}

/** A note or a whole stack that lies by itself, with words on it, and that nobody else has a hand on. */
function isFree(note: PlainNote, hands: ReadonlySet<string>): boolean {
  const isLoose = note.group === null && note.top === note.id && note.text.trim() !== '';
  return isLoose && !note.locked && ![note.id, ...note.beneath].some((id) => hands.has(id));
}

function placing(looking: Looking): Move | null {
  const { wall, story, hands, chance } = looking;
  const free = wall.notes.flatMap((note) => {
    const theme = isFree(note, hands) ? themeOf(note.text, story) : null;
    return theme ? [{ note, theme }] : [];
  });
  // A visitor's own notes come last: first they get the chance to do it themselves.
  const ours = free.filter(({ note }) => knownNotes(story).has(note.text.trim()));
  let left = ours.length > 0 ? ours : free;
  for (let found = oneOf(left, chance); found; found = oneOf(left, chance)) {
    const { note, theme } = found;
    const group = groupOf(theme, looking);
    if (group && mayGrow(group, wall)) {
      return { kind: 'place', noteId: note.id, groupId: group.id };
    }
    const alike = free.filter((one) => one.theme === theme);
    if (!group && alike.length > 1)
      return { kind: 'found', noteId: note.id, at: placeToBegin(note, looking) };
    // There is no place for any of this theme: a full wall is not asked again for each of them.
    left = left.filter((one) => one.theme !== theme);
  }
  return null;
}

/** Two that say the same, where the one to be moved is free and the other has no hand on it. */
function twinsOf({ wall, story, hands }: Looking): Move | null {
  const known = knownNotes(story);
  const twinOf = (note: PlainNote) => known.get(note.text.trim())?.twin ?? null;
  for (const note of wall.notes) {
    const isSingle = isFree(note, hands) && note.beneath.length === 0;
    const twin = isSingle ? twinOf(note) : null;
    if (!twin) continue;
    const other = wall.notes.find(
      (one) =>
        one.id !== note.id && one.top === one.id && !hands.has(one.id) && twinOf(one) === twin,
    );
    if (other) return { kind: 'stack', noteId: note.id, onto: other.id };
  }
  return null;
}

/** The group of a theme: by its name, else by what lies in it, whoever made it. */
function groupOf(theme: ThemeKey, looking: Looking): PlainGroup | undefined {
  const { wall, story } = looking;
  const label = story.themes[theme].label.toLowerCase();
  return (
    wall.groups.find((group) => group.label.trim().toLowerCase() === label) ??
    wall.groups.find((group) => !group.locked && themeOfGroup(group, looking) === theme)
  );
}

/** There is room for one more: not too many yet, and no other group in the way. */
function mayGrow(group: PlainGroup, wall: PlainWall): boolean {
  const tops = wall.notes.filter((note) => note.group === group.id && note.top === note.id).length;
  const box = groupBox({ at: [group.box.x, group.box.y] }, tops + 1);
  const others = wall.groups.filter(({ id }) => id !== group.id);
  return tops < GROUP_MOST && !others.some((other) => overlaps(other.box, box));
}

/** What most of a group is about. */
function themeOfGroup(group: PlainGroup, { wall, story }: Looking): ThemeKey | null {
  const texts = wall.notes.filter(({ id }) => group.noteIds.includes(id)).map(({ text }) => text);
  const counts = themeKeys.map((key) => {
    return { key, count: texts.filter((text) => themeOf(text, story) === key).length };
  });
  const most = counts.reduce((best, one) => (one.count > best.count ? one : best));
  return most.count * 2 > texts.length ? most.key : null;
}
