/**
 * Runs once, before the page starts: a page speaks one language until it is loaded anew, so the cookie
 * is asked for it once and not for each word. Before anything else hears a key, those of an input
 * method are kept from all of it.
 */
import { keepComposingKeys } from '$lib/forms/composing-keys';
import { getLocale, overwriteGetLocale } from '$lib/paraglide/runtime';

keepComposingKeys(window);

const language = getLocale();
overwriteGetLocale(() => language);
