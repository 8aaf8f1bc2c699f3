/**
 * Pictures over http, beside the pages: a file may be fifty times what a page's form may hold, and
 * is streamed. `POST /sprint/<sprint>/pictures?board=<board>` with the bytes of the file as body,
 * `GET /sprint/<sprint>/pictures/<picture>`. The other paths are not ours.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { RefusedError, type Refusal, type RefusalCode } from '#domain/refusal';
import { parsePicturePath, type PictureAnswer } from '#protocol/pictures';
import type { Session } from '#server/auth/session';
import { faultFacts } from '#server/commands/database-refusal';
import type { Pictures } from '#server/pictures/pictures';
import type { Random } from '#server/random';

/** Of a line that brings nothing for so long nothing is expected any more. */
const STALLED_MS = 30_000;
/** What is still thrown away of a refused file, so that its sender can read why; then the line is cut. */
const DRAINED_BYTES = 64 * 1_048_576;

const statusOf: Partial<Record<RefusalCode, number>> = {
  'not-signed-in': 401,
  'no-such-sprint': 404,
  'no-such-board': 404,
  'too-fast': 429,
  'picture-too-large': 413,
  'picture-too-many-pixels': 413,
  'picture-unreadable': 415,
  'wrong-origin': 403,
};
const OTHERWISE_REFUSED = 403;

type Parts = {
  pictures: Pictures;
  originAllowed(request: IncomingMessage): boolean;
  sessionOf(request: IncomingMessage): Promise<Session | null>;
  random: Random;
  log: Logger;
};
type Target = { sprintId: string; pictureId: string | null; boardId: string };

/** @returns a listener that tells whether the request was about pictures; it answers those, and never throws. */
export function createPictureRequests(
  parts: Parts,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    const found = parsePicturePath(path);
    if (!found) return false;
    const target = { ...found, boardId: new URLSearchParams(query).get('board') ?? '' };
    void answer(request, response, target, parts);
    return true;
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  target: Target,
  parts: Parts,
): Promise<void> {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('content-security-policy', "sandbox; default-src 'none'");
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('cache-control', 'private, no-store');
  try {
    const { pictureId } = target;
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (pictureId !== null && reads) {
      await show(request, response, { ...target, pictureId }, parts);
    } else if (pictureId === null && request.method === 'POST') {
      await take(request, response, target, parts);
    } else {
      response.writeHead(405, { allow: pictureId === null ? 'POST' : 'GET, HEAD' }).end();
    }
  } catch (thrown) {
    fail(request, response, thrown, parts);
  }
}

async function show(
  request: IncomingMessage,
  response: ServerResponse,
  target: { sprintId: string; pictureId: string },
  { pictures, sessionOf }: Parts,
): Promise<void> {
  const content = await pictures.read(await sessionOf(request), target);
  if (!content) {
    response.writeHead(404).end();
    return;
  }
  // A picture never changes, but who may see it does: the browser keeps it and asks each time.
  // It is told by its bytes: an id or a time would say which of two equal ones this is.
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  response.setHeader('cache-control', 'private, no-cache');
  response.setHeader('etag', etag);
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'image/webp', 'content-length': content.length });
  response.end(request.method === 'HEAD' ? undefined : content);
}

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  { sprintId, boardId }: Target,
  parts: Parts,
): Promise<void> {
  if (!parts.originAllowed(request)) throw new RefusedError('wrong-origin');
  const session = await parts.sessionOf(request);
  const declared = Number(request.headers['content-length'] ?? Number.NaN);
  const upload = {
    declaredBytes: Number.isNaN(declared) ? null : declared,
    pieces: piecesOf(request),
  };
  const picture = await parts.pictures.add(session, { sprintId, boardId }, upload);
  reply(response, 201, { ok: true, picture });
}

/** The body piece by piece; throws when the line is cut or stands still. The request itself outlives it, for the answer. */
async function* piecesOf(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  request.setTimeout(STALLED_MS, () => request.destroy(new Error('stalled')));
  try {
    for await (const piece of request.iterator({ destroyOnReturn: false })) {
      yield piece as Uint8Array;
    }
  } finally {
    request.setTimeout(0);
  }
}

function reply(response: ServerResponse, status: number, body: PictureAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function fail(
  request: IncomingMessage,
  response: ServerResponse,
  thrown: unknown,
  { log, random }: Parts,
): void {
  // Cut in the middle: nobody is there to answer, and nothing was kept.
  if (request.socket.destroyed || response.headersSent) {
    response.destroy();
    return;
  }
  drain(request);
  if (thrown instanceof RefusedError) {
    const { refusal }: { refusal: Refusal } = thrown;
    reply(response, statusOf[refusal.code] ?? OTHERWISE_REFUSED, { ok: false, refusal });
    return;
  }
  const id = random.newId().slice(0, 8);
  log.error({ event: 'picture-failed', id, ...faultFacts(thrown) });
  response.writeHead(503, { 'content-type': 'application/json' }).end(JSON.stringify({ id }));
}

/** Reads on without keeping: a browser only reads the answer once it has sent its file. */
function drain(request: IncomingMessage): void {
  let size = 0;
  request.on('data', (piece: Buffer) => {
    size += piece.length;
    if (size > DRAINED_BYTES) request.destroy();
  });
  request.on('error', () => {});
}
