import { redirect } from '@sveltejs/kit';
import { refusedForm } from '$lib/forms/form-answer';
import { PAPER_COOKIE, paperPath } from '#protocol/paper';
import type { Actions, PageServerLoad } from './$types';

/** A GET must not open the code: previews of links fetch it. */
export const load: PageServerLoad = async ({ locals, params, cookies }) => {
  const answer = await locals.app.papers.look(params.token, cookies.get(PAPER_COOKIE));
  return answer.ok
    ? { token: params.token, pad: answer.value, refusals: [] }
    : { token: params.token, pad: null, refusals: answer.refusals };
};

export const actions: Actions = {
  default: async ({ locals, params, cookies, url }) => {
    const answer = await locals.app.papers.open(params.token, cookies.get(PAPER_COOKIE));
    if (!answer.ok) return refusedForm(answer);
    if (answer.value) {
      const { holder, expiresAt } = answer.value;
      cookies.set(PAPER_COOKIE, holder, {
        ...{ path: paperPath(params.token), httpOnly: true, sameSite: 'lax', expires: expiresAt },
        secure: url.protocol === 'https:',
      });
    }
    redirect(303, paperPath(params.token));
  },
};
