/**
 * What requests that bring a file share: the body piece by piece, and an answer that its sender can read, also
 * of a file that was refused half way. Called by the requests of pictures and of paper.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { RefusedError, type Refusal, type RefusalCode } from '#domain/refusal';
import { faultFacts } from '#server/commands/database-refusal';
import type { Upload } from '#server/pictures/pictures';
import type { Random } from '#server/random';

/** Of a line that brings nothing for so long nothing is expected any more. */
const STALLED_MS = 30_000;
/** What is still thrown away of a refused file, so that its sender can read why; then the line is cut. */
const DRAINED_BYTES = 64 * 1_048_576;

const statusOf: Partial<Record<RefusalCode, number>> = {
  'not-signed-in': 401,
  'no-such-sprint': 404,
  'no-such-link': 404,
  'link-expired': 410,
  'no-such-board': 404,
  'too-fast': 429,
  'picture-too-large': 413,
  'picture-too-many-pixels': 413,
  'picture-unreadable': 415,
  'wrong-origin': 403,
  'field-invalid': 400,
};
const OTHERWISE_REFUSED = 403;

export function uploadOf(request: IncomingMessage): Upload {
  const declared = Number(request.headers['content-length'] ?? Number.NaN);
  return {
    declaredBytes: Number.isNaN(declared) ? null : declared,
    pieces: piecesOf(request),
  };
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

export function replyJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** @param how.event what a fault is called in the log. */
export function failUpload(
  request: IncomingMessage,
  response: ServerResponse,
  thrown: unknown,
  { log, random, event }: { log: Logger; random: Pick<Random, 'newId'>; event: string },
): void {
  // Cut in the middle: nobody is there to answer, and nothing was kept.
  if (request.socket.destroyed || response.headersSent) {
    response.destroy();
    return;
  }
  drain(request);
  if (thrown instanceof RefusedError) {
    const { refusal }: { refusal: Refusal } = thrown;
    replyJson(response, statusOf[refusal.code] ?? OTHERWISE_REFUSED, { ok: false, refusal });
    return;
  }
  const id = random.newId().slice(0, 8);
  log.error({ event, id, ...faultFacts(thrown) });
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
