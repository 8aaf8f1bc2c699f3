import { readForm, refusedForm } from '$lib/forms/form-answer';
import { visitOf } from '$lib/forms/visit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ mail: locals.app.people.offers.mail });

export const actions: Actions = {
  default: async (event) => {
    const typed = await readForm(event.request);
    const next = event.url.searchParams.get('next') ?? '';
    const asked = { ...typed, next };
    const answer = await event.locals.app.people.forgotPassword(asked, visitOf(event));
    return answer.ok ? { sent: true } : refusedForm(answer, typed);
  },
};
