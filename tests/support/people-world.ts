/** People at the door of a running server: visits, accounts, guests and sprints in a line each. */
import type { CommandInput } from '#protocol/commands';
import type { Signal } from '#server/backplane/backplane';
import { inProcessBackplane } from '#server/backplane/in-process';
import type { Answer } from '#server/people/answer';
import type { Visit } from '#server/people/parts';
import { startServer, type TestServer } from '#tests/support/start-server';

export const PASSWORD = 'een lang wachtwoord';

export type PeopleWorld = TestServer & {
  readonly signals: Signal[];
  /** A visitor; with a token, whoever that cookie belongs to. */
  visit(token?: string | null, more?: Partial<Visit>): Promise<Visit>;
  /** @returns the visit of a new account, on a server without mail. */
  account(name: string): Promise<Visit & { email: string }>;
  sprint(by: Visit, more?: Record<string, string>): Promise<{ sprintId: string; code: string }>;
  /** Gives a command that is to be accepted. @returns its result. */
  run<T>(by: Visit, sprintId: string, command: CommandInput): Promise<T>;
  /** @returns the visit of a new guest in the sprint. */
  guest(code: string, name: string): Promise<Visit & { sprintId: string; memberId: string }>;
};

/** Every person comes from an address of their own, so that no limit meets another test. */
let addresses = 0;

export async function startPeople(
  overrides: Parameters<typeof startServer>[0] = {},
): Promise<PeopleWorld> {
  const backplane = inProcessBackplane();
  const signals: Signal[] = [];
  backplane.subscribe((signal) => void signals.push(signal));
  const server = await startServer({ backplane, ...overrides });
  const { people, sessions } = server.app;

  const visit: PeopleWorld['visit'] = async (token = null, more = {}) => ({
    session: (await sessions.readSession(token ?? undefined))?.session ?? null,
    address: `10.1.${Math.floor(addresses / 250)}.${(addresses += 1) % 250}`,
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    language: 'nl',
    ...more,
  });

  return {
    ...server,
    signals,
    visit,
    async account(name) {
      const email = `${name.toLowerCase()}.${addresses}@example.org`;
      const form = { name, email, password: PASSWORD };
      const signedIn = value(await people.register(form, await visit()));
      return { ...(await visit(signedIn?.token)), email };
    },
    async sprint(by, more = {}) {
      const form = {
        ...{ name: 'Monteur aan huis', startsOn: '2030-01-07', language: 'nl' },
        ...{ template: 'five-day', ...more },
      };
      const { sprintId } = value(await people.createSprint(form, by));
      const authority = await server.app.authorities.refresh(sprintId);
      return { sprintId, code: authority?.door?.code ?? '' };
    },
    async run<T>(by: Visit, sprintId: string, command: CommandInput) {
      const answer = await server.app.commands.run(by.session, sprintId, command);
      if (!answer.ok) throw new Error(`${command.kind}: ${answer.refusal.code}`);
      return answer.result as T;
    },
    async guest(code, name) {
      const joined = value(await people.join({ code, name }, await visit()));
      const { sprintId, memberId } = joined;
      return { ...(await visit(joined.signedIn?.token)), sprintId, memberId };
    },
  };
}

/** The value of an answer that has to be a yes. */
export function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusals)}`);
  return answer.value;
}

/** The code of the first refusal with its field, or 'ok'. */
export function said(answer: Answer<unknown>): string {
  if (answer.ok) return 'ok';
  const [first] = answer.refusals;
  return first?.field ? `${first.code} ${first.field}` : (first?.code ?? '');
}

/** The secret at the end of a link's path. */
export function secretOf(path: string): string {
  return path.split(/[/=]/).at(-1) ?? '';
}
