/**
 * A use case in three marked steps: who may (domain/sprint/permissions, asked by the runner), whether
 * the moment allows it, do. One file per command; `registry.ts` holds a Record over every kind, so a
 * command without a handler does not compile.
 */
import type { CommandOf, ResultOf } from '#protocol/commands';
import type { Ruling } from '#domain/refusal';
import type { CommandKind } from '#domain/sprint/permissions';
import type { DoorKeys } from '#server/store/door-keys';
import type { Signal } from '#server/backplane/backplane';
import type { Transaction } from '#server/db/database';
import type { ChangeScope } from '#server/rooms/rooms';
import type { Authority, Member } from '#server/stage/authority';
import type * as Y from 'yjs';

export type Asked<K extends CommandKind> = {
  readonly command: CommandOf<K>;
  /** Read inside the transaction, under the sprint's lock. */
  readonly authority: Authority;
  readonly me: Member;
  readonly now: Date;
  /** Members with a live socket now. */
  readonly present: ReadonlySet<string>;
  /** How long a reveal counts down; 0: not at all. */
  readonly revealCountdownMs: number;
};

export type Doing<K extends CommandKind> = Asked<K> & {
  readonly tx: Transaction;
  /** The session that gives the command; what it hands out ends with it. */
  readonly sessionId: string;
  newId(): string;
  /** A secret for links: 32 random bytes, base64url. */
  newSecret(): string;
  /** Seals codes and links, and finds them again. */
  readonly doorKeys: DoorKeys;
  /** Uniform in [0, 1). */
  random(): number;
  /** Working copy of a room named by `rooms` or `keeps`; what is changed in it commits with the transaction. */
  doc(roomId: string): Y.Doc;
  /** False of a room named by `keeps` that cannot be read. */
  holds(roomId: string): boolean;
  /** Works on a room whose document may be anything; undefined when that throws or it is not held. */
  attempt: ChangeScope['attempt'];
  /** Tries on copies that are thrown away whether there is space; throws `board-full` or `sprint-full`. */
  rehearse: ChangeScope['rehearse'];
  /** What is being drawn in a room that is held. */
  strokesUnderWay: ChangeScope['strokesUnderWay'];
  /** Counts this act; refuses `too-fast` when the same key was used within twenty seconds. */
  sparingly(key: string): Promise<void>;
  /** Published once the transaction has committed, before 'authority-changed'. */
  signal(signal: Signal): void;
};

/** What a change of authority works with, also one that the server makes by itself. */
export type Scene = Pick<
  Doing<CommandKind>,
  'authority' | 'now' | 'tx' | 'newId' | 'random' | 'doc' | 'holds' | 'attempt'
>;

/** Something that the server does by itself once its moment has come; nobody gave the command. */
export type OwnAct = {
  rooms(about: Pick<Scene, 'authority'>): readonly string[];
  keeps(about: Pick<Scene, 'authority'>): readonly string[];
  /** Asked again under the sprint's lock: it may have been called off. */
  isDue(about: Pick<Scene, 'authority' | 'now'>): boolean;
  do(scene: Scene): Promise<void>;
};

export type Handler<K extends CommandKind> = {
  /** Rooms to hold while this command runs; none when left out. One that cannot be read refuses it. */
  rooms?(asked: Asked<K>): readonly string[];
  /** Rooms without which it goes on, such as those of which it only keeps how they are: held where they can be read. */
  keeps?(asked: Asked<K>): readonly string[];
  /** Rules of the moment; throws nothing, changes nothing. */
  whether(asked: Asked<K>): Ruling;
  do(doing: Doing<K>): Promise<ResultOf<K>>;
  /**
   * `share` lets commands of many members run side by side (dots, ready); else one at a time per sprint. Such a
   * command may be given the authority that the cache holds, while the sprint's version says that it is the newest.
   */
  lock?: 'update' | 'share';
  /**
   * It moves dots of an open round and nothing else: the version is not raised, nobody's authority is read again,
   * and `authority.dots` may be older than what it finds in the table. Always with `lock: 'share'`.
   */
  movesDots?: true;
};
