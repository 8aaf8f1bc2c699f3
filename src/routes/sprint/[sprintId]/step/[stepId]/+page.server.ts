/** What one step left behind, read only. */
import { error, redirect } from '@sveltejs/kit';
import { RefusedError } from '#domain/refusal';
import { refusalWords } from '$lib/refusals/words';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  try {
    const { sprintId, stepId } = params;
    return { artefact: await locals.app.stages.artefact(locals.session, sprintId, stepId) };
  } catch (thrown) {
    if (!(thrown instanceof RefusedError)) throw thrown;
    if (thrown.refusal.code === 'not-signed-in') {
      redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
    }
    error(404, refusalWords(thrown.refusal).text);
  }
};
