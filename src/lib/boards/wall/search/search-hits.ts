/** Which notes and groups a search finds: letters count, capitals and accents do not. Pure. */
export type Hit = { readonly kind: 'note' | 'group'; readonly id: string };

export type Searched = {
  /** In reading order; `text` holds also the words of what lies beneath it in a stack. */
  readonly notes: readonly { readonly id: string; readonly text: string }[];
  readonly groups: readonly { readonly id: string; readonly label: string }[];
};

export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** @returns group names first, then notes in the order given; nothing for a query without letters. */
export function hitsOf(query: string, { notes, groups }: Searched): Hit[] {
  const wanted = folded(query.trim());
  if (wanted === '') return [];
  const inGroups = groups.filter(({ label }) => folded(label).includes(wanted));
  const inNotes = notes.filter(({ text }) => folded(text).includes(wanted));
  return [
    ...inGroups.map(({ id }): Hit => ({ kind: 'group', id })),
    ...inNotes.map(({ id }): Hit => ({ kind: 'note', id })),
  ];
}
