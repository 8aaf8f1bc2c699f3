/** A running server with a sprint at work on an open board, people in it, and files to send there. */
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { picturePath, uploadPath, type PictureAnswer } from '#protocol/pictures';
import { startPeople, value, type PeopleWorld } from '#tests/support/people-world';
import { SESSION_COOKIE } from '#server/auth/session';

export type Who = { readonly cookie: string; readonly memberId: string };

export type PictureWorld = PeopleWorld & {
  readonly sprintId: string;
  readonly boardId: string;
  readonly facilitator: Who;
  /** A new guest of the sprint. */
  come(name: string): Promise<Who>;
  command(command: Parameters<PeopleWorld['run']>[2]): Promise<unknown>;
  /** Posts the bytes of a file as a browser does. */
  send(
    who: Who | null,
    file: Uint8Array<ArrayBuffer> | string,
    more?: { boardId?: string; sprintId?: string; origin?: string; type?: string },
  ): Promise<PictureAnswer & { status: number }>;
  see(who: Who | null, pictureId: string, sprintId?: string): Promise<Response>;
};

export async function startPictures(
  overrides: Parameters<typeof startPeople>[0] = {},
): Promise<PictureWorld> {
  // Where no other test's uploads are looked at.
  process.env.TMPDIR = await mkdtemp(join(tmpdir(), 'sprintkamer-tmp-'));
  const world = await startPeople(overrides);
  const { people } = world.app;
  const cookieOf = (token: string): string => `${SESSION_COOKIE}=${token}`;
  const form = { name: 'Fatima', email: 'fatima@example.org', password: 'een lang wachtwoord' };
  const token = value(await people.register(form, await world.visit()))?.token ?? '';
  const boss = await world.visit(token);
  const { sprintId, code } = await world.sprint(boss);
  const authority = await world.app.authorities.refresh(sprintId);
  const stepId = authority?.steps.find((step) => step.exercise === 'afsluiting')?.id ?? '';
  await world.run(boss, sprintId, { kind: 'open-step', stepId });
  await world.run(boss, sprintId, { kind: 'set-door', open: true });
  const after = await world.app.authorities.refresh(sprintId);
  const boardId = after?.steps.find((step) => step.id === stepId)?.boardId ?? '';
  const me = after?.members[0]?.id ?? '';

  return {
    ...world,
    ...{ sprintId, boardId, facilitator: { cookie: cookieOf(token), memberId: me } },
    async come(name) {
      const joined = value(await people.join({ code, name }, await world.visit()));
      return { cookie: cookieOf(joined.signedIn?.token ?? ''), memberId: joined.memberId };
    },
    command: (command) => world.run(boss, sprintId, command),
    async send(who, file, more = {}) {
      const path = uploadPath(more.sprintId ?? sprintId, more.boardId ?? boardId);
      const response = await fetch(world.url + path, {
        method: 'POST',
        headers: {
          origin: more.origin ?? world.url,
          ...(who && { cookie: who.cookie }),
          ...(more.type && { 'content-type': more.type }),
        },
        body: file,
      });
      return { ...((await response.json()) as PictureAnswer), status: response.status };
    },
    see: (who, pictureId, sprint = sprintId) =>
      fetch(world.url + picturePath(sprint, pictureId), {
        headers: { ...(who && { cookie: who.cookie }) },
      }),
  };
}

/** A picture of one colour. */
export function plainPicture(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#d97706' } });
}

export async function bytesOf(picture: Sharp): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await picture.toBuffer());
}

/** Temporary folders of this world's uploads that are there now. */
export async function uploadFolders(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('sprintkamer-picture-'));
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, out.length - 4);
  return out;
}

/** A PNG of one bit per pixel whose header promises `edge` x `edge`; its pixels are `data`, deflated. */
export function craftedPng(edge: number, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  header[8] = 1;
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', data),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}
