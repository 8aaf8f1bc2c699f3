/** What the pages of a phone code and of a return code share: look without using, use on the button. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { refusedForm } from '$lib/forms/form-answer';
import { setSession, visitOf } from '$lib/forms/visit';

type Kind = 'phone' | 'return';
type SeatEvent = RequestEvent & { params: { token: string } };

/** A GET must not use the code: previews of links fetch it. */
export async function loadSeat(event: SeatEvent, kind: Kind) {
  const { token } = event.params;
  const answer = await event.locals.app.people.lookAtSeat({ token, kind }, visitOf(event));
  return {
    kind,
    seat: answer.ok ? answer.value : null,
    refusals: answer.ok ? [] : answer.refusals,
  };
}

export async function takeSeat(event: SeatEvent, kind: Kind) {
  const { token } = event.params;
  const answer = await event.locals.app.people.enterByTicket({ token, kind }, visitOf(event));
  if (!answer.ok) return refusedForm(answer);
  setSession(event, answer.value.signedIn);
  redirect(303, `/sprint/${answer.value.sprintId}`);
}
