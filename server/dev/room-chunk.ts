/**
 * Lets a browser that comes into a room fetch few files: what every page needs together, and what the
 * room needs beyond that together. Left to itself the bundler makes a file for each set of pages that
 * share something: some eighty for the room, which are asked for one by one and compress worse.
 * Used by vite.config.ts for the client's build.
 */
import type { Plugin } from 'vite';

const ROOM = /\/src\/routes\/sprint\/\[sprintId\]\/\+(?:layout|page)\.svelte$/;
const OTHER =
  /\/src\/routes\/(?:\(door\)\/.*|\+(?:layout|error))\.svelte$|\/runtime\/client\/entry\.js$/;
/** Each message is a module of its own. All are imported by one that gives them a common name. */
const MESSAGE = /\/paraglide\/messages\/(\w+)\.js$/;
const MESSAGE_USED = /\bm\.(\w+)/g;

type Graph = {
  getModuleIds(): Iterable<string>;
  getModuleInfo(id: string): { importedIds: readonly string[]; code: string | null } | null;
};

/** @returns ids of the modules that are fetched with these, and of the messages that those say. */
export function fetchedWith(graph: Graph, isStart: (id: string) => boolean): Set<string> {
  const modules = new Set<string>();
  const messages = new Set<string>();
  const left = [...graph.getModuleIds()].filter(isStart);
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (modules.has(id) || MESSAGE.test(id)) continue;
    modules.add(id);
    const { importedIds = [], code = '' } = graph.getModuleInfo(id) ?? {};
    left.push(...importedIds);
    for (const [, message = ''] of code?.matchAll(MESSAGE_USED) ?? []) messages.add(message);
  }
  for (const id of graph.getModuleIds()) {
    if (messages.has(MESSAGE.exec(id)?.[1] ?? '')) modules.add(id);
  }
  return modules;
}

export function roomChunk(): Plugin {
  let room: ReadonlySet<string> = new Set();
  let others: ReadonlySet<string> = new Set();
  return {
    name: 'sprintkamer-room-chunk',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    buildEnd() {
      room = fetchedWith(this, (id) => ROOM.test(id));
      others = fetchedWith(this, (id) => OTHER.test(id));
    },
    outputOptions: (options) => ({
      ...options,
      codeSplitting: {
        groups: [
          { name: 'page', test: (id) => room.has(id) && others.has(id), priority: 2 },
          { name: 'room', test: (id) => room.has(id) && !others.has(id), priority: 1 },
        ],
      },
    }),
  };
}
