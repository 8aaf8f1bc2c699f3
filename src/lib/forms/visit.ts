/** From a request to what the use cases of people ask of it, and from their answer to the cookie. */
import type { RequestEvent } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime';

type Sessions = RequestEvent['locals']['app']['sessions'];
type Visit = Parameters<RequestEvent['locals']['app']['people']['signIn']>[1];

export function visitOf(event: RequestEvent): Visit {
  return {
    session: event.locals.session,
    address: event.getClientAddress(),
    userAgent: event.request.headers.get('user-agent'),
    language: getLocale(),
  };
}

/** Sets the cookie of a session that was made; nothing when none was. */
export function setSession(
  event: RequestEvent,
  signedIn: { readonly token: string; readonly expiresAt: Date } | null,
): void {
  if (signedIn) put(event, event.locals.app.sessions, signedIn);
}

/** Takes the cookie away. */
export function clearSession(event: RequestEvent): void {
  put(event, event.locals.app.sessions, { token: '', expiresAt: new Date(0) });
}

function put(
  event: RequestEvent,
  sessions: Sessions,
  { token, expiresAt }: { token: string; expiresAt: Date },
): void {
  const secure = event.url.protocol === 'https:';
  const { name, value, options } = sessions.cookie(token, expiresAt, { secure });
  event.cookies.set(name, value, options);
}
