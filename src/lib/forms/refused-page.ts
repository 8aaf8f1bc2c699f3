/** What a page of a sprint answers to who may not read it: the door, or an error page with the words. */
import { error, redirect } from '@sveltejs/kit';
import { RefusedError } from '#domain/refusal';
import { refusalWords } from '$lib/refusals/words';

/** Throws the redirect or the error; anything that is no refusal is thrown on as it is. */
export function refusedPage(thrown: unknown, url: URL): never {
  if (!(thrown instanceof RefusedError)) throw thrown;
  if (thrown.refusal.code === 'not-signed-in') {
    redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
  }
  error(404, refusalWords(thrown.refusal).text);
}
