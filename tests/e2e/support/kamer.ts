/**
 * What every browser test gets: one built server per worker, one facilitator account registered
 * through the screen per worker, and for each test a sprint of its own in which people come and go.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  devices,
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from '@playwright/test';
import { startProcess, type ServerProcess } from '#tests/support/start-process';
import { Facilitator } from './facilitator';
import { Person } from './person';

type Account = Awaited<ReturnType<BrowserContext['storageState']>>;

const desk = { locale: 'nl-NL', viewport: { width: 1280, height: 800 } } as const;
const { viewport, hasTouch, isMobile, deviceScaleFactor } = devices['Pixel 5'];
/** A phone in the hand: small, and touched. */
export const phone = { viewport, hasTouch, isMobile, deviceScaleFactor } as const;

export class Story {
  readonly #contexts: BrowserContext[] = [];
  readonly #people: Person[] = [];

  readonly url: string;
  readonly sprintId: string;
  /** The six characters for the door. */
  readonly code: string;
  readonly #browser: Browser;
  readonly #account: Account;

  constructor(
    { browser, url, account }: { browser: Browser; url: string; account: Account },
    { sprintId, code }: { sprintId: string; code: string },
  ) {
    this.#browser = browser;
    this.#account = account;
    this.url = url;
    this.sprintId = sprintId;
    this.code = code;
  }

  get roomUrl(): string {
    return `${this.url}/sprint/${this.sprintId}`;
  }

  /** A browser of its own, in Dutch and on a desk unless said otherwise. */
  async context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.#browser.newContext({ ...desk, baseURL: this.url, ...options });
    this.#contexts.push(context);
    // A browser that knows us already remembers its language in a cookie, whatever it asks for now.
    const language = options.locale?.slice(0, 2);
    if (language) {
      await context.request.post('/language', {
        form: { language, back: '/healthz' },
        headers: { origin: this.url },
      });
    }
    return context;
  }

  /** Somebody with a page that has gone nowhere yet. */
  async person(name: string, options: BrowserContextOptions = {}): Promise<Person> {
    const context = await this.context(options);
    return this.follow(new Person(await context.newPage(), name));
  }

  /** Watches a person for uncaught errors until the story ends. */
  follow<P extends Person>(person: P): P {
    this.#people.push(person);
    return person;
  }

  /** The facilitator, in the room. */
  async facilitator(options: BrowserContextOptions = {}): Promise<Facilitator> {
    const context = await this.context({ storageState: this.#account, ...options });
    const facilitator = this.follow(new Facilitator(await context.newPage(), 'Fenna Faber'));
    await facilitator.page.goto(this.roomUrl);
    await expect.poll(() => facilitator.wire.stages.length).toBeGreaterThan(0);
    return facilitator;
  }

  /** Somebody who has come in with the code, quickly, and is in the room. */
  async join(name: string, options: BrowserContextOptions = {}): Promise<Person> {
    const person = await this.person(name, options);
    await this.enter(person);
    return person;
  }

  /** Takes a person in by the code, without the form, and to where the form would have led. */
  async enter(person: Person): Promise<void> {
    const joined = await person.context.request.post(`${this.url}/join`, {
      form: { code: this.code, name: person.name },
      headers: { origin: this.url, accept: 'text/html' },
      maxRedirects: 0,
    });
    await person.page.goto(joined.headers()['location'] ?? this.roomUrl);
    await expect.poll(() => person.wire.stages.length).toBeGreaterThan(0);
  }

  async end(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
    expect(this.#people.flatMap((person) => person.faults)).toEqual([]);
  }
}

/** Registers a facilitator through the screen. @returns the browser's cookies. */
async function register(browser: Browser, url: string, email: string): Promise<Account> {
  const context = await browser.newContext({ ...desk, baseURL: url });
  const page = await context.newPage();
  await page.goto('/register');
  await page.getByLabel('Je naam').fill('Fenna Faber');
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord').fill('een lang wachtwoord');
  await page.getByRole('button', { name: 'Maak het account' }).click();
  await page.waitForURL('**/sprints');
  const account = await context.storageState();
  await context.close();
  return account;
}

/** A sprint of one's own, without the form. */
export async function beginStory(
  browser: Browser,
  { url, account, template = 'five-day' }: { url: string; account: Account; template?: string },
): Promise<Story> {
  const context = await browser.newContext({ baseURL: url, storageState: account });
  const made = await context.request.post('/sprints/new', {
    form: {
      name: 'Monteur aan huis',
      challenge: 'Klanten weten nooit wanneer de monteur komt.',
      startsOn: new Date().toISOString().slice(0, 10),
      template,
      language: 'nl',
      timeZone: 'Europe/Amsterdam',
      videoUrl: '',
    },
    headers: { origin: url, accept: 'text/html' },
  });
  const sprintId = /\/sprint\/([^/?#]+)/.exec(made.url())?.[1];
  const code = /\b([A-Z0-9]{3})[ \u00a0]([A-Z0-9]{3})\b/.exec(await made.text());
  await context.close();
  if (!sprintId || !code) throw new Error(`no sprint was made: ${made.status()} ${made.url()}`);
  return new Story({ browser, url, account }, { sprintId, code: `${code[1]}${code[2]}` });
}

/** A data folder that is gone afterwards. */
export async function withDataDir(use: (dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sprintkamer-e2e-'));
  await use(dataDir).finally(() => rm(dataDir, { recursive: true, force: true }));
}

export { register, startProcess };

type Given = { story: Story };
type GivenToWorker = {
  server: ServerProcess;
  account: Account;
  /** Settings of the server, other than the usual ones of a test. */
  settings: Record<string, string>;
};

export const test = base.extend<Given, GivenToWorker>({
  settings: [{}, { option: true, scope: 'worker' }],
  server: [
    async ({ settings: env }, use) => {
      await withDataDir(async (dataDir) => {
        const server = await startProcess({ dataDir, env });
        await use(server);
        await server.stop();
      });
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  account: [
    async ({ browser, server }, use) => {
      await use(await register(browser, server.url, 'fenna@voorbeeld.nl'));
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  story: async ({ browser, server, account }, use) => {
    const story = await beginStory(browser, { url: server.url, account });
    await use(story);
    await story.end();
  },
});

export { expect };
