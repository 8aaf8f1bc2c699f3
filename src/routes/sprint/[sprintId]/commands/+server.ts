/**
 * POST one command as JSON. A rule that says no is an answer like any other (200, `ok: false`); only
 * a world that failed answers 503, with the id under which the log knows it.
 */
import { json, type RequestHandler } from '@sveltejs/kit';
import type { CommandAnswer } from '#protocol/commands';
import { PROTOCOL_VERSION } from '#protocol/version';

/** The longest command is a decision with its reason, or two hundred late notes. */
const BODY_MAX_BYTES = 64 * 1024;

function refuse(code: 'page-too-old' | 'field-invalid', field?: string): Response {
  const refusal = field === undefined ? { code } : { code, field };
  return json({ ok: false, refusal } satisfies CommandAnswer);
}

export const POST: RequestHandler = async ({ locals, params, request }) => {
  const version = Number(request.headers.get('x-protocol-version'));
  if (!(version >= PROTOCOL_VERSION)) return refuse('page-too-old');
  const body = await request.text();
  if (body.length > BODY_MAX_BYTES) return refuse('field-invalid', 'kind');
  let input: unknown;
  try {
    input = JSON.parse(body);
  } catch {
    return refuse('field-invalid', 'kind');
  }
  try {
    const answer = await locals.app.commands.run(locals.session, params.sprintId ?? '', input);
    return json(answer);
  } catch (fault) {
    // By name: the server's bundle has its own copy of the class.
    if (!(fault instanceof Error) || fault.name !== 'CommandFault') throw fault;
    const { id } = fault as Error & { id: string };
    return json({ message: 'command failed', id }, { status: 503 });
  }
};
