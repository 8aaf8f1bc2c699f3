import { error, redirect } from '@sveltejs/kit';
import { setLanguage } from '$lib/forms/language-cookie';
import { safePath } from '#domain/safe-path';
import { visitOf } from '$lib/forms/visit';
import type { RequestHandler } from './$types';

/** Another language, from the switch below every page: a cookie, and the person's wish. */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  const language = form.get('language');
  if (!setLanguage(event, language)) error(400);
  await event.locals.app.people.rememberLanguage(language, visitOf(event));
  redirect(303, safePath(form.get('back')?.toString(), '/'));
};
