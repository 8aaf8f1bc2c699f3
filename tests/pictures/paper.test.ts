/** Photographs of paper from one's own phone: who may bring one to a pad, how long, and what of the file is kept. Over real http. */
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { plainPad } from '#document/kinds/pad/plain';
import { frameOf } from '#document/kinds/pad/records';
import { PAPER_COOKIE, paperPhotoPath, type PaperPiece } from '#protocol/paper';
import type { RefusalCode } from '#domain/refusal';
import { tickets } from '#server/db/tables';
import { pictures } from '#server/db/board-tables';
import type { Visit } from '#server/people/parts';
import { privateRoomOf } from '#server/stage/authority';
import { said, secretOf, startPeople, value, type PeopleWorld } from '#tests/support/people-world';
import { bytesOf, plainPicture } from './picture-world';

let world: PeopleWorld;
afterEach(() => world.close());

const MINUTE_MS = 60_000;
const whole: PaperPiece[] = [{ place: 1, crop: [0, 0, 1, 1] }];
const eight: PaperPiece[] = Array.from({ length: 8 }, (_, at) => ({
  place: at + 1,
  crop: [(at % 4) / 4, Math.floor(at / 4) / 2, 0.25, 0.5],
}));

type Sender = Awaited<ReturnType<typeof start>>;

/** A sprint with Anna in it, who asks for a code on her laptop. */
async function start(overrides: Parameters<typeof startPeople>[0] = {}) {
  world = await startPeople(overrides);
  const boss = await world.account('Fatima');
  const { sprintId, code } = await world.sprint(boss);
  await world.run(boss, sprintId, { kind: 'set-door', open: true });
  const anna = await world.guest(code, 'Anna');
  const authority = await world.app.authorities.refresh(sprintId);
  const stepOf = (exercise: string): string =>
    authority?.steps.find((step) => step.exercise === exercise)?.id ?? '';
  return {
    ...{ boss, anna, sprintId, code, stepOf },
    async link(by: Visit = anna, exercise = 'oplossingsschets'): Promise<string> {
      const stepId = stepOf(exercise);
      const made = await world.run<{ path: string }>(by, sprintId, {
        ...{ kind: 'make-paper-link', stepId },
      });
      return secretOf(made.path);
    },
    /** Opens it as a phone does. @returns the secret of its cookie. */
    async open(token: string, holder?: string): Promise<string> {
      return value(await world.app.papers.open(token, holder))?.holder ?? holder ?? '';
    },
    async pad(memberId = anna.memberId) {
      const now = await world.app.authorities.refresh(sprintId);
      const room = now && privateRoomOf(now, memberId, 'pad');
      return world.app.rooms.read(room?.id ?? '', (doc) => plainPad(doc));
    },
  };
}

let photos = 0;
async function send(
  { token, holder }: { token: string; holder?: string },
  more: {
    file?: Uint8Array<ArrayBuffer> | string;
    pieces?: unknown;
    photoId?: string;
    origin?: string;
    method?: string;
  } = {},
): Promise<{ status: number; code: RefusalCode | 'ok' }> {
  const { photoId = `photo-${(photos += 1)}-of-paper`, pieces = whole } = more;
  const path = paperPhotoPath(token, { photoId, pieces: pieces as PaperPiece[] });
  const response = await fetch(world.url + path, {
    method: more.method ?? 'POST',
    headers: {
      origin: more.origin ?? world.url,
      ...(holder !== undefined && { cookie: `${PAPER_COOKIE}=${holder}` }),
    },
    ...(more.method !== 'GET' && { body: more.file ?? (await small()) }),
  });
  if (response.status === 405) return { status: 405, code: 'ok' };
  const answer = (await response.json()) as { ok: boolean; refusal?: { code: RefusalCode } };
  return { status: response.status, code: answer.refusal?.code ?? 'ok' };
}

const small = () => bytesOf(plainPicture(30, 20).png());

async function opened(
  sprint: Sender,
  exercise?: string,
): Promise<{ token: string; holder: string }> {
  const token = await sprint.link(sprint.anna, exercise);
  return { token, holder: await sprint.open(token) };
}

test('[S150] a code opens the page of one pad, on the first phone that asks and on no other', async () => {
  const sprint = await start();
  const token = await sprint.link();
  const { papers } = world.app;
  for (let looks = 0; looks < 3; looks += 1) {
    expect(value(await papers.look(token, undefined))).toMatchObject({
      ...{ name: 'Anna', exercise: 'oplossingsschets', shape: 'sketch', isMine: false },
    });
  }
  const both = await Promise.all([papers.open(token, undefined), papers.open(token, undefined)]);
  expect(both.map(said).sort()).toEqual(['ok', 'paper-elsewhere']);
  const holder = both.flatMap((one) => (one.ok ? (one.value?.holder ?? []) : []))[0] ?? '';
  expect(value(await papers.look(token, holder)).isMine).toBe(true);
  expect(value(await papers.open(token, holder))).toBeNull();
  for (const other of [undefined, 'somebody-else', token]) {
    expect(said(await papers.look(token, other))).toBe('paper-elsewhere');
    expect(await send({ token, ...(other && { holder: other }) })).toMatchObject({
      code: 'paper-elsewhere',
    });
  }
  expect((await send({ token, holder })).code).toBe('ok');
  expect((await sprint.pad()).pictures).toHaveLength(1);
});

test('[S150] a code that nobody opened takes nothing, nor does one of another kind', async () => {
  const sprint = await start();
  const token = await sprint.link();
  expect(await send({ token })).toEqual({ status: 403, code: 'paper-elsewhere' });
  const phone = await world.run<{ path: string }>(sprint.anna, sprint.sprintId, {
    kind: 'make-phone-link',
  });
  const other = secretOf(phone.path);
  expect(said(await world.app.papers.look(other, undefined))).toBe('no-such-link');
  expect(await send({ token: other })).toEqual({ status: 404, code: 'no-such-link' });
  // And a code for paper is no way in.
  const entered = await world.app.people.enterByTicket(
    { token, kind: 'phone' },
    await world.visit(),
  );
  expect(said(entered)).toBe('no-such-link');
});

test('[S151] a code is for ten minutes until it is opened, and for two hours then', async () => {
  const sprint = await start();
  const late = await sprint.link();
  const { token, holder } = await opened(sprint);
  world.clock.advance(11 * MINUTE_MS);
  expect(said(await world.app.papers.open(late, undefined))).toBe('link-expired');
  expect((await send({ token, holder })).code).toBe('ok');
  world.clock.advance(110 * MINUTE_MS);
  expect(await send({ token, holder })).toEqual({ status: 410, code: 'link-expired' });
});

test('[S151] a code ends with the session that made it, with the member, and with all their links', async () => {
  const sprint = await start();
  const { anna, boss, sprintId } = sprint;
  const open = await opened(sprint);
  const { token: fresh } = { token: await sprint.link() };
  await world.app.people.signOut(anna);
  for (const token of [open.token, fresh]) {
    expect(said(await world.app.papers.look(token, open.holder))).toBe('no-such-link');
  }
  expect((await send(open)).code).toBe('no-such-link');

  await world.run(boss, sprintId, { kind: 'set-participates', participates: true });
  const own = await sprint.link(boss);
  const holder = await sprint.open(own);
  const elsewhere = await world.app.sessions.createSession(boss.session?.personId ?? '');
  await world.app.people.endOtherSessions(await world.visit(elsewhere.token));
  expect((await send({ token: own, holder })).code).not.toBe('ok');

  const bram = await world.guest(sprint.code, 'Bram');
  const his = await sprint.link(bram);
  const hisHolder = await sprint.open(his);
  await world.run(await world.visit(elsewhere.token), sprintId, {
    ...{ kind: 'remove-member', memberId: bram.memberId },
  });
  expect(await send({ token: his, holder: hisHolder })).toEqual({
    ...{ status: 410, code: 'link-expired' },
  });
});

test('[S152] a photograph is laid on its owner’s pad, cut as was said, once however often it is sent', async () => {
  const sprint = await start();
  const line = await opened(sprint, 'crazy-8s');
  const photoId = 'the-same-photograph';
  for (let times = 0; times < 2; times += 1) {
    expect(await send(line, { pieces: eight, photoId })).toEqual({ status: 201, code: 'ok' });
  }
  const { pictures: laid } = await sprint.pad();
  expect(laid.map(({ frame }) => frame).sort()).toEqual(
    eight.map(({ place }) => frameOf(sprint.stepOf('crazy-8s'), place)).sort(),
  );
  expect(new Set(laid.map(({ picture }) => picture.id)).size).toBe(1);
  expect(laid.find(({ frame }) => frame.endsWith('.6'))?.crop).toEqual([0.25, 0.5, 0.25, 0.5]);
  // Another photograph takes the place of the first, and nobody else's pad has any of it.
  await send(line, { pieces: whole });
  const after = (await sprint.pad()).pictures;
  expect(after).toHaveLength(8);
  expect(new Set(after.map(({ picture }) => picture.id)).size).toBe(2);
  const bram = await world.guest(sprint.code, 'Bram');
  expect((await sprint.pad(bram.memberId)).pictures).toEqual([]);
});

test('[S152] on loose sheets each photograph takes an empty one, or a new one behind them', async () => {
  const sprint = await start();
  const line = await opened(sprint, 'notities');
  for (let sheet = 0; sheet < 3; sheet += 1) expect((await send(line)).code).toBe('ok');
  const pad = await sprint.pad();
  expect(pad.sheets).toHaveLength(2);
  expect(new Set(pad.pictures.map(({ frame }) => frame)).size).toBe(3);
});

test('[S152] pieces that are none of this pad are refused, and nothing is kept of the file', async () => {
  const sprint = await start();
  const line = await opened(sprint);
  const bad: unknown[] = [
    [],
    null,
    'alles',
    [{ place: 4, crop: [0, 0, 1, 1] }],
    [{ place: 0, crop: [0, 0, 1, 1] }],
    [{ place: 1, crop: [0, 0, 2, 1] }],
    [{ place: 1, crop: [0, 0, 1, 1], frame: 'elders' }],
    [whole[0], whole[0]],
    Array.from({ length: 9 }, (_, at) => ({ place: at + 1, crop: [0, 0, 1, 1] })),
  ];
  for (const pieces of bad) {
    expect(await send(line, { pieces })).toEqual({ status: 400, code: 'field-invalid' });
  }
  expect(await world.db.select().from(pictures)).toEqual([]);
});

test('[S153] of a photograph nothing is kept but what is seen: no place, time, device or name', async () => {
  const sprint = await start();
  const line = await opened(sprint);
  const file = await bytesOf(
    plainPicture(60, 40)
      .jpeg()
      .withExif({
        IFD0: { Make: 'Telefoonmaker', Model: 'X1', Artist: 'Anna de Vries' },
        IFD2: { DateTimeOriginal: '2026:11:29 09:00:00' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1' },
      }),
  );
  expect(Buffer.from(file).includes('Anna de Vries')).toBe(true);
  expect((await send(line, { file })).code).toBe('ok');
  const [row] = await world.db.select().from(pictures);
  const kept = Buffer.from(row?.content ?? []);
  const { exif, iptc, xmp, icc, format } = await sharp(kept).metadata();
  expect([exif, iptc, xmp, icc, format]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    'webp',
  ]);
  for (const word of ['Telefoonmaker', 'Anna', 'EXIF', '2026']) {
    expect(kept.includes(word)).toBe(false);
  }
  expect(row).toMatchObject({ isOwn: true, memberId: sprint.anna.memberId });
});

test('[S153] what is no photograph, too large, or from another page is refused; a pad stays as it was', async () => {
  const sprint = await start({ config: { maxPictureBytes: 100_000 } });
  const line = await opened(sprint);
  const heic = new Uint8Array([0, 0, 0, 24, ...new TextEncoder().encode('ftypheic0000mif1heic')]);
  expect(await send(line, { file: 'geen foto' })).toEqual({
    status: 415,
    code: 'picture-unreadable',
  });
  expect(await send(line, { file: heic })).toEqual({ status: 415, code: 'picture-unreadable' });
  expect(await send(line, { file: new Uint8Array(100_001) })).toEqual({
    ...{ status: 413, code: 'picture-too-large' },
  });
  expect(await send(line, { origin: 'https://evil.example' })).toEqual({
    ...{ status: 403, code: 'wrong-origin' },
  });
  expect((await send(line, { method: 'GET' })).status).toBe(405);
  expect((await sprint.pad()).pictures).toEqual([]);
});

test('[S153] who sends too fast is asked to wait', async () => {
  const sprint = await start({ picturePace: { points: 2, perS: 60 } });
  const line = await opened(sprint);
  await send(line);
  await send(line);
  expect(await send(line)).toEqual({ status: 429, code: 'too-fast' });
});

test('[C230] a code for paper is made for a step that is worked on a pad, by who has one', async () => {
  const sprint = await start();
  const { anna, sprintId, stepOf, boss } = sprint;
  const asks = async (by: Visit, stepId: string): Promise<string> => {
    const command = { kind: 'make-paper-link', stepId } as const;
    const answer = await world.app.commands.run(by.session, sprintId, command);
    return answer.ok ? 'ok' : answer.refusal.code;
  };
  expect(await asks(anna, stepOf('crazy-8s'))).toBe('ok');
  expect(await asks(anna, stepOf('hmw'))).toBe('no-such-board');
  expect(await asks(anna, 'nosuch')).toBe('no-such-step');
  const olga = await world.guest(sprint.code, 'Olga');
  const role = { kind: 'set-role', memberId: olga.memberId, role: 'waarnemer' } as const;
  await world.run(boss, sprintId, role);
  expect(await asks(olga, stepOf('crazy-8s'))).toBe('not-your-role');
  const [row] = await world.db.select().from(tickets).where(eq(tickets.kind, 'paper'));
  expect(row).toMatchObject({ stepId: stepOf('crazy-8s'), sessionId: anna.session?.id });
});
