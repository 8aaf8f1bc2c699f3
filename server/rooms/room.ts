/**
 * One living room: judges frames, lets the commit line store them, and only then applies, tells the
 * others and acknowledges. While a command holds it, document frames wait unread. See SPEC.md.
 */
import type * as Y from 'yjs';
import type { Logger } from 'pino';
import { connection as connectionOrigin } from '#document/origins';
import { closeCodes } from '#protocol/close-codes';
import { Audience } from '#server/rooms/audience';
import { ClientTable } from '#server/rooms/clients';
import { CommitLine, lastFrames } from '#server/rooms/commit-line';
import type { Batch, RoomAppender, Taken } from '#server/rooms/commit-line';
import type { Connection, Host } from '#server/rooms/connection';
import type { RoomLimits } from '#server/rooms/limits';
import { closeBad, closeFor, reportBreaches } from '#server/rooms/misdeeds';
import { readMessage, type Message } from '#server/rooms/messages';
import { toldOf, type RoomPresence } from '#server/rooms/presence';
import { RemovalWatch, type Removal } from '#server/rooms/removals';
import { RoomDocument } from '#server/rooms/room-document';
import type { Access } from '#server/rooms/rooms';
import { RoomHold } from '#server/rooms/room-hold';
import type { RoomSpace } from '#server/rooms/room-space';
import { SpaceWatch } from '#server/rooms/space-watch';
import type { SprintUsage } from '#server/rooms/sprint-usage';
import type { Turns } from '#server/rooms/turns';
import { lastSeqOf, type StoredRoom } from '#server/store/room-log';

type DocumentMessage = Extract<Message, { update: Uint8Array }> & { kind: 'step-2' | 'update' };

export type RoomParts = {
  appender: RoomAppender;
  limits: RoomLimits;
  log: Logger;
  turns: Turns;
  /** What its sprint has stored. */
  usage: SprintUsage;
  committed: (room: Room) => void;
  removed: (removal: Removal) => void;
  /** It cannot go on: everybody is closed and it is not to be used again. */
  failed: (room: Room) => void;
  /** A connection ended and nothing of it waits any more. */
  released: (connection: Connection) => void;
};

export class Room implements Host {
  readonly id: string;
  readonly clients: ClientTable;
  readonly document: RoomDocument;
  readonly line: CommitLine;
  readonly hold: RoomHold;
  readonly #parts: RoomParts;
  readonly #audience: Audience;
  readonly #removals: RemovalWatch;
  readonly #watch: SpaceWatch;
  #usedMs = performance.now();
  #isOver = false;
  readonly #about: { roomId: string; log: Logger };

  /** @param stored the whole log. Throws when it is empty or does not make a whole document. */
  constructor(id: string, stored: StoredRoom, parts: RoomParts) {
    this.id = id;
    this.#parts = parts;
    this.#about = { roomId: id, log: parts.log };
    const { updates } = stored;
    const last = lastSeqOf(updates);
    this.clients = new ClientTable(stored.clients);
    this.document = new RoomDocument(
      updates.map(({ update }) => update),
      { kind: stored.kind, clients: this.clients, limits: parts.limits },
    );
    this.line = new CommitLine(id, { first: last - updates.length + 1, last }, parts, {
      committed: (batch) => this.#committed(batch),
      absorbed: (update) => this.#absorbed(update),
      refused: (culprit, others) => this.#refused(culprit, others),
      failed: (code) => this.fail(code),
    });
    const { clients, document } = this;
    this.#watch = new SpaceWatch({ ...parts, clients, document, kind: stored.kind });
    this.hold = new RoomHold(this.line, parts.limits);
    this.#removals = new RemovalWatch(id, parts.removed);
    this.#audience = new Audience({
      ...parts,
      ...{ live: this.document.live, clients: this.clients },
      onBad: (connection, error) => closeFor(connection, error, this.#about),
    });
  }

  /** Unloaded or given up: not to be used any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  get space(): RoomSpace {
    return this.#watch.space;
  }

  get live(): Y.Doc {
    this.#usedMs = performance.now();
    return this.document.live;
  }

  get presence(): Pick<RoomPresence, 'held' | 'show' | 'strokesUnderWay'> {
    return this.#audience.presence;
  }

  get isEmpty(): boolean {
    return this.#audience.isEmpty;
  }

  /** Nobody is in it, nothing waits, and it was not used for that long. */
  isIdle(nowMs: number, idleMs: number): boolean {
    const isUsed = !this.isEmpty || this.hold.isHeld || !this.line.isQuiet;
    return !isUsed && nowMs - this.#usedMs >= idleMs;
  }

  admit(connection: Connection): void {
    this.#audience.add(connection);
    connection.admit(this);
    this.#watch.tell(connection);
  }

  /** What a connection may from now on. */
  reconsider(connection: Connection, access: Access): void {
    const before = connection.access;
    connection.access = access;
    if (access.kind === 'refuse') return connection.leave(access.closeCode);
    if (access.kind === 'write' && connection.behind) this.#audience.ask(connection);
    this.#watch.tell(connection);
    if (before.kind !== 'refuse' && toldOf(before) !== toldOf(access)) {
      this.#audience.presence.restate(connection);
    }
  }

  hear(connection: Connection, frame: Uint8Array): void {
    try {
      const message = readMessage(frame);
      switch (message.kind) {
        case 'step-1':
          return this.#audience.answer(connection, message.stateVector);
        case 'step-2':
        case 'update':
          return this.#hearDocument(connection, message as DocumentMessage);
        case 'presence':
          return this.#audience.presence.hear(connection, message.update);
        case 'presence-query':
          return this.#audience.presence.introduce(connection);
      }
    } catch (error) {
      closeFor(connection, error, this.#about);
    }
  }

  caughtUp(connection: Connection): void {
    this.#audience.caughtUp(connection);
  }

  /** Called every `tickMs`: lets go of what was only kept for who might come, asks for what was refused. */
  rest(nowMs: number): void {
    this.#audience.rest(nowMs);
    for (const one of this.#watch.due(this.#audience.all, nowMs)) this.#audience.ask(one);
  }

  gone(connection: Connection): void {
    this.#usedMs = performance.now();
    this.#audience.hush(connection);
    // Its frames that wait for a command are still judged by what it may then, so it stays till after them.
    this.hold.whenFree(0, () => {
      this.#audience.remove(connection);
      this.#parts.released(connection);
    });
  }

  /** A command committed this row: takes it in; `tell` follows when authority did. */
  take(update: Uint8Array): void {
    this.clients.claim([this.document.serverClientId], null);
    this.line.advance();
    this.#watch.takeIn(update);
  }

  /** Tells an update that is in the document to everybody but its only writer. */
  tell(update: Uint8Array, except?: Connection): void {
    this.#audience.tell(update, except);
    this.#watch.tellAll(this.#audience.all);
  }

  /** Gives it up: nothing is stored any more, everybody is closed with that code. */
  fail(code: number): void {
    if (this.#isOver) return;
    this.unload();
    this.#parts.failed(this);
    for (const connection of this.#audience.all) connection.leave(code);
  }

  restart(): void {
    for (const connection of this.#audience.all) connection.restart();
  }

  unload(): void {
    this.#isOver = true;
    this.#audience.stop();
    this.line.stop();
    this.document.destroy();
  }

  #hearDocument(connection: Connection, message: DocumentMessage): void {
    connection.frames += 1;
    const frame = connection.frames;
    const { byteLength } = message.update;
    const waiting = this.line.waitingBytes + this.hold.waitingBytes + byteLength;
    const isTooMuch = waiting > this.#parts.limits.waitingBytes;
    if (isTooMuch || this.#watch.isTooFast(connection, byteLength)) {
      return connection.leave(closeCodes.tooFast);
    }
    this.hold.whenFree(byteLength, () => this.#judge(connection, message, frame));
  }

  #judge(connection: Connection, { kind, update }: DocumentMessage, frame: number): void {
    const { access, entrant } = connection;
    if (this.#isOver || access.kind === 'refuse') return;
    const mayWrite = access.kind === 'write';
    const bounds = mayWrite ? access : undefined;
    const { memberId } = entrant;
    const verdict = this.document.propose(update, memberId, mayWrite, bounds, (growth) =>
      this.#watch.refuses(growth, connection),
    );
    const isAnswer = kind === 'step-2';
    const wasAsked = connection.asked;
    if (isAnswer) connection.asked = false;
    switch (verdict.kind) {
      case 'bad':
        return closeBad(connection, verdict.why, this.#about);
      case 'not-allowed':
        connection.behind = true;
        return;
      case 'gap':
        // A step 2 holds all that its sender has: with a gap in it asking again would go on for ever.
        if (isAnswer && wasAsked) return closeBad(connection, 'incomplete step 2', this.#about);
        connection.behind = true;
        // What leans on something refused is asked for with that, and not letter by letter.
        if (connection.refused) return void (connection.refused.wroteSince = true);
        return this.#audience.ask(connection);
      case 'full':
        return this.#watch.refused(connection, verdict.of);
      case 'nothing-new':
      case 'taken': {
        if (isAnswer) this.#watch.settled(connection);
        const taken = verdict.kind === 'taken' ? verdict : null;
        if (taken) this.#watch.took(connection, taken);
        if (taken && taken.breaches.length > 0)
          reportBreaches(memberId, taken.breaches, this.#about);
        return this.line.add({
          update: taken?.update ?? null,
          firstUses: taken?.firstUses ?? [],
          connection,
          frame: connection.behind ? 0 : frame,
          breaches: taken?.breaches ?? [],
          ...(taken && { removed: taken.removed }),
        });
      }
    }
  }

  #committed({ taken, update }: Batch): void {
    const senders = new Set(taken.filter((one) => one.update).map((one) => one.connection));
    if (update) {
      const origin = connectionOrigin([...senders].map(({ id }) => id).join(' '));
      this.#removals.note(taken, this.document.live);
      this.document.commit(taken.filter((one) => one.update).length, origin);
      // Whose work was put right has not seen that yet.
      const isAsSent = !taken.some(({ breaches }) => breaches?.length);
      const only = senders.size === 1 && isAsSent ? [...senders][0] : undefined;
      // Somebody who wrote half of a batch gets the whole of it: Yjs knows what it has.
      this.tell(update, only);
    }
    for (const { connection, breaches } of taken) {
      for (const breach of breaches ?? []) connection.tellBreach(breach);
    }
    for (const [connection, frame] of lastFrames(taken)) connection.acknowledge(frame);
    if (update) this.#parts.committed(this);
  }

  #absorbed(update: Uint8Array): void {
    this.#watch.takeIn(update);
    this.tell(update);
    this.#parts.committed(this);
  }

  /** Only its sender goes. Who waited behind it is asked for all that the room lacks, and hears of 'saved' after that. */
  #refused(culprit: Taken, others: readonly Taken[]): void {
    this.document.forget();
    for (const { firstUses } of [culprit, ...others]) this.clients.release(firstUses);
    closeBad(culprit.connection, 'the database refuses it', this.#about);
    for (const { connection } of others) {
      if (connection === culprit.connection) continue;
      connection.behind = true;
      this.#audience.ask(connection);
    }
  }
}
