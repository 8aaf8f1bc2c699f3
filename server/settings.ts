/**
 * The table of settings: name, default, meaning and rule of each. `config.ts` reads the environment
 * through it and the table of docs/settings.md is printed from it. A setting is described here or does not exist.
 */
import * as v from 'valibot';
import { address, filled, oneOf, origins, setting, whole } from '#server/setting-rules';

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
  boardBytes: setting({
    name: 'BOARD_BYTES',
    standard: '4194304',
    meaning:
      'What a board may hold, in bytes as everybody who opens it gets them; a facilitator may pass it by a quarter. A real wall of 500 notes, often moved and written in, takes about 400,000.',
    rule: whole(65_536, 64 * 1_048_576),
  }),
  boardRecords: setting({
    name: 'BOARD_RECORDS',
    standard: '5000',
    meaning:
      'Notes and groups on one board; a facilitator may pass it by a quarter. Twenty people who write 25 notes each make 500.',
    rule: whole(100, 100_000),
  }),
  pileBytes: setting({
    name: 'PILE_BYTES',
    standard: '262144',
    meaning:
      'What one member may keep hidden in a sprint, in bytes. Forty notes take about 25,000 with what was changed in them.',
    rule: whole(16_384, 16 * 1_048_576),
  }),
  pileRecords: setting({
    name: 'PILE_RECORDS',
    standard: '400',
    meaning: 'Hidden notes of one member in a sprint. A busy writer makes 40.',
    rule: whole(10, 10_000),
  }),
  padBytes: setting({
    name: 'PAD_BYTES',
    standard: '4194304',
    meaning:
      'What the pad of one member may hold, in bytes. A stroke of two seconds takes at most 2,000.',
    rule: whole(65_536, 64 * 1_048_576),
  }),
  padRecords: setting({
    name: 'PAD_RECORDS',
    standard: '6000',
    meaning:
      'Strokes, texts and pictures on the pad of one member. A busy sketch of three panels has 500.',
    rule: whole(100, 100_000),
  }),
  memberBytesPerMinute: setting({
    name: 'MEMBER_BYTES_PER_MINUTE',
    standard: '262144',
    meaning:
      'What one member may add in a minute over all boards, in bytes, after a burst of eight times as much; more is taken later. Fast typing makes 10,000, pasting a long list 30,000.',
    rule: whole(16_384, 1_073_741_824),
  }),
  sprintBytes: setting({
    name: 'SPRINT_BYTES',
    standard: '134217728',
    meaning:
      'What a sprint may store beside its pictures, in bytes: all that was written and every kept moment. A week with twenty people takes about 12,000,000.',
    rule: whole(1_048_576, 64 * 1_073_741_824),
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
  exampleBytes: setting({
    name: 'EXAMPLE_BYTES',
    standard: '2097152',
    meaning:
      'What one example sprint may store, in bytes. One that was played to its end takes about 200,000.',
    rule: whole(262_144, 1_073_741_824),
  }),
  examplesBytes: setting({
    name: 'EXAMPLES_BYTES',
    standard: '268435456',
    meaning: 'What all example sprints that live may store together, in bytes.',
    rule: whole(1_048_576, 64 * 1_073_741_824),
  }),
  examplesBytesPerAddress: setting({
    name: 'EXAMPLES_BYTES_PER_ADDRESS',
    standard: '16777216',
    meaning:
      'What example sprints that were begun from one address may store together, in bytes: thirty people in a classroom take about 6,000,000.',
    rule: whole(262_144, 64 * 1_073_741_824),
  }),
} as const;

/** The table of docs/settings.md, in Markdown. */
export function settingsTable(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const lines = Object.values(settings).map(({ name, standard, meaning, secret }) => {
    const usual = standard === '' ? 'not set' : `\`${standard}\``;
    return `| \`${name}\` | ${usual} | ${cell(meaning)}${secret ? ' Secret.' : ''} |`;
  });
  return ['| setting | default | meaning |', '| --- | --- | --- |', ...lines].join('\n');
}
