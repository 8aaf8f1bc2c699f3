/**
 * A sprint with everybody in it, on a real PostgreSQL, with the real rooms and commands but without
 * http: the ground on which the commands are tried. One world may share a database with others.
 */
import { nanoid } from 'nanoid';
import type * as Y from 'yjs';
import type { Session } from '#server/auth/session';
import { members, people, sessions, sprints, steps } from '#server/db/tables';
import { createHistory, type History } from '#server/history/history';
import { privateRoomOf, type Authority } from '#server/stage/authority';
import { ensurePrivateRooms } from '#server/store/private-rooms';
import type { CommandAnswer, CommandInput } from '#protocol/commands';
import type { BoardMoment } from '#protocol/history';
import type { PrivateKind } from '#domain/exercises/exercise';
import type { Phase } from '#domain/sprint/phases';
import type { Role } from '#domain/sprint/roles';
import { addPileNote } from '#document/boards/pile';
import { local } from '#document/origins';
import { plainPile, plainWall, type PlainPileNote, type PlainWall } from '#document/plain';
import type { Ground } from '#tests/support/ground';
import { doorKeys } from '#tests/support/door-keys';
import { codeColumns } from '#server/store/door-secrets';

/** Everybody a command can come from. */
export const actors = [
  'facilitator',
  'deelnemer',
  'expert',
  'waarnemer',
  'beslisser',
  'stand-in',
  'stranger',
  'removed',
  'signed-out',
] as const;
export type Actor = (typeof actors)[number];

/** Members beside the actors: a second facilitator, and a participant with an account. */
export type Cast = Exclude<Actor, 'signed-out' | 'stranger'> | 'co' | 'account';

const roleOf: Record<Cast, Role> = {
  facilitator: 'facilitator',
  deelnemer: 'deelnemer',
  expert: 'expert',
  waarnemer: 'waarnemer',
  beslisser: 'deelnemer',
  'stand-in': 'deelnemer',
  removed: 'deelnemer',
  co: 'facilitator',
  account: 'deelnemer',
};
export const cast = Object.keys(roleOf) as Cast[];

const agenda = ['experts', 'hmw', 'hmw-ordenen', 'hmw-stemmen', 'doel', 'lunch', 'note-en-stem'];

export class World {
  readonly ground: Ground;
  readonly sprintId = nanoid();
  readonly memberIds = {} as Record<Cast, string>;
  readonly stepIds: Record<string, string> = {};
  readonly sessions: Record<Actor | Cast, Session | null>;

  private constructor(ground: Ground) {
    this.ground = ground;
    const people = [...cast, 'stranger'].map((who) => [who, this.sessionOf(who)]);
    this.sessions = { ...Object.fromEntries(people), 'signed-out': null };
  }

  static async make(ground: Ground): Promise<World> {
    const world = new World(ground);
    await world.write();
    return world;
  }

  private sessionOf(who: string): Session {
    return {
      id: nanoid(),
      personId: nanoid(),
      name: who,
      email: null,
      onlySprintId: null,
      expiresAt: new Date(Date.now() + 3_600_000),
    };
  }

  private async write(): Promise<void> {
    const { db, clock } = this.ground;
    const { sprintId } = this;
    const now = clock.now();
    const hasAccount = new Set(['facilitator', 'co', 'account']);
    await db.transaction(async (tx) => {
      await tx.insert(people).values(
        [...cast, 'stranger'].map((who) => {
          const id = this.sessions[who as Cast]?.personId ?? '';
          const account = { email: `${id}@example.org`, passwordHash: 'x' };
          return { id, name: who, ...(hasAccount.has(who) ? account : {}) };
        }),
      );
      await tx.insert(sessions).values(
        [...cast, 'stranger'].flatMap((who) => {
          const session = this.sessions[who as Cast];
          return session ? [{ ...session, userId: session.personId }] : [];
        }),
      );
      await tx.insert(sprints).values({
        id: sprintId,
        name: 'Proefsprint',
        language: 'nl',
        template: 'five-day',
        startsOn: '2030-01-07',
        deleteAfter: '2030-04-11',
        ...codeColumns(doorKeys, sprintId, nanoid()),
      });
      await tx.insert(members).values(
        cast.map((who, index) => {
          const id = (this.memberIds[who] = nanoid());
          return {
            id,
            sprintId,
            personId: this.sessions[who]?.personId ?? null,
            name: who,
            role: roleOf[who],
            decider: who === 'beslisser',
            participates: who === 'facilitator',
            joinedAt: new Date(now.getTime() + index),
            removedAt: who === 'removed' ? now : null,
          };
        }),
      );
      await tx.insert(steps).values(
        agenda.map((exercise, index) => {
          const id = (this.stepIds[exercise] = nanoid());
          return { id, sprintId, day: 1, position: `a${index}`, exercise, minutes: 10 };
        }),
      );
      await ensurePrivateRooms(tx, sprintId, { newId: () => nanoid() });
    });
    await this.must('facilitator', {
      kind: 'give-mandate',
      memberId: this.memberIds['stand-in'],
      reason: 'in de trein',
    });
  }

  run(who: Actor | Cast, command: CommandInput): Promise<CommandAnswer> {
    return this.ground.commands.run(this.sessions[who], this.sprintId, command);
  }

  /** Runs a command that is to be accepted. @returns its result. */
  async must(who: Actor | Cast, command: CommandInput): Promise<unknown> {
    const answer = await this.run(who, command);
    if (!answer.ok)
      throw new Error(`${command.kind} was refused: ${JSON.stringify(answer.refusal)}`);
    return answer.result;
  }

  /** The code of the refusal, or 'ok'. */
  async says(who: Actor | Cast, command: CommandInput): Promise<string> {
    const answer = await this.run(who, command);
    return answer.ok ? 'ok' : answer.refusal.code;
  }

  async authority(): Promise<Authority> {
    const authority = await this.ground.authorities.of(this.sprintId);
    if (!authority) throw new Error('the sprint is gone');
    return authority;
  }

  step(exercise: string): string {
    const id = this.stepIds[exercise];
    if (!id) throw new Error(`no step of ${exercise}`);
    return id;
  }

  /** Puts a step on the agenda that the world has not from the beginning, last. */
  async addStep(exercise: string): Promise<void> {
    const id = (this.stepIds[exercise] = nanoid());
    const row = { sprintId: this.sprintId, day: 3, position: 'z0', minutes: 30 };
    await this.ground.db.insert(steps).values({ ...row, id, exercise });
  }

  open(exercise: string): Promise<unknown> {
    return this.must('facilitator', { kind: 'open-step', stepId: this.step(exercise) });
  }

  advance(exercise: string, from: Phase, to: Phase): CommandInput {
    return { kind: 'advance-phase', stepId: this.step(exercise), from, to };
  }

  async boardId(exercise: string): Promise<string> {
    const { steps: all } = await this.authority();
    const boardId = all.find((step) => step.id === this.step(exercise))?.boardId;
    if (!boardId) throw new Error(`the step ${exercise} has no board`);
    return boardId;
  }

  /** `kind`: of a private room; a pile where it is left out. */
  async roomOf(
    owner: { boardId: string } | { memberId: string; kind?: PrivateKind },
  ): Promise<string> {
    const authority = await this.authority();
    const room =
      'boardId' in owner
        ? authority.rooms.find((one) => one.boardId === owner.boardId)
        : privateRoomOf(authority, owner.memberId, owner.kind ?? 'pile');
    if (!room) throw new Error('no such room');
    return room.id;
  }

  /** Writes hidden notes as a browser's commit would leave them. */
  async writePile(who: Cast, exercise: string, texts: readonly string[]): Promise<string[]> {
    const boardId = await this.boardId(exercise);
    const roomId = await this.roomOf({ memberId: this.memberIds[who] });
    const ids = texts.map(() => nanoid());
    await this.ground.rooms.change([roomId], async ({ doc }) => {
      texts.forEach((text, index) => {
        const id = ids[index] ?? '';
        const note = { id, wall: boardId, text, color: 'yellow', createdAt: 1 } as const;
        addPileNote(doc(roomId), note, local);
      });
    });
    return ids;
  }

  async pile(who: Cast): Promise<PlainPileNote[]> {
    const roomId = await this.roomOf({ memberId: this.memberIds[who] });
    return this.ground.rooms.read(roomId, plainPile);
  }

  async wall(exercise: string): Promise<PlainWall> {
    const roomId = await this.roomOf({ boardId: await this.boardId(exercise) });
    return this.ground.rooms.read(roomId, plainWall);
  }

  /** Walks HMW up to an open vote with these notes on the wall. @returns round and candidates. */
  async openVote(texts: readonly string[] = ['appel', 'peer', 'pruim']) {
    await this.open('hmw');
    await this.writePile('deelnemer', 'hmw', texts);
    await this.must('facilitator', this.advance('hmw', 'writing', 'reveal'));
    await this.open('hmw-stemmen');
    return this.round();
  }

  /** Walks HMW up to ordering, with a moment kept at the reveal and one at the step's end. */
  async openOrdered(texts: readonly string[] = ['appel', 'peer', 'pruim']): Promise<void> {
    await this.open('hmw');
    await this.writePile('deelnemer', 'hmw', texts);
    await this.must('facilitator', this.advance('hmw', 'writing', 'reveal'));
    await this.open('hmw-ordenen');
  }

  get history(): History {
    return createHistory(this.ground);
  }

  /** Kept moments of a step's board, newest first. */
  /** The goal is decided by the Decider; its step stays open. */
  async decideGoal(text = 'Iedereen op tijd'): Promise<void> {
    await this.open('doel');
    await this.writePile('deelnemer', 'doel', [text]);
    for (const [from, to] of [
      ['writing', 'reveal'],
      ['reveal', 'voting'],
      ['voting', 'result'],
      ['result', 'decision'],
    ] as const) {
      await this.must('facilitator', this.advance('doel', from, to));
    }
    const { candidates } = await this.authority();
    const candidateId = candidates.find((one) => one.text === text)?.id ?? '';
    const stepId = this.step('doel');
    await this.must('beslisser', { kind: 'decide', stepId, candidateId, reason: '' });
  }

  async moments(exercise: string): Promise<readonly BoardMoment[]> {
    const boardId = await this.boardId(exercise);
    const all = await this.history.list(this.sessions.facilitator, this.sprintId);
    return all.find(({ board }) => board.boardId === boardId)?.moments ?? [];
  }

  /** Writes on a board as a browser's commit would leave it. */
  async onWall(exercise: string, write: (doc: Y.Doc) => void): Promise<void> {
    const roomId = await this.roomOf({ boardId: await this.boardId(exercise) });
    await this.ground.rooms.change([roomId], async ({ doc }) => write(doc(roomId)));
  }

  async round() {
    const { rounds, candidates } = await this.authority();
    const round = rounds.find((one) => one.stepId === this.step('hmw-stemmen'));
    if (!round) throw new Error('no round');
    const own = candidates.filter((one) => one.roundId === round.id);
    const ids = own.map((one) => one.id);
    const texts = new Map(own.map((one) => [one.text, one.id]));
    return { roundId: round.id, ids, of: (text: string) => texts.get(text) ?? 'no such candidate' };
  }
}
