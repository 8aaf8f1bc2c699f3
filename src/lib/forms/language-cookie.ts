/** The cookie that holds the language of the pages; the browser's own script reads it too. */
import type { RequestEvent } from '@sveltejs/kit';
import { cookieMaxAge, cookieName, isLocale } from '$lib/paraglide/runtime';

/** @returns whether it is a language that we speak; if not, nothing is set. */
export function setLanguage(event: RequestEvent, language: unknown): language is 'nl' | 'en' {
  if (!isLocale(language)) return false;
  event.cookies.set(cookieName, language, {
    path: '/',
    maxAge: cookieMaxAge,
    sameSite: 'lax',
    httpOnly: false,
    secure: event.url.protocol === 'https:',
  });
  return true;
}
