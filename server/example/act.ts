/** A turn of the stand-ins of one sprint: what there is to do in the phase that is open. */
import { castDots } from '#server/example/cast-dots';
import { decideWinner } from '#server/example/decide-winner';
import { between, isReady, sayReady, type Moment, type Pause } from '#server/example/moment';
import { orderWall } from '#server/example/order-wall';
import { pinWinners } from '#server/example/pin-winners';
import { turnInWeek } from '#server/example/week/act-in-week';
import { writeHidden } from '#server/example/write-hidden';

/** In ms of people's time: they read before they vote, and before they say that they have read. */
const READS_BEFORE_VOTING_MS = 8_000;
const READS_RESULTS_MS = 9_000;

/** @returns the pause until the next turn; null when there is nothing to do for now. */
export async function act(moment: Moment): Promise<Pause> {
  const { phase, step, watchedMs } = moment;
  const own = turnInWeek(moment);
  if (own) return own(moment);
  switch (phase) {
    case 'writing':
      // They lay their pens down when the reveal counts down.
      return step.revealAt === null ? writeHidden(moment) : null;
    case 'grouping':
      return orderWall(moment);
    case 'voting':
      if (watchedMs < READS_BEFORE_VOTING_MS) return READS_BEFORE_VOTING_MS - watchedMs;
      return castDots(moment);
    case 'decision':
      return decideWinner(moment);
    case 'open':
      return pinWinners(moment);
    case 'reveal':
    case 'result':
      return readAndNod(moment);
  }
}

async function readAndNod(moment: Moment): Promise<Pause> {
  if (moment.watchedMs < READS_RESULTS_MS) return READS_RESULTS_MS - moment.watchedMs;
  const next = moment.standIns.find((one) => !isReady(moment, one));
  if (!next) return null;
  await sayReady(moment, next);
  return between(1_500, 4_000, moment.chance);
}
