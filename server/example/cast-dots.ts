/**
 * Stand-ins in a vote: they put their dots by the rules of the command, one at a time, by what they
 * care about. A visitor's note counts like anybody's.
 */
import {
  between,
  command,
  isReady,
  oneOf,
  sayReady,
  type Moment,
  type Pause,
  type StandIn,
} from '#server/example/moment';
import { worthOf } from '#server/example/preference';
import type { Candidate, Dot } from '#server/stage/authority';

/** Chance of a second dot on what one chose already. */
const DOUBLES = 0.35;

export async function castDots(moment: Moment): Promise<Pause> {
  const { authority, chance, step } = moment;
  const round = authority.rounds.find((one) => one.stepId === step.id && one.status === 'open');
  if (!round) return null;
  const dotsOf = ({ member }: StandIn): Dot[] =>
    authority.dots.filter((dot) => dot.roundId === round.id && dot.memberId === member.id);
  const voters = moment.standIns.filter((one) => dotsOf(one).length > 0 && !isReady(moment, one));
  const voter = oneOf(voters, chance);
  if (!voter) return null;
  const dots = dotsOf(voter);
  if (dots.every((dot) => dot.candidateId !== null)) {
    await sayReady(moment, voter);
    return between(1_500, 4_000, chance);
  }
  const choices = authority.candidates.filter((one) => one.roundId === round.id);
  const candidate = choose(moment, voter, { choices, dots, perCandidate: round.perCandidate });
  if (!candidate) return null;
  const { id: candidateId } = candidate;
  await command(moment, voter, { kind: 'cast-dot', roundId: round.id, candidateId });
  return between(2_000, 5_500, chance);
}

function choose(
  { story, chance }: Moment,
  voter: StandIn,
  asked: { choices: readonly Candidate[]; dots: readonly Dot[]; perCandidate: number },
): Candidate | undefined {
  const placed = (id: string) => asked.dots.filter((dot) => dot.candidateId === id).length;
  const worth = ({ text }: Candidate) => worthOf(text, voter.persona, story);
  const open = asked.choices.filter(({ id }) => placed(id) < asked.perCandidate);
  const favourites = open.toSorted((a, b) => worth(b) - worth(a));
  const chosen = favourites.find(({ id }) => placed(id) > 0);
  if (chosen && chance() < DOUBLES) return chosen;
  return favourites.find(({ id }) => placed(id) === 0) ?? chosen;
}
