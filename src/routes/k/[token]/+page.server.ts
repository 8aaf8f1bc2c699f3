import { redirect, type RequestEvent } from '@sveltejs/kit';
import { readForm, refusedForm } from '$lib/forms/form-answer';
import { CUSTOMER_COOKIE, customerPath } from '#protocol/asking';
import type { Actions, PageServerLoad } from './$types';

type Event = Pick<RequestEvent, 'cookies' | 'getClientAddress'>;

function visitorOf({ cookies, getClientAddress }: Event) {
  return { holder: cookies.get(CUSTOMER_COOKIE), address: getClientAddress() };
}

/** A GET must not begin anything: previews of links fetch it. */
export const load: PageServerLoad = async (event) => {
  const { locals, params, url, setHeaders } = event;
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' });
  const wanted = url.searchParams.get('q');
  const at = wanted === null ? null : Number(wanted) - 1;
  const answer = await locals.app.askings.look(params.token, visitorOf(event), at);
  return answer.ok
    ? { page: answer.value, refusals: [] }
    : { page: null, refusals: answer.refusals };
};

export const actions: Actions = {
  async begin(event) {
    const { locals, params, cookies, url } = event;
    const answer = await locals.app.askings.begin(params.token, visitorOf(event));
    if (!answer.ok) return refusedForm(answer);
    if (answer.value) {
      const { holder, expiresAt } = answer.value;
      // Sent, it is closed; its own browser may still read for a while that it is.
      cookies.set(CUSTOMER_COOKIE, holder, {
        ...{ path: customerPath(params.token), httpOnly: true, sameSite: 'lax' },
        ...{ expires: expiresAt, secure: url.protocol === 'https:' },
      });
    }
    redirect(303, customerPath(params.token));
  },

  async answer(event) {
    const { locals, params, request } = event;
    const fields = await readForm(request);
    const at = Number(fields['at']);
    const here = customerPath(params.token);
    const isBack = fields['go'] === 'back';
    const dots = Object.entries(fields).flatMap(([name, count]) =>
      name.startsWith('dot:') ? [[name.slice(4), count] as const] : [],
    );
    const isEmpty =
      !fields['answer'] && !fields['words']?.trim() && dots.every(([, count]) => count === '0');
    // Going back passes nothing: what was left empty stays open.
    if (isBack && isEmpty) redirect(303, `${here}?q=${at}`);
    const input = { at: fields['at'], answer: fields['answer'], words: fields['words'], dots };
    const answer = await locals.app.askings.answer(params.token, visitorOf(event), input);
    if (!answer.ok) return refusedForm(answer, fields);
    redirect(303, `${here}?q=${isBack ? at : answer.value + 1}`);
  },

  async send(event) {
    const { locals, params } = event;
    const answer = await locals.app.askings.send(params.token, visitorOf(event));
    if (!answer.ok) return refusedForm(answer);
    redirect(303, customerPath(params.token));
  },
};
