/**
 * The table of settings: name, default, meaning and rule of each. `config.ts` reads the environment
 * through it and the README's table is printed from it. A setting is described here or does not exist.
 */
import * as v from 'valibot';

export type Setting<T> = {
  /** Name in the environment. */
  readonly name: string;
  /** As one would type it; empty means not set. */
  readonly standard: string;
  /** One sentence for whoever runs the server. */
  readonly meaning: string;
  /** A secret is never logged or printed. */
  readonly secret?: true;
  readonly rule: v.GenericSchema<string, T>;
};

const whole = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^\d+$/, 'must be a whole number'),
    v.transform(Number),
    v.minValue(min, `must be at least ${min}`),
    v.maxValue(max, `must be at most ${max}`),
  );

const oneOf = <const T extends readonly string[]>(choices: T) =>
  v.pipe(v.string(), v.trim(), v.picklist(choices, `must be one of ${choices.join(', ')}`));

const filled = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'));

function isAddress(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

const address = (protocols: readonly string[], example: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check(
      (value) => value === '' || isAddress(value, protocols),
      `must be an address like ${example}`,
    ),
    v.transform((value) => (value === '' ? null : value)),
  );

const origins = v.pipe(
  v.string(),
  v.transform((list) =>
    list
      .split(',')
      .map((one) => one.trim().replace(/\/$/, ''))
      .filter((one) => one !== ''),
  ),
  v.check(
    (list) =>
      list.every((one) => isAddress(one, ['http:', 'https:']) && new URL(one).origin === one),
    'must be a list of origins like https://sprint.example.org, separated by commas',
  ),
);

const setting = <T>(described: Setting<T>): Setting<T> => described;

export const settings = {
  port: setting({
    name: 'PORT',
    standard: '3000',
    meaning: 'Port on which the server listens; 0 takes a free one.',
    rule: whole(0, 65_535),
  }),
  host: setting({
    name: 'HOST',
    standard: '127.0.0.1',
    meaning:
      'Address on which the server listens; `0.0.0.0` makes it reachable from other machines.',
    rule: filled,
  }),
  origins: setting({
    name: 'ORIGIN',
    standard: '',
    meaning:
      'Origins on which people reach the server, separated by commas; links in mails lead to the first. Not set: plain http on loopback and private addresses only.',
    rule: origins,
  }),
  proxies: setting({
    name: 'PROXIES',
    standard: '0',
    meaning:
      'Reverse proxies in front of the server that each add to `X-Forwarded-For`; limits per address look behind them.',
    rule: whole(0, 10),
  }),
  dataDir: setting({
    name: 'DATA_DIR',
    standard: './data',
    meaning: 'Folder of the embedded database and of everything else that is kept.',
    rule: filled,
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    standard: '',
    meaning:
      'A PostgreSQL 15 or newer to use instead of the embedded one, as a user who owns that database and is no superuser.',
    secret: true,
    rule: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/name'),
  }),
  doorKey: setting({
    name: 'DOOR_KEY',
    standard: '',
    meaning:
      'Key with which codes and join links are sealed in the database, 32 characters or more; the same on every node. Not set: the file `door-key` in `DATA_DIR`, made at the first start. Keep it apart from backups of the database.',
    secret: true,
    rule: v.pipe(
      v.string(),
      v.trim(),
      v.check(
        (value) => value === '' || value.length >= 32,
        'must have 32 characters or more, for example what `openssl rand -base64 32` prints',
      ),
      v.transform((value) => (value === '' ? null : value)),
    ),
  }),
  databaseConnections: setting({
    name: 'DB_CONNECTIONS',
    standard: '10',
    meaning: 'Connections to the database at most.',
    rule: whole(2, 500),
  }),
  databaseWaitMs: setting({
    name: 'DB_WAIT_MS',
    standard: '10000',
    meaning:
      'How long one attempt to save waits for a database that is away, in milliseconds. A command then fails with a sentence; boards keep what was written and try again.',
    rule: whole(1, 600_000),
  }),
  registration: setting({
    name: 'REGISTRATION',
    standard: 'open',
    meaning: 'Who may make a facilitator account: `open`, `invite` (by invitation) or `closed`.',
    rule: oneOf(['open', 'invite', 'closed']),
  }),
  smtpUrl: setting({
    name: 'SMTP_URL',
    standard: '',
    meaning:
      'Mail server for new accounts and forgotten passwords; needs `ORIGIN`. Not set: whoever registers gets the account at once and is told when an address has one already, since nothing else can tell its owner; `npm run reset-link` prints a one-time link.',
    secret: true,
    rule: address(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.org'),
  }),
  mailFrom: setting({
    name: 'MAIL_FROM',
    standard: 'Sprintkamer <sprintkamer@localhost>',
    meaning: 'Sender of that mail.',
    rule: v.pipe(filled, v.includes('@', 'must hold an e-mail address')),
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    standard: 'info',
    meaning: 'Least important event that is logged: `trace` to `fatal`, or `silent`.',
    rule: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
  }),
  roomLimit: setting({
    name: 'ROOM_LIMIT',
    standard: '60',
    meaning: 'Members that a sprint takes.',
    rule: whole(2, 1_000),
  }),
  sessionDays: setting({
    name: 'SESSION_DAYS',
    standard: '30',
    meaning: 'Days without a visit after which somebody has to come in again.',
    rule: whole(1, 400),
  }),
  maxFrameBytes: setting({
    name: 'MAX_FRAME_BYTES',
    standard: '1048576',
    meaning: 'Largest message that a board takes from a browser, in bytes.',
    rule: whole(1_024, 64 * 1_048_576),
  }),
  socketsPerMember: setting({
    name: 'SOCKETS_PER_MEMBER',
    standard: '24',
    meaning: 'Websockets that one person may hold open at a time, over all tabs and devices.',
    rule: whole(2, 1_000),
  }),
  roomIdleMs: setting({
    name: 'ROOM_IDLE_MS',
    standard: '60000',
    meaning: 'How long a board that nobody reads stays in memory, in milliseconds.',
    rule: whole(0, 86_400_000),
  }),
  revealCountdownMs: setting({
    name: 'REVEAL_COUNTDOWN_MS',
    standard: '3000',
    meaning:
      'How long a reveal of hidden notes counts down before fields close, in milliseconds; 0 reveals at once.',
    rule: whole(0, 60_000),
  }),
  maxPictureBytes: setting({
    name: 'MAX_PICTURE_BYTES',
    standard: '26214400',
    meaning:
      'Largest picture that somebody may put on a board, in bytes, before it is made smaller.',
    rule: whole(1_024, 512 * 1_048_576),
  }),
  maxPictures: setting({
    name: 'MAX_PICTURES',
    standard: '500',
    meaning: 'Pictures that a sprint keeps.',
    rule: whole(0, 100_000),
  }),
  maxPicturesBytes: setting({
    name: 'MAX_PICTURES_BYTES',
    standard: '268435456',
    meaning:
      'What the pictures of a sprint may take together once they were made smaller, in bytes.',
    rule: whole(0, 64 * 1_073_741_824),
  }),
  demo: setting({
    name: 'DEMO',
    standard: 'on',
    meaning: 'Whether the front page offers an example sprint without an account: `on` or `off`.',
    rule: v.pipe(
      oneOf(['on', 'off']),
      v.transform((choice) => choice === 'on'),
    ),
  }),
  examplePace: setting({
    name: 'EXAMPLE_PACE',
    standard: '1',
    meaning: 'How many times faster than people the stand-ins of an example sprint work.',
    rule: whole(1, 100),
  }),
  exampleLimit: setting({
    name: 'EXAMPLE_LIMIT',
    standard: '200',
    meaning: 'Example sprints that live at the same time at most; each lives for a day.',
    rule: whole(1, 10_000),
  }),
} as const;

/** The README's table of settings, in Markdown. */
export function settingsTable(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const lines = Object.values(settings).map(({ name, standard, meaning, secret }) => {
    const usual = standard === '' ? 'not set' : `\`${standard}\``;
    return `| \`${name}\` | ${usual} | ${cell(meaning)}${secret ? ' Secret.' : ''} |`;
  });
  return ['| setting | default | meaning |', '| --- | --- | --- |', ...lines].join('\n');
}
