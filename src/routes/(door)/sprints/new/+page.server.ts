import { redirect } from '@sveltejs/kit';
import { readForm, refusedForm } from '$lib/forms/form-answer';
import { visitOf } from '$lib/forms/visit';
import type { Actions, PageServerLoad } from './$types';

const ACCOUNT_NEEDED = '/sign-in?next=/sprints/new';

export const load: PageServerLoad = ({ locals }) => {
  const { session } = locals;
  if (!session || session.email === null || session.onlySprintId) redirect(303, ACCOUNT_NEEDED);
  return { today: locals.app.clock.now().toISOString().slice(0, 10) };
};

export const actions: Actions = {
  default: async (event) => {
    const typed = await readForm(event.request);
    const answer = await event.locals.app.people.createSprint(typed, visitOf(event));
    if (!answer.ok) return refusedForm(answer, typed);
    redirect(303, `/sprint/${answer.value.sprintId}`);
  },
};
