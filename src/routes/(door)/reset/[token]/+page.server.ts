import { redirect } from '@sveltejs/kit';
import { safePath } from '#domain/safe-path';
import { readForm, refusedForm } from '$lib/forms/form-answer';
import { setSession, visitOf } from '$lib/forms/visit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const answer = await locals.app.people.lookAtReset(params.token);
  return { refusals: answer.ok ? [] : answer.refusals };
};

export const actions: Actions = {
  default: async (event) => {
    const { newPassword } = await readForm(event.request);
    const { token } = event.params;
    const answer = await event.locals.app.people.resetPassword(
      { token, newPassword },
      visitOf(event),
    );
    if (!answer.ok) return refusedForm(answer);
    setSession(event, answer.value);
    redirect(303, safePath(event.url.searchParams.get('next'), '/sprints'));
  },
};
