/**
 * Stand-ins at the klantbeloften: behoeften in customers' words, what makes a belofte true, which the Decider
 * keeps, and the Decider's signature under what is sound.
 */
import { addBehoefte, addProof, setNorm } from '#document/kinds/ladders/operations';
import { ladderOf } from '#document/kinds/ladders/ladder-of';
import { plainLadders, setOf, type PlainLadders } from '#document/kinds/ladders/plain';
import { server } from '#document/origins';
import { fewestKept } from '#domain/klantbelofte/keeping';
import { signingLack } from '#domain/klantbelofte/signing';
import { writes } from '#domain/sprint/roles';
import {
  between,
  command,
  oneOf,
  type Moment,
  type Pause,
  type StandIn,
} from '#server/example/moment';
import { changeAs } from '#server/example/room-guard';
import type { RoomRow } from '#server/stage/authority';

/** In ms of people's time: the visitor may begin. */
const LOOKS_MS = 8_000;
const THINKS_MS = 10_000;
/** Of what was voted on. */
const KEPT = 5;

/** The needs come first: what is promised stands on them. */
export async function nameNeeds(moment: Moment): Promise<Pause> {
  const { story, chance, parts, watchedMs } = moment;
  if (watchedMs < LOOKS_MS) return LOOKS_MS - watchedMs;
  const board = await laddersIn(moment);
  const writer = writerIn(moment);
  if (!board || !writer) return null;
  const known = new Set(board.plain.behoeften.map(({ words }) => words.trim()));
  const next = story.testing.ladders.find(({ behoefte }) => !known.has(behoefte));
  if (!next) return null;
  await changeAs(moment, writer, board.room, (doc) => {
    addBehoefte(doc, { id: parts.random.newId(), words: next.behoefte, who: next.who }, server);
  });
  return between(3_000, 6_000, chance);
}

/** What makes each of their own beloften true, and in the last phase the signature of who decides. */
export async function prove(moment: Moment): Promise<Pause> {
  const { story, chance, parts, watchedMs, step } = moment;
  if (watchedMs < LOOKS_MS) return LOOKS_MS - watchedMs;
  const board = await laddersIn(moment);
  const writer = writerIn(moment);
  if (!board || !writer) return null;
  for (const { belofte: words, norm, proofs } of story.testing.ladders) {
    const belofte = board.plain.beloften.find((one) => one.words.trim() === words);
    if (!belofte || belofte.decided.version > 0) continue;
    const lacking = proofs.find(
      (proof) => !belofte.proofs.some((one) => one.words === proof.words),
    );
    if (belofte.norm !== null && !lacking) continue;
    await changeAs(moment, writer, board.room, (doc) => {
      if (belofte.norm === null) setNorm(doc, belofte.id, norm, server);
      else if (lacking) {
        addProof(doc, { id: parts.random.newId(), belofteId: belofte.id, ...lacking }, server);
      }
    });
    return between(2_500, 5_000, chance);
  }
  return step.exercise === 'belofte-keuze' ? sign(moment, board) : null;
}

/** Those with most dots, for the reason that the case gives. */
export async function keep(moment: Moment): Promise<Pause> {
  const { authority, step, story, watchedMs } = moment;
  const decider = deciderIn(moment);
  if (!decider || authority.decisions.some((one) => one.stepId === step.id)) return null;
  if (watchedMs < THINKS_MS) return THINKS_MS - watchedMs;
  const round = authority.rounds.findLast(
    (one) => one.stepId === step.id && one.status === 'closed',
  );
  const choices = authority.candidates.filter((one) => one.roundId === round?.id);
  const kept = choices
    .toSorted((a, b) => (b.dots ?? 0) - (a.dots ?? 0) || a.position - b.position)
    .slice(0, Math.max(KEPT, fewestKept(choices.length)))
    .map(({ id }) => id);
  if (kept.length === 0) return null;
  const reason = story.testing.keep;
  await command(moment, decider, { kind: 'keep-beloften', stepId: step.id, kept, reason });
  return null;
}

async function sign(moment: Moment, { plain }: { plain: PlainLadders }): Promise<Pause> {
  const { step, watchedMs, chance } = moment;
  const decider = deciderIn(moment);
  if (!decider || step.boardId === null) return null;
  if (watchedMs < THINKS_MS) return THINKS_MS - watchedMs;
  const behoefteOf = (id: string | null) => plain.behoeften.find((one) => one.id === id);
  const sound = setOf(plain).filter(
    (belofte) =>
      belofte.decided.version === 0 &&
      signingLack(ladderOf(behoefteOf(belofte.behoefteId), belofte, plain)) === null,
  );
  if (sound.length === 0) return null;
  const beloften = sound.map(({ id, decided }) => ({ id, seen: decided.version, reason: '' }));
  await command(moment, decider, { kind: 'sign-beloften', boardId: step.boardId, beloften });
  return between(4_000, 8_000, chance);
}

/** What a stand-in promises, each on the behoefte that it is about. */
export async function promises(
  moment: Moment,
  standIn: StandIn,
): Promise<readonly { text: string; about: string | null }[]> {
  const board = await laddersIn(moment);
  const { standIns, testing } = moment.story;
  return testing.ladders.flatMap(({ writer, belofte, behoefte }) => {
    if (standIns[writer] !== standIn.persona) return [];
    if (board?.plain.beloften.some(({ words }) => words.trim() === belofte)) return [];
    const about = board?.plain.behoeften.find(({ words }) => words.trim() === behoefte);
    return [{ text: belofte, about: about?.id ?? null }];
  });
}

async function laddersIn({
  authority,
  step,
  parts,
}: Moment): Promise<{ room: RoomRow; plain: PlainLadders } | undefined> {
  const room = authority.rooms.find((one) => one.boardId !== null && one.boardId === step.boardId);
  return room && { room, plain: await parts.rooms.read(room.id, plainLadders) };
}

function writerIn({ standIns, chance }: Moment): StandIn | undefined {
  return oneOf(
    standIns.filter(({ member }) => writes(member)),
    chance,
  );
}

function deciderIn({ authority, standIns }: Moment): StandIn | undefined {
  const holder = authority.mandate?.memberId;
  return standIns.find(({ member }) =>
    holder === undefined ? member.decider : member.id === holder,
  );
}
