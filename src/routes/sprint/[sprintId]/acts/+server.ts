/** GET a page of the trail of facilitation as JSON. A refusal is an answer like any other (200, `ok: false`). */
import { json, type RequestHandler } from '@sveltejs/kit';
import { RefusedError } from '#domain/refusal';
import type { ActsAnswer } from '#protocol/acts';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const before = url.searchParams.get('before');
  try {
    const page = await locals.app.acts.page(locals.session, params.sprintId ?? '', { before });
    return json({ ok: true, page } satisfies ActsAnswer, {
      headers: { 'cache-control': 'no-store' },
    });
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return json({ ok: false, refusal: error.refusal } satisfies ActsAnswer);
  }
};
