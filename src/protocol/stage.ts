/**
 * The stage: what one reader's browser knows of authority. Composed by the
 * server per reader and pushed whole on `/live/<sprint>` at each change; never written by a client.
 * Instants are milliseconds since 1970 on the server's clock.
 */
import type {
  BoardId,
  CandidateId,
  Lineage,
  MemberId,
  NoteId,
  RoundId,
  SprintId,
  StepId,
} from '#domain/ids';
import type { DotWay, ExerciseBoard, PrivateKind } from '#domain/exercises/exercise';
import type { Refusal } from '#domain/refusal';
import type { Day } from '#domain/sprint/days';
import type { Phase, StepStatus } from '#domain/sprint/phases';
import type { Duty, Role } from '#domain/sprint/roles';
import type { ExhibitBox } from '#domain/votes/exhibit-box';
import type { BallotState, StageHeat, StageReason, StageSpot } from '#protocol/ballots';
import type { StageScores } from '#protocol/asking';
import type { StageCustomer } from '#protocol/customers';
import type { SprintOutcome } from '#domain/votes/outcome';
import type { PrototypeChoice } from '#domain/votes/supervote';
import type { StageMuseum, StageSketches } from '#protocol/museum';
import type { Reaction } from '#protocol/reactions';
import type { BoardView } from '#protocol/view';

export type StageMember = {
  id: MemberId;
  /** As shown: the name with its number where two people share it ("Anna 2"). */
  name: string;
  initials: string;
  /** Index into the six paper colours. */
  color: number;
  role: Role;
  decider: boolean;
  standIn: boolean;
  duties: Duty[];
  participates: boolean;
  /** Has a live socket open now. */
  present: boolean;
  /** Pressed 'Klaar' in the current phase. */
  ready: boolean;
  /** Is waited for: counts by role and is present. */
  counted: boolean;
  /** Since when the hand is up, in ms; null while it is down. */
  handRaisedAt: number | null;
  hasAccount: boolean;
  /** A stand-in of an example sprint: what they do comes from the server. */
  example?: true;
};

export type BoardAddress = {
  boardId: BoardId;
  kind: ExerciseBoard;
  lineage: Lineage;
  /** Room name for `/sync/`, see protocol/rooms.ts. */
  room: string;
};

/** `room`: its name for `/sync/`, see protocol/rooms.ts. */
export type PrivateRoomAddress = { room: string; lineage: Lineage };

export type StageStep = {
  id: StepId;
  day: Day;
  exercise: string;
  /** Own title where a facilitator gave one, else null (the exercise's own words). */
  title: string | null;
  minutes: number;
  status: StepStatus;
  /** Phase now, or last phase it had; null until it was opened. A planned step that has one was put back. */
  phase: Phase | null;
  /** Minutes it took, once done. */
  actualMinutes: number | null;
  /** When it was closed, in ms; null unless done. */
  closedAt: number | null;
  board: BoardAddress | null;
  /** The board is read-only for who does not facilitate. */
  boardLocked: boolean;
  hasDecision: boolean;
  choices: StepChoices;
};

/** What a facilitator chooses before a step starts. */
export type StepChoices = {
  authorShown?: boolean;
  authorEdits?: boolean;
  dots?: number;
  resultsLive?: boolean;
  facilitatorDraws?: boolean;
  question?: string;
};

export type StageClock =
  | { state: 'idle'; durationMs: number }
  | { state: 'running'; durationMs: number; deadlineAt: number }
  | { state: 'paused'; durationMs: number; remainingMs: number };

export type StageCandidate = {
  id: CandidateId;
  /** Text frozen when the round opened. */
  text: string;
  noteIds: NoteId[];
  groupLabel: string | null;
  /** Of what is seen rather than read. */
  exhibit: ExhibitBox | null;
};

export type StageRound = {
  id: RoundId;
  stepId: StepId;
  status: 'open' | 'closed';
  way: DotWay;
  candidates: StageCandidate[];
  /** The reader's own; null for who does not vote. Per candidate, the dots put on it. */
  mine: {
    budget: number;
    perCandidate: number;
    placed: Record<CandidateId, number>;
    /** Own spots, by their number on the exhibit, where dots have a place. */
    spots: StageSpot[];
    /** Own reasons, where a dot comes with one. */
    reasons: StageReason[];
  } | null;
  /** How far each voter is, where the results are live. Only sent to facilitators. */
  ballots: Record<MemberId, BallotState> | null;
  /** Where dots lie: after the close, and while it runs what is told of it where the results are live; else null. */
  heat: StageHeat | null;
  /** Everybody's, after the close, where voters are shown; else null. */
  reasons: (StageReason & { memberId: MemberId })[] | null;
  /** How many dots each voter has left; never on what. Only sent to facilitators, and not of one who votes alone. */
  left: Record<MemberId, { budget: number; left: number }> | null;
  /** Sum of the dots placed. While the round is open for who facilitates, and null where nobody is to know. */
  placed: number | null;
  /** Sum of the dots given out. */
  given: number;
  /** Null until the results are there for everybody. Most dots first, ties share a rank. */
  results:
    { candidateId: CandidateId; dots: number; rank: number; voters: MemberId[] | null }[] | null;
  /** True when an earlier round of this step was undone and this one is fresh. */
  fresh: boolean;
};

export type StageDecision = {
  stepId: StepId;
  candidateId: CandidateId | null;
  text: string;
  reason: string;
  by: string;
  /** Name of the Decider when a stand-in decided on a mandate. */
  onBehalfOf: string | null;
  /** When the mandate for that was given, in ms; null of the Decider's own. */
  mandateAt: number | null;
  decidedAt: number;
  /** Wordings before this one, oldest first, each with who changed it, when (ms) and why. */
  amended: { text: string; by: string; reason: string; at: number }[];
  /** On a map: the customer and the moment, by their ids on it; null of any other choice. */
  target: { actorId: string; chapterId: string } | null;
  /** Of the winners: one prototype of all, or two that compete; or what the week comes to. Null of any other choice. */
  choice: PrototypeChoice | SprintOutcome | null;
};

export type StageNow = {
  stepId: StepId;
  phase: Phase;
  /** Changes with each phase of each step; 'Klaar' is said of it. */
  phaseKey: string;
  /** When the hidden notes go to the wall and fields close, in ms; null while nothing counts down. */
  revealsAt: number | null;
  board: BoardAddress | null;
  /** Whether this reader may change the board now; the room enforces the same. */
  boardWritable: boolean;
  boardLocked: boolean;
  /** Notes may only be changed by who wrote them (facilitators excepted); the room guards the same. */
  authorEdits: boolean;
  /** Participants have every board tool, not only those of the step. */
  wideTools: boolean;
  /** Whether this reader may write into the private pile now. */
  pileWritable: boolean;
  cursorsHidden: boolean;
  /** Notes with text per hidden pile of this wall: how many, never what. To facilitators, while it is written. */
  piles: Record<MemberId, number> | null;
  /** Total over all piles, for everybody, while they are written; 0 in any other phase. */
  pileTotal: number;
  /** Notes that came after the reveal, in all piles together; only sent to facilitators. */
  lateTotal: number | null;
  /**
   * Of a reader with late notes: those handed in, and whether everybody could guess whose they are,
   * because nobody else handed any in. Null for everybody else.
   */
  late: { handedIn: NoteId[]; guessable: boolean } | null;
  /** The facilitator admits notes that came after the reveal. */
  admitsLate: boolean;
  round: StageRound | null;
  /** What was voted on this board in earlier steps in any other way than on notes: heat, poll, supervote. */
  earlier: StageRound[];
  decision: StageDecision | null;
  /** What on the board it is the turn of, by its id there; null where no turns are given now, or none is. */
  turn: string | null;
  /** On a storyboard: who draws, and who asked to, longest waiting first; null elsewhere. */
  pen: { holder: MemberId | null; askedBy: MemberId[] } | null;
  /** Boards of earlier steps that lie beside this one, and whether this reader may correct them now. */
  beside: { board: BoardAddress; writable: boolean }[];
  /** On a map what the vote on questions chose, to be pinned; where sketches are made, to be answered; on ladders, to be met; empty elsewhere. */
  winners: StageWinner[];
};

/** A question that got dots, most first. */
export type StageWinner = { source: string; text: string; dots: number };

/** A note that facilitators alone read. */
export type FacilitatorNote = { text: string; version: number };

export type StageJoinLink = { id: string; role: Role; decider: boolean; token: string };

export type Stage = {
  /** Rises with each change of authority in this sprint. */
  version: number;
  protocol: number;
  serverNow: number;
  sprint: {
    id: SprintId;
    name: string;
    challenge: string;
    language: 'nl' | 'en';
    videoUrl: string | null;
    startsOn: string;
    /** Where the last day was postponed to (yyyy-mm-dd), and why; null while it is where it was planned. */
    lastDayOn: string | null;
    lastDayReason: string;
    timeZone: string;
    template: 'five-day' | 'four-day';
    /** Date (yyyy-mm-dd) after which the sprint is deleted. */
    deleteAfter: string;
    doorOpen: boolean;
    /** Only sent to facilitators. */
    code: string | null;
    joinLinks: StageJoinLink[];
    /** When the first step was opened, in ms; null before. Who joined later is met by the late-comer's card. */
    startedAt: number | null;
    /** The long-term goal, once decided; on the wall all week. */
    goal: string | null;
    /** Until when an example sprint lives, in ms; null for a sprint of people. */
    exampleUntil: number | null;
  };
  me: StageMember & {
    /** The reader's own, by kind; null where there is none. */
    privateRooms: Record<PrivateKind, PrivateRoomAddress | null>;
    joinedAt: number;
  };
  members: StageMember[];
  agenda: StageStep[];
  now: StageNow | null;
  sketches: StageSketches | null;
  museum: StageMuseum | null;
  /** By number, reserves last; null for an expert, who is gone by then. */
  customers: StageCustomer[] | null;
  /** What customers answered, all together; null for an expert. */
  scores: StageScores | null;
  clock: StageClock;
  /** About the open step and about the sprint; null for who does not facilitate. */
  facilitatorNotes: { step: FacilitatorNote | null; sprint: FacilitatorNote | null } | null;
  /** Whose pile could not be read when hidden notes were laid; null for who does not facilitate. */
  skippedPiles: MemberId[] | null;
  /** Decisions of the week so far, oldest first: the late-comer's card and the agenda read them. */
  decisions: StageDecision[];
};

/** Server to browser on `/live/<sprint>`, one JSON text frame each. */
export type LiveDown =
  | { kind: 'stage'; stage: Stage }
  /** Answer to a clock probe. */
  | { kind: 'pong'; sentAt: number; serverNow: number }
  /** Said at least every 20 s, so that a silent line is noticed. */
  | { kind: 'here' }
  | { kind: 'reaction'; memberId: MemberId; reaction: Reaction }
  /** A facilitator asks for this person's attention. */
  | { kind: 'nudged'; by: string }
  /** A facilitator brings everybody to a place on a board. */
  | { kind: 'come'; by: string; boardId: BoardId; view: BoardView }
  | { kind: 'refused'; refusal: Refusal };
