import { redirect } from '@sveltejs/kit';
import { safePath } from '#domain/safe-path';
import { readForm, refusedForm } from '$lib/forms/form-answer';
import { setLanguage } from '$lib/forms/language-cookie';
import { setSession, visitOf } from '$lib/forms/visit';
import type { Actions, PageServerLoad } from './$types';

/** A GET must not use the link: previews of mails fetch it. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const answer = await locals.app.people.lookAtRegistration(params.token);
  return {
    registration: answer.ok ? answer.value : null,
    refusals: answer.ok ? [] : answer.refusals,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { password } = await readForm(event.request);
    const { token } = event.params;
    const answer = await event.locals.app.people.confirmRegistration(
      { token, password },
      visitOf(event),
    );
    if (!answer.ok) return refusedForm(answer);
    setSession(event, answer.value);
    setLanguage(event, answer.value.language);
    redirect(303, safePath(answer.value.next, '/sprints'));
  },
};
