/**
 * Says a refusal in a toast. Its words are fetched when there is something to say: most visits are
 * never refused anything. The room fetches them ahead, with the page that says goodbye.
 */
import { toast } from 'svelte-sonner';
import type { Refusal } from '#domain/refusal';
import { m } from '$lib/paraglide/messages';

export async function toastRefusal(refusal: Refusal): Promise<void> {
  try {
    const { refusalWords } = await import('./words');
    toast.error(refusalWords(refusal).text);
  } catch {
    toast.error(m.frame_not_sent());
  }
}
