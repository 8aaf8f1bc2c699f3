/** Who may send and see pictures, how many and how large, over real http. */
import { request as httpRequest } from 'node:http';
import { eq } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { OWN_PAD, picturePath, uploadPath, type PictureAnswer } from '#protocol/pictures';
import { pictures } from '#server/db/board-tables';
import {
  bytesOf,
  plainPicture,
  startPictures,
  uploadFolders,
  type PictureWorld,
  type Who,
} from './picture-world';
import { SESSION_COOKIE } from '#server/auth/session';

let world: PictureWorld;
afterEach(() => world.close());

const small = () => bytesOf(plainPicture(30, 20).png());
const code = (answer: PictureAnswer): string => (answer.ok ? 'ok' : answer.refusal.code);
const idOf = (answer: PictureAnswer): string => (answer.ok ? answer.picture.id : code(answer));
const rows = () => world.db.select({ id: pictures.id }).from(pictures);

test('[F1] who may work on the board sends a picture; others hear why not', async () => {
  world = await startPictures();
  const file = await small();
  const anna = await world.come('Anna');
  const eva = await world.come('Eva');
  const olga = await world.come('Olga');
  await world.command({ kind: 'set-role', memberId: eva.memberId, role: 'expert' });
  await world.command({ kind: 'set-role', memberId: olga.memberId, role: 'waarnemer' });
  for (const who of [world.facilitator, anna]) {
    expect(code(await world.send(who, file))).toBe('ok');
  }
  // The demos of Tuesday are not for an expert, who is there on Monday.
  expect(code(await world.send(eva, file))).toBe('wrong-phase');
  expect(code(await world.send(olga, file))).toBe('not-your-role');
  expect(await world.send(null, file)).toMatchObject({ status: 401 });
  expect(code(await world.send({ ...anna, cookie: `${anna.cookie}x` }, file))).toBe(
    'not-signed-in',
  );
  expect(code(await world.send(anna, file, { boardId: 'nosuch' }))).toBe('no-such-board');
  expect(code(await world.send(anna, file, { sprintId: 'nosuch' }))).toBe('no-such-sprint');
  expect(await rows()).toHaveLength(2);
});

test('[F1] a board that is closed to participants takes no pictures of theirs', async () => {
  world = await startPictures();
  const anna = await world.come('Anna');
  const { steps } = (await world.app.authorities.refresh(world.sprintId)) ?? { steps: [] };
  const stepId = steps.find((step) => step.boardId === world.boardId)?.id ?? '';
  const lock = { kind: 'set-board-lock', boardId: world.boardId } as const;
  await world.command({ ...lock, locked: true });
  expect(code(await world.send(anna, await small()))).toBe('board-locked');
  expect(code(await world.send(world.facilitator, await small()))).toBe('ok');
  await world.command({ ...lock, locked: false });
  await world.command({ kind: 'close-step', stepId });
  expect(code(await world.send(anna, await small()))).toBe('wrong-phase');
  expect(code(await world.send(world.facilitator, await small()))).toBe('ok');
});

test('[F1] a page of somebody else may not send one in a member’s name', async () => {
  world = await startPictures();
  const answer = await world.send(world.facilitator, await small(), {
    origin: 'https://evil.example',
  });
  expect(answer).toMatchObject({ status: 403, refusal: { code: 'wrong-origin' } });
  expect(await rows()).toHaveLength(0);
});

test('[F2] members see a picture; a visitor, another sprint and who was removed find nothing', async () => {
  world = await startPictures();
  const anna = await world.come('Anna');
  const olga = await world.come('Olga');
  await world.command({ kind: 'set-role', memberId: olga.memberId, role: 'waarnemer' });
  const id = idOf(await world.send(anna, await small()));
  const other = await world.account('Otto');
  const { sprintId: elsewhere, code: doorCode } = await world.sprint(other);
  await world.run(other, elsewhere, { kind: 'set-door', open: true });
  const joined = await world.app.people.join({ code: doorCode, name: 'Gast' }, await world.visit());
  const cookie = joined.ok ? `${SESSION_COOKIE}=${joined.value.signedIn?.token}` : '';
  const stranger: Who = { cookie, memberId: '' };
  for (const who of [world.facilitator, anna, olga]) {
    expect((await world.see(who, id)).status).toBe(200);
  }
  expect((await world.see(null, id)).status).toBe(404);
  expect((await world.see(stranger, id)).status).toBe(404);
  expect((await world.see(stranger, id, elsewhere)).status).toBe(404);
  expect((await world.see(anna, id, elsewhere)).status).toBe(404);
  expect((await world.see(anna, 'nosuch')).status).toBe(404);
  await world.command({ kind: 'remove-member', memberId: anna.memberId });
  expect((await world.see(anna, id)).status).toBe(404);
});

test('[F11] a picture is served as what it is, sandboxed, to keep', async () => {
  world = await startPictures();
  const id = idOf(await world.send(world.facilitator, await small()));
  const response = await world.see(world.facilitator, id);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-cache',
  });
  const path = world.url + picturePath(world.sprintId, id);
  const head = await fetch(path, { method: 'HEAD', headers: { cookie: world.facilitator.cookie } });
  expect([head.status, Number(head.headers.get('content-length'))]).toEqual([
    200,
    (await response.arrayBuffer()).byteLength,
  ]);
  const etag = response.headers.get('etag') ?? '';
  const again = { 'if-none-match': etag };
  const kept = await fetch(path, { headers: { ...again, cookie: world.facilitator.cookie } });
  expect([kept.status, (await kept.arrayBuffer()).byteLength]).toEqual([304, 0]);
  expect((await fetch(path, { headers: again })).status).toBe(404);
  const wrong = await fetch(path, { method: 'DELETE', headers: { origin: world.url } });
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

/** Posts as told, without a stated length unless given one; resolves with the answer or rejects when the line is cut. */
function stream(
  who: Who,
  { pieces, length, cut = false }: { pieces: Uint8Array[]; length?: number; cut?: boolean },
): Promise<PictureAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(world.url + uploadPath(world.sprintId, world.boardId), {
      method: 'POST',
      headers: {
        origin: world.url,
        cookie: who.cookie,
        ...(length !== undefined && { 'content-length': length }),
      },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      let said = '';
      response.on('data', (piece: Buffer) => (said += piece.toString()));
      response.on('end', () => resolve(JSON.parse(said) as PictureAnswer));
    });
    for (const piece of pieces) request.write(piece);
    if (cut) request.once('socket', (socket) => socket.once('drain', () => socket.destroy()));
    else request.end();
  });
}

test('[F3] a byte too many is refused, told beforehand or not, and its sender hears how much may be', async () => {
  world = await startPictures({ config: { maxPictureBytes: 200_000 } });
  const tooMany = new Uint8Array(200_001);
  const refusal = { code: 'picture-too-large', about: { max: 200_000 } };
  const who = world.facilitator;
  expect(await world.send(who, tooMany)).toMatchObject({ status: 413, refusal });
  const pieces = Array.from({ length: 40 }, () => new Uint8Array(50_000));
  expect(await stream(who, { pieces })).toMatchObject({ refusal });
  const fits = await bytesOf(plainPicture(400, 400).png());
  expect(code(await world.send(who, fits))).toBe('ok');
  await expect.poll(uploadFolders).toEqual([]);
});

test('[F4] a sprint keeps so many pictures and no more, also when they come together', async () => {
  world = await startPictures({ config: { maxPictures: 3 } });
  const file = await small();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => world.send(world.facilitator, file)),
  );
  expect(answers.map(code).sort()).toEqual([
    'ok',
    'ok',
    'ok',
    'too-many-pictures',
    'too-many-pictures',
  ]);
  expect(await rows()).toHaveLength(3);
});

test('[F4] a sprint keeps so many bytes of pictures and no more', async () => {
  world = await startPictures({ config: { maxPicturesBytes: 150 } });
  expect(code(await world.send(world.facilitator, await small()))).toBe('ok');
  expect(code(await world.send(world.facilitator, await small()))).toBe('too-many-pictures');
});

test('[F4] who sends too fast is asked to wait, by name only', async () => {
  world = await startPictures({ picturePace: { points: 2, perS: 60 } });
  const anna = await world.come('Anna');
  const file = await small();
  await world.send(anna, file);
  await world.send(anna, file);
  expect(await world.send(anna, file)).toMatchObject({
    status: 429,
    refusal: { code: 'too-fast' },
  });
  expect(code(await world.send(world.facilitator, file))).toBe('ok');
});

test('[F9] a line that is cut in the middle leaves nothing behind', async () => {
  world = await startPictures();
  const pieces = [new Uint8Array(await small()), new Uint8Array(3_000_000)];
  const cut = stream(world.facilitator, { pieces, length: 9_000_000, cut: true });
  await expect(cut).rejects.toThrow();
  await expect.poll(uploadFolders).toEqual([]);
  expect(await rows()).toHaveLength(0);
  expect(code(await world.send(world.facilitator, await small()))).toBe('ok');
});

test('[F12] a picture stays as long as its sprint, and goes with it', async () => {
  world = await startPictures();
  const id = idOf(await world.send(world.facilitator, await small()));
  expect((await world.see(world.facilitator, id)).status).toBe(200);
  await world.command({ kind: 'delete-sprint', name: 'Monteur aan huis' });
  expect(
    await world.db.select().from(pictures).where(eq(pictures.sprintId, world.sprintId)),
  ).toEqual([]);
  expect((await world.see(world.facilitator, id)).status).toBe(404);
});

test('[S133] a picture on a pad is found by its owner alone, and equal ones are told alike', async () => {
  world = await startPictures();
  const file = await small();
  const [anna, bram] = [await world.come('Anna'), await world.come('Bram')];
  const id = idOf(await world.send(anna, file, { boardId: OWN_PAD }));
  const other = idOf(await world.send(bram, file, { boardId: OWN_PAD }));
  const seen = await world.see(anna, id);
  expect(seen.status).toBe(200);
  expect((await world.see(bram, other)).headers.get('etag')).toBe(seen.headers.get('etag'));
  for (const who of [world.facilitator, bram, null]) {
    expect((await world.see(who, id)).status).toBe(404);
  }
  const olga = await world.come('Olga');
  await world.command({ kind: 'set-role', memberId: olga.memberId, role: 'expert' });
  expect((await world.see(olga, id)).status).toBe(404);
});
