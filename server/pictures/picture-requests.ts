/**
 * Pictures over http, beside the pages: a file may be fifty times what a page's form may hold, and
 * is streamed. `POST /sprint/<sprint>/pictures?board=<board>` with the bytes of the file as body,
 * `GET /sprint/<sprint>/pictures/<picture>`. The other paths are not ours.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { RefusedError } from '#domain/refusal';
import { parsePicturePath, type PictureAnswer } from '#protocol/pictures';
import type { Session } from '#server/auth/session';
import type { Pictures } from '#server/pictures/pictures';
import { failUpload, replyJson, uploadOf } from '#server/pictures/upload-answer';
import type { Random } from '#server/random';

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
    failUpload(request, response, thrown, { ...parts, event: 'picture-failed' });
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
  const picture = await parts.pictures.add(session, { sprintId, boardId }, uploadOf(request));
  const answered: PictureAnswer = { ok: true, picture };
  replyJson(response, 201, answered);
}
