/**
 * Who is in one room, and what all of them are told: committed updates, the document when they ask
 * for it, presence. Each in their turn; who does not read is left out until they do. Judges nothing.
 */
import type * as Y from 'yjs';
import { RoomAnswers } from '#server/rooms/answers';
import type { ClientTable } from '#server/rooms/clients';
import type { Connection } from '#server/rooms/connection';
import type { RoomLimits } from '#server/rooms/limits';
import { step1, updateFrame } from '#server/rooms/messages';
import { RoomPresence } from '#server/rooms/presence';
import type { Turns } from '#server/rooms/turns';

type Parts = {
  live: Y.Doc;
  clients: ClientTable;
  limits: RoomLimits;
  turns: Turns;
  /** What a connection asked cannot be answered. */
  onBad: (connection: Connection, error: unknown) => void;
};

export class Audience {
  readonly presence: RoomPresence;
  readonly #live: Y.Doc;
  readonly #answers: RoomAnswers;
  readonly #connections = new Set<Connection>();

  constructor({ live, clients, limits, turns, onBad }: Parts) {
    this.#live = live;
    this.#answers = new RoomAnswers(live, { limits, turns, onBad });
    this.presence = new RoomPresence(clients, { listeners: this.#connections, limits });
  }

  get isEmpty(): boolean {
    return this.#connections.size === 0;
  }

  get all(): Connection[] {
    return [...this.#connections];
  }

  /** Greets who comes in: asks for what they have, shows who is here. */
  add(connection: Connection): void {
    this.#connections.add(connection);
    this.ask(connection);
    this.presence.introduce(connection);
  }

  /** The line is over: nothing is said to it any more, and it is shown no more. */
  hush(connection: Connection): void {
    this.presence.leave(connection);
    this.#answers.forget(connection);
  }

  remove(connection: Connection): void {
    this.#connections.delete(connection);
  }

  /** Our step 1: the answer holds everything that this connection has and the room lacks. */
  ask(connection: Connection): void {
    if (connection.asked) return;
    connection.asked = true;
    connection.say(step1(this.#live));
  }

  /** Their step 1. @param stateVector decodable. */
  answer(connection: Connection, stateVector: Uint8Array): void {
    this.#answers.ask(connection, stateVector);
  }

  /**
   * Tells an update that is in the document to everybody who has it; who waits for the document, or
   * does not read what is sent, gets all of it in step 2.
   */
  tell(update: Uint8Array, except?: Connection): void {
    const frame = updateFrame(update);
    for (const connection of this.#connections) {
      if (connection === except || !connection.synced) continue;
      connection.tell(frame);
      if (connection.isFull) this.#answers.askLater(connection);
    }
  }

  /** A reader who was behind has read what it was sent. */
  caughtUp(connection: Connection): void {
    this.#answers.resume(connection);
    this.presence.resume(connection);
  }

  /** Lets go of what was only kept for who might come soon; called now and then. */
  rest(nowMs: number): void {
    this.#answers.rest(nowMs);
  }

  stop(): void {
    this.presence.stop();
    this.#answers.stop();
  }
}
