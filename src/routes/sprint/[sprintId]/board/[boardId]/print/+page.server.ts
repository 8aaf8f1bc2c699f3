/** One board on its way to paper, as it is or (`?moment=`) as it was. */
import { refusedPage } from '$lib/forms/refused-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { sprintId, boardId } = params;
  /** Where sketches hang of which a storyboard shows parts; null where there is none to read. */
  const museumOf = async () => {
    const boards = await locals.app.history.list(locals.session, sprintId);
    const hung = boards.findLast(({ board }) => board.kind === 'gallery');
    if (!hung) return null;
    const { boardId: hungId } = hung.board;
    return locals.app.history.sheet(locals.session, sprintId, {
      boardId: hungId,
      snapshotId: null,
    });
  };
  const asked = { boardId, snapshotId: url.searchParams.get('moment') };
  try {
    const sheet = await locals.app.history.sheet(locals.session, sprintId, asked);
    const museum = sheet.board.kind === 'storyboard' ? await museumOf() : null;
    return { sheet, museum, readAt: locals.app.clock.now().getTime() };
  } catch (thrown) {
    refusedPage(thrown, url);
  }
};
