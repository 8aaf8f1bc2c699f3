/**
 * The pages: SvelteKit's built handler, told on which origin and from which address each request
 * comes. Its own reading of ORIGIN, PORT and the like is switched off by the prefix in
 * svelte.config.js, because ORIGIN may be a list here and http is the rule on a laptop.
 */
import { existsSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { clientAddress } from '#server/client-address';
import type { Config } from '#server/config';
import { StartFault } from '#server/fault';
import type { Origins } from '#server/origins';
import { projectRoot } from '#server/project-root';

const PROTOCOL = 'x-sprintkamer-protocol';
const HOST = 'x-sprintkamer-host';
const ADDRESS = 'x-sprintkamer-address';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** @returns the listener for the http server. Throws StartFault when nothing was built. */
export async function createWebHandler({
  config,
  origins,
}: {
  config: Config;
  origins: Origins;
}): Promise<RequestListener> {
  const file = join(projectRoot(), 'build', 'web', 'handler.js');
  if (!existsSync(file)) throw new StartFault("The pages are not built yet: run 'npm run build'.");
  // Read once, when the handler is loaded.
  process.env.SPRINTKAMER_WEB_PROTOCOL_HEADER = PROTOCOL;
  process.env.SPRINTKAMER_WEB_HOST_HEADER = HOST;
  process.env.SPRINTKAMER_WEB_ADDRESS_HEADER = ADDRESS;
  const { handler } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
    handler: Handler;
  };
  return (request, response) => {
    const { protocol, host } = parts(origins.of(request.headers.host));
    // Written over whatever the client sent under these names.
    request.headers[PROTOCOL] = protocol;
    request.headers[HOST] = host;
    request.headers[ADDRESS] = clientAddress(request, config.proxies);
    handler(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  };
}

/** 'http://host:3000' in two; a Host header that is no address stays what it is, and is refused. */
function parts(origin: string): { protocol: string; host: string } {
  const [protocol = 'http', host = ''] = origin.split('://');
  return { protocol, host };
}
