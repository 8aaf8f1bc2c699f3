import { redirect } from '@sveltejs/kit';
import { readForm, refusedForm } from '$lib/forms/form-answer';
import { safePath } from '#domain/safe-path';
import { setLanguage } from '$lib/forms/language-cookie';
import { setSession, visitOf } from '$lib/forms/visit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
  mayRegister: locals.app.people.offers.registration !== 'closed',
  email: url.searchParams.get('email') ?? '',
});

export const actions: Actions = {
  default: async (event) => {
    const typed = await readForm(event.request);
    const answer = await event.locals.app.people.signIn(typed, visitOf(event));
    if (!answer.ok) return refusedForm(answer, typed);
    setSession(event, answer.value);
    setLanguage(event, answer.value.language);
    redirect(303, safePath(event.url.searchParams.get('next'), '/sprints'));
  },
};
