/**
 * Somebody in the sprint who keeps all that reaches them: every frame of their stage and of the boards that
 * they enter, the documents which those frames make, and what each page, export and list answers when it is
 * asked. What somebody else may not know yet must be in none of it.
 */
import { fromBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { privateKinds } from '#domain/exercises/exercise';
import { PROTOCOL_VERSION } from '#protocol/version';
import { SESSION_COOKIE } from '#server/auth/session';
import { createHistory } from '#server/history/history';
import { until, type BareClient } from '#tests/rooms/support/clients';
import { Live } from '#tests/support/live';
import type { Cast, World } from '#tests/support/sprint-world';
import type { TestServer } from '#tests/support/start-server';
import { stringsOf } from '#tests/support/strings-of';
import { groundOf, knockAt } from '#tests/support/world-on-server';

type Heard = { readonly where: string; readonly text: string };

export class Eavesdropper {
  readonly who: Cast;
  readonly live: Live;
  readonly #server: TestServer;
  readonly #world: World;
  readonly #rooms: { client: BareClient; name: string; frames: Buffer[] }[] = [];

  private constructor(server: TestServer, world: World, { who, live }: { who: Cast; live: Live }) {
    this.who = who;
    this.live = live;
    this.#server = server;
    this.#world = world;
  }

  static async sitDown(server: TestServer, world: World, who: Cast): Promise<Eavesdropper> {
    const { token } = await server.app.sessions.createSession(world.sessions[who]?.personId ?? '');
    const address = `${server.wsUrl}/live/${world.sprintId}?v=${PROTOCOL_VERSION}`;
    const live = new Live(address, { origin: server.url, cookie: `${SESSION_COOKIE}=${token}` });
    await live.stage();
    return new Eavesdropper(server, world, { who, live });
  }

  /** Into the room of a step's board; false for who may not read it. */
  async enter(exercise: string): Promise<boolean> {
    return this.#knock(exercise, { boardId: await this.#world.boardId(exercise) });
  }

  /** The same of somebody else's private rooms, which let nobody in. */
  async tryPrivate(owner: Cast): Promise<void> {
    for (const kind of privateKinds) {
      await this.#knock(`${kind} of ${owner}`, { memberId: this.#world.memberIds[owner], kind });
    }
  }

  async #knock(name: string, owner: Parameters<typeof knockAt>[3]): Promise<boolean> {
    const client = await knockAt(this.#server, this.#world, this.who, owner);
    const frames: Buffer[] = [];
    client.socket.on('message', (data: Buffer) => frames.push(Buffer.from(data)));
    client.sync(0, Y.encodeStateVector(client.doc));
    const isIn = (): boolean => client.heard.some(({ kind }) => kind === 'step-2');
    await until('the room answered', () => isIn() || client.closed !== undefined);
    this.#rooms.push({ client, name, frames });
    return isIn();
  }

  /** Waits until this person's stage says so: what was told before it has come in too. */
  async hears(which: Parameters<Live['stage']>[0]): Promise<void> {
    await this.live.stage(which);
  }

  /**
   * @param secret letters, or a pattern where figures are told as figures.
   * @returns where it was received; empty while it is kept.
   */
  async finds(secret: string | RegExp): Promise<string[]> {
    const has = (text: string): boolean =>
      typeof secret === 'string' ? text.includes(secret) : secret.test(text);
    const all = [...this.#heard(), ...(await this.#answers())];
    return all.filter(({ text }) => has(text)).map(({ where }) => `${this.who}: ${where}`);
  }

  leave(): void {
    this.live.socket.close();
    for (const { client } of this.#rooms) client.socket.close();
  }

  #heard(): Heard[] {
    const stages = this.live.heard.map((one) => ({
      where: `frame of the stage (${one.kind})`,
      text: JSON.stringify(one),
    }));
    const rooms = this.#rooms.flatMap(({ client, name, frames }) => {
      const doc = new Y.Doc({ gc: false });
      for (const said of client.heard) {
        if (said.kind === 'step-2' || said.kind === 'update') Y.applyUpdate(doc, said.update);
      }
      return [
        { where: `frames of ${name}`, text: Buffer.concat(frames).toString('utf8') },
        { where: `document of ${name}`, text: stringsOf(doc) },
      ];
    });
    return [...stages, ...rooms];
  }

  /** What the pages, the big screen, the print and the exports are made of, asked for anew. */
  async #answers(): Promise<Heard[]> {
    const { app } = this.#server;
    const { sprintId } = this.#world;
    const session = this.#world.sessions[this.who];
    const history = createHistory(groundOf(this.#server));
    const told = async (where: string, ask: () => Promise<unknown>): Promise<Heard[]> => {
      // What is refused holds nothing but the refusal.
      const answer = await ask().catch((error: unknown) => String(error));
      return [{ where, text: JSON.stringify(answer) }, ...stateIn(where, answer)];
    };
    const boards = await history.list(session, sprintId);
    const { steps } = await this.#world.authority();
    const moments = boards.flatMap((board) => board.moments);
    const asked = [
      told('page of the room', () => app.stages.of(session, sprintId)),
      told('list of moments', async () => boards),
      told('trail of acts', () => app.acts.page(session, sprintId, { before: null })),
      ...steps.map(({ id, exercise }) =>
        told(`page of ${exercise}`, () => app.stages.artefact(session, sprintId, id)),
      ),
      ...boards.map(({ board }) =>
        told(`export of ${board.kind}`, () => history.board(session, sprintId, board.boardId)),
      ),
      ...moments.map(({ id }) => told('moment', () => history.moment(session, sprintId, id))),
    ];
    return (await Promise.all(asked)).flat();
  }
}

/** The document in an answer, whose letters lie in it as bytes. */
function stateIn(where: string, answer: unknown): Heard[] {
  if (typeof answer !== 'object' || answer === null || !('state' in answer)) return [];
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, fromBase64(String(answer.state)));
  return [{ where: `${where}, its document`, text: stringsOf(doc) }];
}
