/**
 * `npm run dev`: mounts the same app on Vite's server. Its sockets are taken from the 'upgrade'
 * event for our two paths only, so that Vite's own live reload stays what it is. When the server's
 * code changes the app is closed in order and made anew.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Plugin, ViteDevServer } from 'vite';
import type { DevApp, startDevApp } from '#server/dev/dev-app';

const ours = ['/sync/', '/live/'];
const MODULE = '/server/dev/dev-app.ts';
const RUNNING = Symbol.for('sprintkamer.dev');

/** Kept on the process: Vite makes this plugin anew when its own configuration changes. */
type Running = { app: Promise<DevApp | null> };
const processWide = globalThis as { [RUNNING]?: Running };

type DevModule = { startDevApp: typeof startDevApp };

async function startAfter(previous: Running | undefined, server: ViteDevServer) {
  // One server per data folder: the former app must have let go of it.
  await (await previous?.app)?.close();
  // Vite drops the changed modules after it has told us of them.
  await new Promise((resolve) => setImmediate(resolve));
  try {
    const module = (await server.ssrLoadModule(MODULE)) as DevModule;
    return await module.startDevApp();
  } catch (error) {
    const { name, message, stack } = error as Error;
    const known = name === 'StartFault' || name === 'ConfigError';
    server.config.logger.error(`\n${known ? message : stack}\n`);
    return null;
  }
}

function start(server: ViteDevServer): void {
  processWide[RUNNING] = { app: startAfter(processWide[RUNNING], server) };
}

/** Whether the app in this process is made of that file, directly or by an import. */
function isPartOfApp(server: ViteDevServer, file: string): boolean {
  if (file.endsWith('.test.ts')) return false;
  // Also when it did not even load: then nothing is known of its imports.
  if (file.startsWith(`${server.config.root}/server/`)) return true;
  const graph = server.environments.ssr.moduleGraph;
  const root = [...(graph.getModulesByFile(server.config.root + MODULE) ?? [])][0];
  const seen = new Set([root]);
  for (const module of seen) {
    if (module?.file === file) return true;
    for (const imported of module?.importedModules ?? []) seen.add(imported);
  }
  return false;
}

export function sprintkamerServer(): Plugin {
  let server: ViteDevServer;
  return {
    name: 'sprintkamer-server',
    apply: (_config, { command, mode }) => command === 'serve' && mode !== 'test',
    configureServer(made) {
      server = made;
      start(server);
      // A page asked for before the app is there waits for it.
      server.middlewares.use((request, response, next) => {
        void processWide[RUNNING]?.app.then((app) => {
          if (!app?.handleRequest(request, response)) next();
        });
      });
      server.httpServer?.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        if (!ours.some((path) => request.url?.startsWith(path))) return;
        void processWide[RUNNING]?.app.then((app) => {
          if (app) app.handleUpgrade(request, socket, head);
          else socket.destroy();
        });
      });
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => {
          void processWide[RUNNING]?.app.then((app) => app?.close()).finally(() => process.exit());
        });
      }
    },
    hotUpdate: {
      order: 'post',
      handler({ file }) {
        if (this.environment.name !== 'ssr' || !isPartOfApp(server, file)) return;
        server.config.logger.info('server code changed: the app starts anew', { timestamp: true });
        start(server);
      },
    },
  };
}
