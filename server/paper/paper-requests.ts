/**
 * Photographs of paper over http: `POST /paper/<token>/photos/<photo>?pieces=<JSON>` with the bytes of the
 * picture as body, from the phone whose cookie opened the code. The other paths are not ours.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { RefusedError } from '#domain/refusal';
import { PAPER_COOKIE, parsePaperPath } from '#protocol/paper';
import type { Papers } from '#server/paper/papers';
import { failUpload, replyJson, uploadOf } from '#server/pictures/upload-answer';
import type { Random } from '#server/random';

type Parts = {
  papers: Pick<Papers, 'lay'>;
  originAllowed(request: IncomingMessage): boolean;
  cookieOf(request: IncomingMessage, name: string): string | undefined;
  random: Random;
  log: Logger;
};

/** @returns a listener that tells whether the request was a photograph of paper; it answers those, and never throws. */
export function createPaperRequests(
  parts: Parts,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    const target = parsePaperPath(path);
    if (!target) return false;
    void answer(request, response, { ...target, query }, parts);
    return true;
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { token, photoId, query }: { token: string; photoId: string; query: string },
  { papers, originAllowed, cookieOf, random, log }: Parts,
): Promise<void> {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'private, no-store');
  if (request.method !== 'POST') {
    response.writeHead(405, { allow: 'POST' }).end();
    return;
  }
  try {
    if (!originAllowed(request)) throw new RefusedError('wrong-origin');
    const pieces = parsed(new URLSearchParams(query).get('pieces') ?? '');
    const upload = uploadOf(request);
    await papers.lay(token, cookieOf(request, PAPER_COOKIE), { photoId, pieces, upload });
    replyJson(response, 201, { ok: true });
  } catch (thrown) {
    failUpload(request, response, thrown, { log, random, event: 'paper-failed' });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
