/**
 * Stand-ins in the museum: questions without a name, dots on what strikes them, what they say in the
 * critique, a dot with its reason, and the Decider's three dots and choice.
 */
import { addStandout } from '#document/kinds/gallery/operations';
import { plainGallery } from '#document/kinds/gallery/plain';
import type { StandoutSign } from '#document/kinds/gallery/records';
import { server } from '#document/origins';
import type { CommandInput } from '#protocol/commands';
import { PANEL_HEIGHT } from '#domain/sketches/panel';
import { writes } from '#domain/sprint/roles';
import { plainBox } from '#domain/votes/exhibit-box';
import { hashOf } from '#server/example/chance';
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
import { changeAs } from '#server/example/room-guard';
import { makerOf } from '#server/example/week/maker';
import { sketchDrawings } from '#server/example/week/story';
import type { Candidate, Dot, RoomRow } from '#server/stage/authority';

/** In ms of people's time. */
const LOOKS_MS = 8_000;
const THINKS_MS = 10_000;
/** Of the thirty that they have: most people keep some back. */
const HEAT_DOTS = 14;
/** Dots fall about so far from the middle of what they are for, in thousandths. */
const SCATTER = 34;

/** Each asks one question about a sketch that is not theirs. */
export async function askAround(moment: Moment): Promise<Pause> {
  const { authority, chance, watchedMs } = moment;
  if (watchedMs < LOOKS_MS) return LOOKS_MS - watchedMs;
  const gallery = await galleryIn(moment);
  if (!gallery) return null;
  const asked = new Set(authority.waitingQuestions.map(({ text }) => text));
  for (const { text } of gallery.plain.questions) asked.add(text);
  const asker = moment.standIns.find(
    (one) => writes(one.member) && !asked.has(makerOf(moment, one).question.text),
  );
  if (!asker) return null;
  const { sketchOf, text } = makerOf(moment, asker).question;
  const { exhibits } = gallery.plain;
  const exhibit = exhibits.find(({ title }) => title === titleOf(moment, sketchOf)) ?? exhibits[0];
  if (!exhibit) return null;
  await command(moment, asker, { kind: 'ask-question', exhibitId: exhibit.id, text });
  return between(3_000, 7_000, chance);
}

/** Dots on figures that speak to them, most on the sketches that they like best. */
export async function dotSketches(moment: Moment): Promise<Pause> {
  const { chance, watchedMs } = moment;
  if (watchedMs < LOOKS_MS) return LOOKS_MS - watchedMs;
  const voting = votingIn(moment);
  if (!voting) return null;
  const voters = moment.standIns.filter(
    (one) => voting.dotsOf(one).length > 0 && !isReady(moment, one),
  );
  const voter = oneOf(voters, chance);
  if (!voter) return null;
  const placed = voting.dotsOf(voter).filter(({ candidateId }) => candidateId !== null).length;
  const candidate = likedBy(voter, voting.choices)[
    Math.floor(chance() ** 1.6 * voting.choices.length)
  ];
  if (placed >= HEAT_DOTS || !candidate) {
    await sayReady(moment, voter);
    return between(1_500, 4_000, chance);
  }
  const place = spotOn(moment, candidate);
  const input = { kind: 'cast-dot', roundId: voting.roundId, candidateId: candidate.id, place };
  const answer = await command(moment, voter, input as CommandInput);
  if (!answer.ok && answer.refusal.code !== 'spot-full') await sayReady(moment, voter);
  return between(700, 2_200, chance);
}

/** What stands out and what worries, pinned while that sketch is talked about; its maker speaks last. */
export async function criticise(moment: Moment): Promise<Pause> {
  const { authority, story, chance, parts } = moment;
  const now = authority.sketches.find(({ critique }) => critique === 'now');
  const gallery = await galleryIn(moment);
  if (!now || !gallery) return null;
  const exhibit = gallery.plain.exhibits.find(({ id }) => id === now.exhibitId);
  if (!exhibit) return null;
  const maker = moment.standIns.find(({ member }) => member.id === now.memberId);
  const at = story.standIns.findIndex(({ name }) => name === maker?.persona.name);
  const says = story.week.critique[at] ?? story.week.otherCritique;
  const lines: [StandoutSign, string, StandIn | undefined][] = [
    ['standout', says.standout, speakerBeside(moment, maker)],
    ['worry', says.worry, speakerBeside(moment, maker)],
  ];
  if (now.revealed && 'missed' in says) lines.push(['missed', String(says.missed), maker]);
  const pinned = gallery.plain.standouts.filter((one) => one.exhibit === exhibit.id);
  const next = lines.find(([, text]) => !pinned.some((one) => one.text === text));
  const speaker = next?.[2];
  if (!next || !speaker) return null;
  const [sign, text] = next;
  const spot = { x: 780, y: PANEL_HEIGHT * (pinned.length % 3) + 120 };
  await changeAs(moment, speaker, gallery.room, (doc) => {
    const pin = { id: parts.random.newId(), exhibit: exhibit.id, sign, text };
    addStandout(doc, { ...pin, at: [spot.x, spot.y] }, server);
  });
  return between(5_000, 9_000, chance);
}

/** One dot with its reason, each on another's sketch. */
export async function pollWithReason(moment: Moment): Promise<Pause> {
  const { chance, watchedMs } = moment;
  if (watchedMs < LOOKS_MS) return LOOKS_MS - watchedMs;
  const voting = votingIn(moment);
  const voter =
    voting &&
    oneOf(
      moment.standIns.filter((one) => voting.dotsOf(one).length > 0 && !isReady(moment, one)),
      chance,
    );
  if (!voting || !voter) return null;
  if (voting.dotsOf(voter).some(({ candidateId }) => candidateId !== null)) {
    await sayReady(moment, voter);
    return between(1_500, 4_000, chance);
  }
  const { roundId, choices } = voting;
  const { sketchOf, text } = makerOf(moment, voter).poll;
  const argued = choices.find((one) => one.text === titleOf(moment, sketchOf));
  const candidate = argued ?? likedBy(voter, choices)[0];
  if (!candidate) return null;
  const reason = argued ? text : moment.story.week.otherCritique.standout;
  await command(moment, voter, { kind: 'cast-dot', roundId, candidateId: candidate.id, reason });
  return between(4_000, 8_000, chance);
}

/** The three dots of who decides, where a stand-in does: two on what is liked most, one on the next. */
export async function layDownSupervote(moment: Moment): Promise<Pause> {
  const { story, chance, watchedMs, authority } = moment;
  if (watchedMs < THINKS_MS) return THINKS_MS - watchedMs;
  const voting = votingIn(moment);
  const decider = voting && moment.standIns.find((one) => voting.dotsOf(one).length > 0);
  if (!voting || !decider) return null;
  const { roundId } = voting;
  const placed = voting.dotsOf(decider).filter(({ candidateId }) => candidateId !== null);
  if (placed.length === voting.dotsOf(decider).length) {
    const reason = story.week.supervote;
    await command(moment, decider, { kind: 'lay-down-supervote', roundId, reason });
    return null;
  }
  const dotsBefore = (exhibit: Candidate): number =>
    authority.candidates
      .filter((one) => one.roundId !== roundId && one.id === exhibit.id)
      .reduce((sum, { dots }) => sum + (dots ?? 0), 0);
  const [first, second] = voting.choices.toSorted((a, b) => dotsBefore(b) - dotsBefore(a));
  const next = placed.length < 2 ? first : (second ?? first);
  if (!next) return null;
  await command(moment, decider, { kind: 'cast-dot', roundId, candidateId: next.id });
  return between(3_000, 6_000, chance);
}

/** One prototype of all that won. */
export async function chooseOnePrototype(moment: Moment): Promise<Pause> {
  const { authority, step, story, watchedMs } = moment;
  const holder = authority.mandate?.memberId;
  const decider = moment.standIns.find(({ member }) =>
    holder === undefined ? member.decider : member.id === holder,
  );
  const isChosen = authority.decisions.some((one) => one.stepId === step.id);
  if (!decider || isChosen) return null;
  if (watchedMs < THINKS_MS) return THINKS_MS - watchedMs;
  await command(moment, decider, {
    ...{ kind: 'choose-prototypes', stepId: step.id },
    ...{ choice: 'all-in-one', reason: story.week.rumble },
  });
  return null;
}

async function galleryIn({
  authority,
  step,
  parts,
}: Moment): Promise<{ room: RoomRow; plain: ReturnType<typeof plainGallery> } | undefined> {
  const room = authority.rooms.find((one) => one.boardId !== null && one.boardId === step.boardId);
  return room && { room, plain: await parts.rooms.read(room.id, plainGallery) };
}

type Voting = {
  readonly roundId: string;
  readonly choices: readonly Candidate[];
  readonly dotsOf: (one: StandIn) => readonly Dot[];
};

function votingIn({ authority, step }: Moment): Voting | undefined {
  const round = authority.rounds.find((one) => one.stepId === step.id && one.status === 'open');
  if (!round) return undefined;
  return {
    roundId: round.id,
    choices: authority.candidates.filter((one) => one.roundId === round.id),
    dotsOf: ({ member }) =>
      authority.dots.filter((dot) => dot.roundId === round.id && dot.memberId === member.id),
  };
}

/** By taste, the same for the same person and sketch. */
function likedBy({ persona }: StandIn, choices: readonly Candidate[]): Candidate[] {
  const taste = ({ text }: Candidate): number => hashOf(`${persona.name} ${text}`);
  return choices.toSorted((a, b) => taste(b) - taste(a));
}

/** On a figure of the sketch, about; anywhere on one that none of them drew. */
function spotOn({ story, chance }: Moment, { text, exhibit }: Candidate): { x: number; y: number } {
  const { parts, partHeight } = exhibit ?? plainBox;
  const part = Math.floor(chance() * parts);
  const at = story.week.makers.findIndex(({ sketch }) => sketch.title === text);
  const drawn = oneOf(sketchDrawings[at]?.[part] ?? [], chance);
  const scattered = (middle: number): number => Math.round(middle + (chance() - 0.5) * 2 * SCATTER);
  const [x, y] = drawn
    ? [drawn[1] + drawn[3] / 2, drawn[2] + drawn[3] / 2]
    : [200 + chance() * 600, partHeight * (0.2 + chance() * 0.6)];
  const within = (one: number, most: number): number => Math.min(most - 5, Math.max(5, one));
  return {
    x: within(scattered(x), 1_000),
    y: part * partHeight + within(scattered(y), partHeight),
  };
}

function titleOf({ story }: Moment, place: number): string | undefined {
  return story.week.makers[place]?.sketch.title;
}

function speakerBeside(
  { standIns, chance }: Moment,
  maker: StandIn | undefined,
): StandIn | undefined {
  return oneOf(
    standIns.filter((one) => one !== maker && writes(one.member)),
    chance,
  );
}
