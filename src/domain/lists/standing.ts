/**
 * What stands on a list from the beginning, by exercise: the keys of its headings and of what is to be
 * ticked off under each. The server seeds a board with them; their words are in the messages, so that
 * a list reads in the language of the sprint.
 */
export type StandingList = { readonly id: string; readonly items: readonly string[] };

export const standingLists = {
  opening: [
    {
      id: 'opening-people',
      items: ['opening-introduced', 'opening-decider', 'opening-facilitator'],
    },
    { id: 'opening-week', items: ['opening-walked', 'opening-hours', 'opening-absent'] },
    {
      id: 'opening-rules',
      items: [
        'opening-devices',
        'opening-one-talk',
        'opening-silence',
        'opening-decides',
        'opening-inside',
      ],
    },
  ],
} as const satisfies Readonly<Record<string, readonly StandingList[]>>;

type Lists = (typeof standingLists)[keyof typeof standingLists][number];
export type StandingListId = Lists['id'];
export type StandingItemId = Lists['items'][number];

/** @returns none for an exercise whose board is no list, or begins empty. */
export function standingListsOf(exercise: string): readonly StandingList[] {
  return Object.hasOwn(standingLists, exercise)
    ? standingLists[exercise as keyof typeof standingLists]
    : [];
}
