/**
 * Composes the stage: what one reader may know of a sprint's authority. Pure. Secrecy lives here:
 * who is not a facilitator never gets the code, the links, others' piles or others' dots; nobody
 * gets what somebody else chose in an open round.
 */
import { authorEditsAlone, authorsAreShown } from '#domain/exercises/choices';
import type { PrivateKind } from '#domain/exercises/exercise';
import { privateKindOf } from '#domain/exercises/private-work';
import { exerciseOf } from '#domain/exercises/registry';
import { isGuessable } from '#domain/sprint/late-notes';
import { isCounted, type Moment } from '#domain/sprint/readiness';
import { writes } from '#domain/sprint/roles';
import { phaseKey } from '#domain/sprint/phase-key';
import { takesTurns } from '#domain/sprint/turns';
import { cursorsAreHidden, isHidden, type Phase } from '#domain/sprint/phases';
import type { MemberId } from '#domain/ids';
import { roomName } from '#protocol/rooms';
import type {
  PrivateRoomAddress,
  Stage,
  StageDecision,
  StageMember,
  StageNow,
} from '#protocol/stage';
import { PROTOCOL_VERSION } from '#protocol/version';
import { privateRoomOf, type Authority, type Member, type Step } from '#server/stage/authority';
import { initials, shownName } from '#domain/sprint/names';
import { accessTo } from '#server/rooms/access';
import type { PileFigures } from '#server/stage/pile-counts';
import { composeBeside, composePen, composeWinners } from '#server/stage/stage-beside';
import { composeCustomers } from '#server/stage/stage-customers';
import { composeMuseum, composeSketches } from '#server/stage/stage-museum';
import { composeEarlier, composeRound } from '#server/stage/stage-round';
import { composeScores } from '#server/stage/stage-scores';
import { composeClock, composeFacilitatorNotes, composeSprint } from '#server/stage/stage-sprint';
import { composeBoard, composeDecision, composeStep, isLocked } from '#server/stage/stage-step';

/**
 * @param presence members with a live socket now.
 * @param pileCounts notes with text per member for the wall of the open step.
 * @param now the server's clock, ms.
 */
export function composeStage(
  authority: Authority,
  reader: Member,
  presence: ReadonlySet<MemberId>,
  pileCounts: PileFigures,
  now: number,
): Stage {
  const { sprint } = authority;
  const open = authority.steps.find((step) => step.status === 'open');
  const isFacilitator = reader.role === 'facilitator';
  const moment = open && momentOf(authority, open);
  const people = { presence, open, moment };
  const members = authority.members.map((member) => composeMember(member, people));
  // The reader is here: this stage is on its way to them.
  const withReader = new Set([...presence, reader.id]);
  const me = composeMember(reader, { ...people, presence: withReader });
  const decisions = authority.decisions.map((decision) => composeDecision(authority, decision));
  return {
    version: sprint.version,
    protocol: PROTOCOL_VERSION,
    serverNow: now,
    sprint: composeSprint(authority, isFacilitator),
    me: {
      ...me,
      privateRooms: {
        pile: composePrivateRoom(authority, reader, 'pile'),
        pad: composePrivateRoom(authority, reader, 'pad'),
      },
      joinedAt: reader.joinedAt.getTime(),
    },
    members,
    agenda: authority.steps.map((step) => composeStep(authority, step, reader)),
    now: open ? composeNow(authority, reader, open, pileCounts, decisions) : null,
    sketches: composeSketches(authority, reader),
    museum: composeMuseum(authority, reader),
    customers: composeCustomers(authority, reader),
    scores: composeScores(authority, reader),
    clock: composeClock(sprint),
    facilitatorNotes: isFacilitator ? composeFacilitatorNotes(authority, open) : null,
    skippedPiles: isFacilitator ? skippedPiles(authority) : null,
    decisions,
  };
}

function composePrivateRoom(
  authority: Authority,
  { id: memberId }: Member,
  kind: PrivateKind,
): PrivateRoomAddress | null {
  const room = privateRoomOf(authority, memberId, kind);
  if (!room) return null;
  const { lineage, sprintId } = room;
  return {
    lineage,
    room: roomName({ kind: 'private', private: kind, ...{ sprintId, memberId, lineage } }),
  };
}

/** The facilitator knows how much lies in each pile, so also which one stayed behind; nobody else does. */
function skippedPiles({ rooms }: Authority): MemberId[] {
  return rooms.flatMap(({ memberId, kind, skippedAt }) =>
    memberId !== null && kind === 'pile' && skippedAt !== null ? [memberId] : [],
  );
}

function momentOf({ sprint, mandate }: Authority, open: Step): Moment {
  return {
    phase: open.phase as Phase,
    exercise: exerciseOf(open.exercise),
    choices: open.choices,
    template: sprint.template as 'five-day' | 'four-day',
    mandateRunning: mandate !== null,
  };
}

function composeMember(
  member: Member,
  {
    presence,
    open,
    moment,
  }: { presence: ReadonlySet<MemberId>; open: Step | undefined; moment: Moment | undefined },
): StageMember {
  // A stand-in of an example sprint has no socket: it is there whenever somebody looks.
  const present = member.example || presence.has(member.id);
  return {
    id: member.id,
    name: shownName(member),
    initials: initials(member),
    color: member.color,
    role: member.role,
    decider: member.decider,
    standIn: member.standIn,
    duties: member.duties,
    participates: member.participates,
    present,
    ready: open !== undefined && member.readyFor === phaseKey(open),
    counted: isCounted({ ...member, present }, moment),
    handRaisedAt: member.handRaisedAt?.getTime() ?? null,
    hasAccount: member.hasAccount,
    ...(member.example && { example: true }),
  };
}

/** @param notes with text in the reader's own pile for this wall, after it was revealed. */
function lateOf(authority: Authority, reader: Member, open: Step, notes: number): StageNow['late'] {
  const ofStep = authority.members.flatMap(({ id, handedIn }) =>
    handedIn?.stepId === open.id ? [{ memberId: id, noteIds: handedIn.noteIds }] : [],
  );
  const handedIn = ofStep.find(({ memberId }) => memberId === reader.id)?.noteIds ?? [];
  if (notes === 0 && handedIn.length === 0) return null;
  const named = authorsAreShown(exerciseOf(open.exercise), open.choices);
  return { handedIn, guessable: !named && isGuessable(reader.id, ofStep) };
}

function composeNow(
  authority: Authority,
  reader: Member,
  open: Step,
  pileCounts: PileFigures,
  decisions: readonly StageDecision[],
): StageNow {
  const phase = open.phase as Phase;
  const boardRoom = authority.rooms.find(
    (room) => room.boardId !== null && room.boardId === open.boardId,
  );
  const facilitates = reader.role === 'facilitator';
  const piles = Object.fromEntries(
    authority.members.flatMap(({ id }) => {
      const notes = pileCounts.get(id);
      return notes === undefined ? [] : [[id, notes] as const];
    }),
  );
  const total = Object.values(piles).reduce((sum, notes) => sum + notes, 0);
  // Later a pile that grows would say who came back just then, and how much is theirs on the wall.
  const written = isHidden(phase);
  return {
    stepId: open.id,
    phase,
    phaseKey: phaseKey(open),
    revealsAt: open.revealAt?.getTime() ?? null,
    board: composeBoard(authority, open, reader),
    // The same answer as at the room's door.
    boardWritable: boardRoom ? accessTo(boardRoom, reader, authority).kind === 'write' : false,
    boardLocked: isLocked(authority, open),
    authorEdits: authorEditsAlone(exerciseOf(open.exercise), open.choices),
    wideTools: open.wideTools,
    pileWritable:
      isHidden(phase) && writes(reader) && privateKindOf(exerciseOf(open.exercise)) === 'pile',
    // A museum hides them in every phase, as its room does.
    cursorsHidden: cursorsAreHidden(phase) || exerciseOf(open.exercise).kind === 'gallery',
    piles: facilitates && written ? piles : null,
    pileTotal: written ? total : 0,
    lateTotal: facilitates && !written ? total : null,
    late: written ? null : lateOf(authority, reader, open, piles[reader.id] ?? 0),
    admitsLate: open.admitsLate,
    round: composeRound(authority, reader, open),
    earlier: composeEarlier(authority, reader, open),
    decision: decisions.find((decision) => decision.stepId === open.id) ?? null,
    turn: takesTurns(exerciseOf(open.exercise), open.phase as Phase) ? open.turn : null,
    pen: composePen(authority, open),
    beside: composeBeside(authority, reader, open),
    winners: composeWinners(authority, open),
  };
}
