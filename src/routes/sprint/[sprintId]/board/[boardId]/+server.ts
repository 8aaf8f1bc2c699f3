/** GET one board whole as JSON, as it is or (`?moment=`) as it was: what exports are made of. */
import { json, type RequestHandler } from '@sveltejs/kit';
import { refusedPage } from '$lib/forms/refused-page';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { sprintId = '', boardId = '' } = params;
  const asked = { boardId, snapshotId: url.searchParams.get('moment') };
  try {
    const sheet = await locals.app.history.sheet(locals.session, sprintId, asked);
    return json(sheet, { headers: { 'cache-control': 'private, no-store' } });
  } catch (thrown) {
    return refusedPage(thrown, url);
  }
};
