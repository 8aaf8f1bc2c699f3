import { redirect } from '@sveltejs/kit';
import { refusedForm } from '$lib/forms/form-answer';
import { setSession, visitOf } from '$lib/forms/visit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { app } }) => ({
  examples: app.examples.offered,
  exampleGone: url.searchParams.get('example') === 'gone',
  /** Where this page is known by: one address, whatever the visitor is on. */
  home: app.config.origins[0] ?? url.origin,
});

export const actions: Actions = {
  /** Begins an example sprint, or goes back to the one that still lives. */
  example: async (event) => {
    const answer = await event.locals.app.examples.start(visitOf(event));
    if (!answer.ok) return refusedForm(answer);
    setSession(event, answer.value.signedIn);
    redirect(303, `/sprint/${answer.value.sprintId}`);
  },
};
