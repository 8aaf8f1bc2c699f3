/**
 * The Decider among the stand-ins, once the decision is asked for: the note with most dots (of
 * equals, the one that speaks to them most), with a reason that quotes it. Keeps still while a
 * person holds the mandate; a stand-in that holds it decides in the Decider's place.
 */
import { plainMap } from '#document/kinds/map/plain';
import { exerciseOf } from '#domain/exercises/registry';
import { shortened } from '#domain/text/cut';
import { command, type Moment, type Pause } from '#server/example/moment';
import { worthOf } from '#server/example/preference';
import { themeOf } from '#server/example/themes';

/** The Decider thinks for a moment first, so that the visitor may take a mandate. */
const THINKS_MS = 10_000;
/** A text in a reason is cut here. */
const QUOTED = 160;

export async function decideWinner(moment: Moment): Promise<Pause> {
  const { authority, step, story } = moment;
  const holder = authority.mandate?.memberId;
  const decider = moment.standIns.find(({ member }) =>
    holder === undefined ? member.decider : member.id === holder,
  );
  const isDecided = authority.decisions.some((one) => one.stepId === step.id);
  if (!decider || isDecided || !exerciseOf(step.exercise).deciderDecides) {
    return null;
  }
  if (moment.watchedMs < THINKS_MS) return THINKS_MS - moment.watchedMs;
  const round = authority.rounds.find((one) => one.stepId === step.id && one.status === 'closed');
  const choices = authority.candidates.filter((one) => one.roundId === round?.id);
  const most = Math.max(...choices.map((one) => one.dots ?? 0));
  const worth = ({ text }: { text: string }) => worthOf(text, decider.persona, story);
  const [winner] = choices
    .filter((one) => (one.dots ?? 0) === most)
    .toSorted((a, b) => worth(b) - worth(a));
  if (!winner) return null;
  const theme = themeOf(winner.text, story);
  const why = theme ? story.themes[theme].reason : story.otherReason;
  const quoted = shortened(winner.text.trim(), QUOTED);
  const actorId = await customerOn(moment);
  await command(moment, decider, {
    ...{ kind: 'decide', stepId: step.id, candidateId: winner.id, ...(actorId && { actorId }) },
    reason: `${story.choose(quoted)} ${why}`,
  });
  return null;
}

/** On a map the customer is chosen too: whoever the story is about, from its first chapter on. */
async function customerOn({ authority, step, parts }: Moment): Promise<string | undefined> {
  if (exerciseOf(step.exercise).kind !== 'map') return undefined;
  const room = authority.rooms.find((one) => one.boardId !== null && one.boardId === step.boardId);
  if (!room) return undefined;
  const { actors, chapters } = await parts.rooms.read(room.id, plainMap);
  const begins = actors.find(({ arrows }) =>
    arrows.some(({ chapterId }) => chapterId === chapters[0]?.id),
  );
  return (begins ?? actors[0])?.id;
}
