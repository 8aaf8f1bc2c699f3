import { redirect } from '@sveltejs/kit';
import { visitOf } from '$lib/forms/visit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const answer = await event.locals.app.people.listSprints(visitOf(event));
  if (!answer.ok) redirect(303, '/sign-in?next=/sprints');
  return { sprints: answer.value, today: event.locals.app.clock.now().toISOString().slice(0, 10) };
};
