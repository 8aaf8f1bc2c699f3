/**
 * The wall in the order in which the list shows it: groups with their notes, then the loose notes. The
 * note with the caret stays in the section and between the notes where its field was opened, whatever
 * others do with it: an element that moves in the page loses the caret. Pure.
 */
import { pinnedOrder } from '$lib/plane/pinned-order';

type Grouped = { readonly id: string; readonly group: string | null };
type Group = { readonly id: string };
/** `group: null` are the loose notes. */
export type ListSection<G extends Group, N extends Grouped> = {
  readonly group: G | null;
  readonly notes: readonly N[];
};

/** @param tops the notes that lie open, in the order in which they are read. */
export function listSections<G extends Group, N extends Grouped>(
  groups: readonly G[],
  tops: readonly N[],
): ListSection<G, N>[] {
  const loose = tops.filter((note) => note.group === null);
  const sections: ListSection<G, N>[] = groups.map((group) => ({
    group,
    notes: tops.filter((note) => note.group === group.id),
  }));
  return loose.length > 0 ? [...sections, { group: null, notes: loose }] : sections;
}

/** @param shown as the list is now. @returns `wanted`, with the note that is written in where it is shown. */
export function pinnedSections<G extends Group, N extends Grouped>(
  wanted: readonly ListSection<G, N>[],
  shown: readonly ListSection<G, N>[],
  written: N | null,
): readonly ListSection<G, N>[] {
  const home = written && shown.find(({ notes }) => notes.includes(written));
  if (!home) return wanted;
  const keyOf = ({ group }: ListSection<G, N>): string => group?.id ?? '';
  const byKey = new Map<string, ListSection<G, N>>(
    wanted.map((section) => [
      keyOf(section),
      { ...section, notes: section.notes.filter((note) => note !== written) },
    ]),
  );
  const key = keyOf(home);
  // Its group may be gone as well: then the group stays as long as the field.
  const here = byKey.get(key) ?? { ...home, notes: [] };
  byKey.set(key, { ...here, notes: pinnedOrder(here.notes, home.notes, written) });
  return pinnedOrder(wanted.map(keyOf), shown.map(keyOf), key).flatMap((one) => {
    const section = byKey.get(one);
    return section && (section.group !== null || section.notes.length > 0) ? [section] : [];
  });
}
