import { redirect, type RequestEvent } from '@sveltejs/kit';
import { readForm, refusedForm } from '$lib/forms/form-answer';
import { setLanguage } from '$lib/forms/language-cookie';
import { clearSession, visitOf } from '$lib/forms/visit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { session, app, language } = event.locals;
  if (!session) redirect(303, '/sign-in?next=/account');
  const answer = await app.people.listSessions(visitOf(event));
  // A guest and a phone session have no account to show; the page says what they can do.
  if (!answer.ok) return { account: null };
  const { name, email } = session;
  return { account: { name, email, language, sessions: answer.value } };
};

/** Runs a use case and answers the one form of the page that asked. */
async function answerForm<T>(
  event: RequestEvent,
  of: string,
  ask: (
    typed: Record<string, string>,
  ) => Promise<
    { ok: true; value: T } | { ok: false; refusals: Parameters<typeof refusedForm>[0]['refusals'] }
  >,
) {
  const typed = await readForm(event.request);
  const answer = await ask(typed);
  return answer.ok ? { done: of, value: answer.value } : refusedForm(answer, typed, { of });
}

export const actions: Actions = {
  profile: async (event) => {
    const { people } = event.locals.app;
    const answer = await answerForm(event, 'profile', (typed) =>
      people.changeProfile(typed, visitOf(event)),
    );
    if (!('done' in answer)) return answer;
    setLanguage(event, answer.value.language);
    // In the language that was chosen, which only a new page speaks.
    redirect(303, '/account?saved');
  },
  password: (event) =>
    answerForm(event, 'password', (typed) =>
      event.locals.app.people.changePassword(typed, visitOf(event)),
    ),
  endSession: (event) =>
    answerForm(event, 'sessions', ({ id = '' }) =>
      event.locals.app.people.endOwnSession(id, visitOf(event)),
    ),
  endOthers: (event) =>
    answerForm(event, 'sessions', () => event.locals.app.people.endOtherSessions(visitOf(event))),
  invite: async (event) => {
    const answer = await event.locals.app.people.invite(visitOf(event));
    if (!answer.ok) return refusedForm(answer, {}, { of: 'invite' });
    const { path, expiresAt } = answer.value;
    return { done: 'invite', invitation: { url: event.url.origin + path, expiresAt } };
  },
  delete: async (event) => {
    const answer = await answerForm(event, 'delete', (typed) =>
      event.locals.app.people.deleteAccount(typed, visitOf(event)),
    );
    if (!('done' in answer)) return answer;
    clearSession(event);
    redirect(303, '/');
  },
};
