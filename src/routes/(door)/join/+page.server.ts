import { redirect } from '@sveltejs/kit';
import { readForm, refusedForm } from '$lib/forms/form-answer';
import { roomPath } from '$lib/forms/room-path';
import { setSession, visitOf } from '$lib/forms/visit';
import type { Actions, PageServerLoad } from './$types';

/** Who was sent here from a room reads why. */
const reasons = ['not-a-member', 'removed-from-sprint', 'left-sprint'] as const;

export const load: PageServerLoad = async ({ url, locals }) => {
  const reason = reasons.find((code) => code === url.searchParams.get('refused')) ?? null;
  const seatIsGone = reason === 'removed-from-sprint' || reason === 'left-sprint';
  return {
    code: url.searchParams.get('code') ?? '',
    reason,
    lostSeats: seatIsGone ? await locals.app.people.lostSeats(locals) : [],
  };
};

export const actions: Actions = {
  default: async (event) => {
    const typed = await readForm(event.request);
    const { code = '', name } = typed;
    const answer = await event.locals.app.people.join({ code, name }, visitOf(event));
    if (!answer.ok) return refusedForm(answer, typed);
    setSession(event, answer.value.signedIn);
    redirect(303, roomPath(answer.value));
  },
};
