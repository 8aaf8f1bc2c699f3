/**
 * Runs once, before the page starts: a page speaks one language until it is loaded anew, so the cookie
 * is asked for it once and not for each word.
 */
import { getLocale, overwriteGetLocale } from '$lib/paraglide/runtime';

const language = getLocale();
overwriteGetLocale(() => language);
