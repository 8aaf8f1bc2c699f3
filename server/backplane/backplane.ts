/**
 * What nodes tell each other. Speed only: PostgreSQL stays the truth, so a lost message delays and
 * loses nothing. `in-process.ts` serves one node; another implementation passes the same contract.
 */
import type { MemberId, PersonId, SprintId } from '#domain/ids';
import type { LiveDown } from '#protocol/stage';

export type Signal =
  /** Authority of a sprint changed: read it again, re-admit connections, push the stage. */
  | { kind: 'authority-changed'; sprintId: SprintId }
  /** Dots of an open round moved, and nothing else: what else is known of the sprint still holds. */
  | { kind: 'dots-changed'; sprintId: SprintId }
  /** A session ended (sign-out, removal, password change): its sockets end within a second. */
  | { kind: 'session-ended'; sessionId: string }
  | { kind: 'person-gone'; personId: PersonId }
  | { kind: 'sprint-deleted'; sprintId: SprintId }
  /** To the live sockets of a sprint, or of one member of it; nothing is stored. */
  | { kind: 'say'; sprintId: SprintId; memberId: MemberId | null; message: LiveSaying };

/** What passes over live sockets without being part of the stage. */
export type LiveSaying = Extract<LiveDown, { kind: 'reaction' | 'nudged' | 'come' }>;

export interface Backplane {
  publish(signal: Signal): void;
  /** @returns a function that ends the subscription. */
  subscribe(listener: (signal: Signal) => void): () => void;
  close(): Promise<void>;
}
