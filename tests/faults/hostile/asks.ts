/** What a test may ask the server of `serve-hostile.ts`, and what it is answered. Types only. */
import type { Cast, World } from '#tests/support/sprint-world';

export type RoomOf = { boardId: string } | { memberId: string };

/** A room at its address of now, and the cookie of a new session of somebody who may knock there. */
export type Door = { room: string; cookie: string };

/** What is asked of a world by the name of its method; arguments and answers travel as JSON. */
export type WorldMethod =
  | 'open'
  | 'openOrdered'
  | 'run'
  | 'must'
  | 'advance'
  | 'boardId'
  | 'writePile'
  | 'pile'
  | 'wall'
  | 'moments';

export type Answers = {
  world: { ask: object; answer: { sprintId: string; memberIds: Record<Cast, string> } };
  call: {
    ask: { sprintId: string; method: WorldMethod; args: readonly unknown[] };
    answer: unknown;
  };
  door: { ask: { sprintId: string; who: Cast; owner: RoomOf }; answer: Door };
  example: { ask: object; answer: { pile: Door; board: Door } };
  /** By the name in `hostile-documents.ts`: straight into the log. */
  damage: { ask: { sprintId: string; owner: RoomOf; name: string }; answer: null };
  /** The longest that it kept its loop since it was asked last, in ms of its processor. */
  held: { ask: object; answer: number };
  /** What is in use once all that nobody holds is gone, in bytes. */
  heap: { ask: object; answer: number };
};

export type Ask<K extends keyof Answers> = { kind: K } & Answers[K]['ask'];
export type WorldAnswer<M extends WorldMethod> = Awaited<ReturnType<World[M]>>;
