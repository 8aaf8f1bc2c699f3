import { redirect } from '@sveltejs/kit';
import { readForm, refusedForm } from '$lib/forms/form-answer';
import { roomPath } from '$lib/forms/room-path';
import { setSession, visitOf } from '$lib/forms/visit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const answer = await event.locals.app.people.lookAtDoor(event.params.token, visitOf(event));
  if (!answer.ok) return { door: null, refusals: answer.refusals };
  // Whoever is in already walks straight on.
  if (answer.value.member) redirect(303, `/sprint/${answer.value.sprintId}`);
  return { door: answer.value, refusals: [] };
};

export const actions: Actions = {
  default: async (event) => {
    const typed = await readForm(event.request);
    const { token } = event.params;
    const answer = await event.locals.app.people.join({ token, name: typed.name }, visitOf(event));
    if (!answer.ok) return refusedForm(answer, typed);
    setSession(event, answer.value.signedIn);
    redirect(303, roomPath(answer.value));
  },
};
