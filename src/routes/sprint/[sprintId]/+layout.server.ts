/** The sprint's door on the server: the reader's stage, or the page where they can come in. */
import { error, redirect } from '@sveltejs/kit';
import { RefusedError, type RefusalCode } from '#domain/refusal';
import { isExampleId } from '#domain/sprint/example';
import { refusalWords } from '$lib/refusals/words';
import type { LayoutServerLoad } from './$types';

/** Who is not in the sprint reads why at the door, where they may come in. */
const sentToTheDoor: ReadonlySet<RefusalCode> = new Set([
  'not-a-member',
  'removed-from-sprint',
  'left-sprint',
]);

export const load: LayoutServerLoad = async ({ locals, params, url, untrack }) => {
  try {
    return {
      stage: await locals.app.stages.of(locals.session, params.sprintId),
      maxPictureBytes: locals.app.config.maxPictureBytes,
    };
  } catch (thrown) {
    if (!(thrown instanceof RefusedError)) throw thrown;
    const { refusal } = thrown;
    const next = encodeURIComponent(untrack(() => url.pathname));
    if (isExampleId(params.sprintId) && refusal.code !== 'account-scoped') {
      redirect(303, '/?example=gone');
    }
    if (refusal.code === 'not-signed-in') redirect(303, `/sign-in?next=${next}`);
    if (sentToTheDoor.has(refusal.code)) redirect(303, `/join?refused=${refusal.code}`);
    error(refusal.code === 'no-such-sprint' ? 404 : 403, refusalWords(refusal).text);
  }
};
