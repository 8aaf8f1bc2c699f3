/**
 * Authority: the SQL rows of one sprint as one immutable value. Read inside a command's transaction
 * to rule and to act; read after each commit into a cache from which the stage is composed and the
 * rooms are admitted. Never changed in memory.
 */
import type { candidates, decisions, dots, heatPlaces, rounds } from '#server/db/ballot-tables';
import type {
  boards,
  joinLinks,
  mandates,
  members,
  people,
  rooms,
  sprints,
  steps,
} from '#server/db/tables';
import type { facilitatorNotes } from '#server/db/facilitation-tables';
import type { sketches, takenAlong, waitingQuestions } from '#server/db/sketch-tables';
import type { askings, customerAnswers, customerLinks } from '#server/db/asking-tables';
import type { customers, taskResultRows } from '#server/db/interview-tables';
import type { PrivateKind } from '#domain/exercises/exercise';
import type { RoundId } from '#domain/ids';
import type { Duty, Role } from '#domain/sprint/roles';
import type { Place } from '#domain/votes/exhibit-box';
import type { HeatPlace } from '#domain/votes/heat';

export type Sprint = typeof sprints.$inferSelect;
export type Member = Omit<typeof members.$inferSelect, 'role' | 'duties'> & {
  role: Role;
  duties: Duty[];
  /** Holds the running mandate. */
  standIn: boolean;
  hasAccount: boolean;
};
export type Step = typeof steps.$inferSelect;
export type Board = typeof boards.$inferSelect;
export type RoomRow = typeof rooms.$inferSelect;
export type Round = typeof rounds.$inferSelect;
/** Of a sketch that was handed in, without what is on it. */
export type SketchRow = Omit<typeof sketches.$inferSelect, 'content'> & {
  /** Its maker as shown, also when they left; null once nobody is known to have made it. */
  readonly maker: { readonly name: string; readonly nameNumber: number } | null;
};
export type CustomerRow = typeof customers.$inferSelect;
export type TaskResultRow = typeof taskResultRows.$inferSelect;
export type AskingRow = typeof askings.$inferSelect;
export type CustomerAnswer = typeof customerAnswers.$inferSelect;
export type CustomerLink = typeof customerLinks.$inferSelect;
export type WaitingQuestion = typeof waitingQuestions.$inferSelect;
export type TakenAlong = typeof takenAlong.$inferSelect;
export type Candidate = typeof candidates.$inferSelect;
export type DotRow = typeof dots.$inferSelect;
/** With where its spot is, of a dot that has one. */
export type Dot = DotRow & { readonly place: Place | null };
export type HeatPlaceRow = typeof heatPlaces.$inferSelect;
export type Decision = typeof decisions.$inferSelect & {
  /** When the mandate was given on which a stand-in decided; null of the Decider's own. */
  readonly mandateGivenAt: Date | null;
};
export type Mandate = typeof mandates.$inferSelect;
export type JoinLink = typeof joinLinks.$inferSelect;
export type Person = typeof people.$inferSelect;
export type FacilitatorNoteRow = typeof facilitatorNotes.$inferSelect;

/** What a facilitator's note is about when it is not about a step. */
export const SPRINT_NOTE = 'sprint';

/** @returns the living private room of that kind; undefined of who has none. */
export function privateRoomOf(
  { rooms }: Pick<Authority, 'rooms'>,
  memberId: string,
  kind: PrivateKind,
): RoomRow | undefined {
  return rooms.find((room) => room.memberId === memberId && room.kind === kind);
}

export type Door = {
  /** Null: sealed with a key that is gone. */
  readonly code: string | null;
  /** By id of the link. */
  readonly tokens: ReadonlyMap<string, string>;
};

export type Authority = {
  readonly sprint: Sprint;
  /** Living members only, in order of joining. */
  readonly members: readonly Member[];
  /** In order of the agenda: day, then position. */
  readonly steps: readonly Step[];
  readonly boards: readonly Board[];
  /** Board rooms and private rooms of living members, of the lineage that lives. */
  readonly rooms: readonly RoomRow[];
  /** Rounds that are open or closed; `undone` ones only by their number per step. */
  readonly rounds: readonly Round[];
  readonly undoneRounds: Readonly<Record<string, number>>;
  readonly candidates: readonly Candidate[];
  readonly dots: readonly Dot[];
  /** Where dots lay in closed rounds, without whose they were. */
  readonly heatPlaces: readonly HeatPlaceRow[];
  /** Of open rounds, in the cache only: what is told of where dots lie. */
  readonly toldHeat: ReadonlyMap<RoundId, readonly HeatPlace[]>;
  /** Standing decisions, oldest first. */
  readonly decisions: readonly Decision[];
  readonly sketches: readonly SketchRow[];
  readonly waitingQuestions: readonly WaitingQuestion[];
  readonly takenAlong: readonly TakenAlong[];
  /** By number, reserves last. */
  readonly customers: readonly CustomerRow[];
  readonly taskResults: readonly TaskResultRow[];
  readonly askings: readonly AskingRow[];
  readonly customerAnswers: readonly CustomerAnswer[];
  readonly customerLinks: readonly CustomerLink[];
  readonly mandate: Mandate | null;
  readonly joinLinks: readonly JoinLink[];
  /** Opened, in the cache only, from which facilitators read them; a command has no use for them. */
  readonly door: Door | null;
  /** For facilitators only, like the code and the links. */
  readonly facilitatorNotes: readonly FacilitatorNoteRow[];
};
