/** The sprint's boards with their moments, and the chosen moment whole. */
import { refusedPage } from '$lib/forms/refused-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends('sprint:history');
  const { history } = locals.app;
  const moment = url.searchParams.get('moment');
  try {
    const [boards, sheet] = await Promise.all([
      history.list(locals.session, params.sprintId),
      moment === null ? null : history.moment(locals.session, params.sprintId, moment),
    ]);
    return { boards, sheet, boardId: url.searchParams.get('board') };
  } catch (thrown) {
    refusedPage(thrown, url);
  }
};
