/**
 * What every request passes: language, the app and the session in `locals`, the check of Origin on
 * whatever may change something, headers that close what is not used, and errors with an id.
 */
import { error, json, type Handle, type HandleServerError } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { isGoneVisitor } from '$lib/forms/gone-visitor';
import { m } from '$lib/paraglide/messages';
import { baseLocale } from '$lib/paraglide/runtime';
import { paraglideMiddleware } from '$lib/paraglide/server';
import { refusalWords } from '$lib/refusals/words';
import { withLanguageFiles } from './language-files';

/** Set by the server process before the first request; see server/app-key.ts. */
const APP_KEY = Symbol.for('sprintkamer.app');
const safeMethods = ['GET', 'HEAD', 'OPTIONS'];
/** Asked often, by machines, without a cookie. */
const probes = ['/healthz', '/readyz'];

const language: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ request, locale }) => {
    event.request = request;
    event.locals.language = locale;
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => withLanguageFiles(html.replace('%lang%', locale), locale),
    });
    const ahead = response.headers.get('link');
    if (ahead) response.headers.set('link', withLanguageFiles(ahead, locale));
    return response;
  });

const parts: Handle = async ({ event, resolve }) => {
  event.locals.app = (globalThis as Record<symbol, unknown>)[APP_KEY] as App.Locals['app'];
  event.locals.session = null;
  // No identifier holds a NUL, and the database would stumble over it.
  const { pathname, search } = event.url;
  if (`${pathname}${search}`.includes('%00')) error(404, m.frame_error_not_found());
  if (!probes.includes(pathname)) await readSession(event);
  return resolve(event);
};

async function readSession(event: Parameters<Handle>[0]['event']): Promise<void> {
  const { sessions } = event.locals.app;
  const secure = event.url.protocol === 'https:';
  const { token, moved } = sessions.tokenIn((name) => event.cookies.get(name), { secure });
  if (!token) return;
  const set = ({ name, value, options }: ReturnType<typeof sessions.cookie>) =>
    event.cookies.set(name, value, options);
  if (moved) set(sessions.plainCookieGone());
  const found = await sessions.readSession(token);
  if (!found) {
    set(sessions.cookie('', new Date(0), { secure }));
    return;
  }
  event.locals.session = found.session;
  if (found.extended || moved) set(sessions.cookie(token, found.session.expiresAt, { secure }));
}

/** A page of somebody else's cannot make a visitor's browser change anything here. */
const origin: Handle = ({ event, resolve }) => {
  const { request, locals } = event;
  if (safeMethods.includes(request.method)) return resolve(event);
  const host = request.headers.get('host') ?? event.url.host;
  if (locals.app.origins.mayWrite(request.headers.get('origin'), host)) return resolve(event);
  const refusal = { code: 'wrong-origin' } as const;
  locals.app.log.warn({ event: 'wrong-origin', origin: request.headers.get('origin'), host });
  if (request.headers.get('content-type')?.startsWith('application/json')) {
    return json({ ok: false, refusal }, { status: 403 });
  }
  error(403, refusalWords(refusal).text);
};

const headers: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  // Links hold secrets: no other site hears them. 'no-referrer' would turn a form's Origin into null.
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set(
    'permissions-policy',
    'camera=(), microphone=(), geolocation=(), payment=()',
  );
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('x-frame-options', 'DENY');
  if (!response.headers.has('cache-control'))
    response.headers.set('cache-control', 'private, no-cache');
  return response;
};

export const handle: Handle = sequence(headers, language, parts, origin);

export const handleError: HandleServerError = ({ error: thrown, event, status, message }) => {
  // What fails before a page is made has no language of its own yet.
  const locale = event.locals.language ?? baseLocale;
  if (status === 404) return { message: m.frame_error_not_found({}, { locale }) };
  if (status < 500) return { message };
  const { pathname } = event.url;
  // The path without what comes behind a secret's name: links are passwords.
  const route = event.route.id ?? pathname.split('/')[1];
  if (isGoneVisitor(thrown)) {
    event.locals.app?.log.debug({ event: 'visitor-gone', route, method: event.request.method });
    return { message };
  }
  const id = crypto.randomUUID().slice(0, 8);
  event.locals.app?.log.error({
    event: 'page-failed',
    id,
    route,
    method: event.request.method,
    err: thrown,
  });
  return { message: m.frame_error_unexpected({}, { locale }), id };
};
