import { redirect } from '@sveltejs/kit';
import { readForm, refusedForm } from '$lib/forms/form-answer';
import { safePath } from '#domain/safe-path';
import { setSession, visitOf } from '$lib/forms/visit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const invitation = url.searchParams.get('invitation') ?? '';
  const may = await locals.app.people.mayRegister(invitation);
  return {
    invitation,
    refusals: may.ok ? [] : may.refusals,
    back: safePath(url.searchParams.get('next'), '/'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const typed = await readForm(event.request);
    const next = safePath(event.url.searchParams.get('next'), '');
    const answer = await event.locals.app.people.register({ ...typed, next }, visitOf(event));
    if (!answer.ok) return refusedForm(answer, typed);
    // A mail says how to go on.
    if (!answer.value) return { sentTo: typed.email ?? '' };
    setSession(event, answer.value);
    redirect(303, next || '/sprints');
  },
};
