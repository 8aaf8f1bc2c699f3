/** One board on its way to paper, as it is or (`?moment=`) as it was. */
import { refusedPage } from '$lib/forms/refused-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { sprintId, boardId } = params;
  const asked = { boardId, snapshotId: url.searchParams.get('moment') };
  try {
    const sheet = await locals.app.history.sheet(locals.session, sprintId, asked);
    return { sheet, readAt: locals.app.clock.now().getTime() };
  } catch (thrown) {
    refusedPage(thrown, url);
  }
};
