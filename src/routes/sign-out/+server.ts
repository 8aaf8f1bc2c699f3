import { clearSession } from '$lib/forms/visit';
import type { RequestHandler } from './$types';

/**
 * Ends the session and asks the browser to forget the boards it kept: the next person on a shared
 * laptop must not find them, nor upload them.
 */
export const POST: RequestHandler = async (event) => {
  await event.locals.app.people.signOut(event.locals);
  clearSession(event);
  return new Response(null, {
    status: 303,
    headers: { location: '/', 'clear-site-data': '"storage"' },
  });
};
