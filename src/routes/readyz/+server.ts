/** Whether this server can do its work: the database answers. */
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
  (await locals.app.ready())
    ? new Response('ready\n')
    : new Response('the database does not answer\n', { status: 503 });
