/**
 * What stands on a list from the beginning, by exercise: the keys of its headings and of what is to be
 * ticked off under each. The server seeds a board with them; their words are in the messages, so that
 * a list reads in the language of the sprint.
 */
export type StandingList = { readonly id: string; readonly items: readonly string[] };

export const standingLists = {
  voorbereiding: [
    {
      id: 'preparation-goal',
      items: ['preparation-challenge', 'preparation-measurable', 'preparation-scope'],
    },
    {
      id: 'preparation-team',
      items: ['preparation-expertise', 'preparation-decider', 'preparation-customers-voice'],
    },
    {
      id: 'preparation-experts',
      items: ['preparation-experts-asked', 'preparation-experts-slots'],
    },
    {
      id: 'preparation-days',
      items: [
        'preparation-calendars',
        'preparation-free',
        'preparation-place',
        'preparation-remote',
      ],
    },
    {
      id: 'preparation-things',
      items: [
        'preparation-screen',
        'preparation-paper',
        'preparation-tools',
        'preparation-trial-photo',
      ],
    },
  ],
  werving: [
    {
      id: 'recruiting-screener',
      items: ['recruiting-who', 'recruiting-questions', 'recruiting-spread'],
    },
    {
      id: 'recruiting-talks',
      items: ['recruiting-slots', 'recruiting-reserve', 'recruiting-reminder'],
    },
    { id: 'recruiting-consent', items: ['recruiting-consent-text', 'recruiting-incentive'] },
  ],
  gereedheid: [
    { id: 'readiness-people', items: ['readiness-decider', 'readiness-team', 'readiness-experts'] },
    { id: 'readiness-customers', items: ['readiness-reserve', 'readiness-consent'] },
    { id: 'readiness-room', items: ['readiness-tried', 'readiness-things'] },
  ],
  labcheck: [
    { id: 'lab-technology', items: ['lab-sound', 'lab-picture', 'lab-observers', 'lab-recording'] },
    { id: 'lab-customer', items: ['lab-consent', 'lab-prototype', 'lab-quiet', 'lab-thanks'] },
  ],
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
