/**
 * The sprint questions as Friday answers them: in Monday's rank, the leading one first. Pure; the server asks
 * it as it lays them beside the test.
 */

/** More sprint questions than these nobody answers in a day. */
export const MOST_QUESTIONS = 20;

export type AskedQuestion = { readonly id: string; readonly text: string };

/** How the vote on Monday ended: a question as it was frozen, by the ids of its notes. */
export type VotedQuestion = {
  readonly noteIds: readonly string[];
  readonly text: string;
  readonly dots: number;
};

export type RankedQuestion = AskedQuestion & { readonly leading: boolean };

/**
 * The one that the Decider marked, then by dots, then in the order of the wall; those that nobody voted on last.
 * @param asked as they stand on the wall now; where the wall cannot be read, none: then those of the vote.
 * @param leading any of the notes of the one that the Decider marked, with its words as they stand now.
 */
export function rankedQuestions(
  asked: readonly AskedQuestion[],
  {
    voted,
    leading,
  }: {
    voted: readonly VotedQuestion[];
    leading: { readonly noteIds: readonly string[]; readonly text: string } | null;
  },
): RankedQuestion[] {
  const all =
    asked.length > 0
      ? asked
      : voted.flatMap(({ noteIds: [id], text }) => (id === undefined ? [] : [{ id, text }]));
  const dotsOf = (id: string): number =>
    voted.find(({ noteIds }) => noteIds.includes(id))?.dots ?? -1;
  return all
    .map(({ id, text }): RankedQuestion => {
      const leads = leading?.noteIds.includes(id) ?? false;
      return { id, text: leads ? (leading?.text ?? text) : text, leading: leads };
    })
    .toSorted((a, b) => Number(b.leading) - Number(a.leading) || dotsOf(b.id) - dotsOf(a.id))
    .slice(0, MOST_QUESTIONS);
}
