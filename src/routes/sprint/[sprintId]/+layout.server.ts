/** The sprint's door on the server: the reader's stage, or the page where they can come in. */
import { error, redirect } from '@sveltejs/kit';
import { RefusedError } from '#domain/refusal';
import { refusalWords } from '$lib/refusals/words';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params, url, untrack }) => {
  try {
    return { stage: await locals.app.stages.of(locals.session, params.sprintId) };
  } catch (thrown) {
    if (!(thrown instanceof RefusedError)) throw thrown;
    const { refusal } = thrown;
    const next = encodeURIComponent(untrack(() => url.pathname));
    if (refusal.code === 'not-signed-in') redirect(303, `/sign-in?next=${next}`);
    if (refusal.code === 'not-a-member' || refusal.code === 'removed-from-sprint') {
      redirect(303, `/join?refused=${refusal.code}`);
    }
    error(refusal.code === 'no-such-sprint' ? 404 : 403, refusalWords(refusal).text);
  }
};
