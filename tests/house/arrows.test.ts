/**
 * The arrows of the house: domain <- document, protocol <- {lib, server};
 * routes -> lib and locals.app; commands -> domain and interfaces; app.ts alone ties the server.
 */
import { expect, test } from 'vitest';
import { sourceFiles, type Import, type SourceFile } from './source-files';

type Arrow = {
  /** Files the rule is about. */
  from: RegExp;
  except?: RegExp;
  /** What they may import; left out: anything that is not forbidden. */
  may?: RegExp;
  mayNot?: RegExp;
  /** Where such a thing goes instead. */
  instead: string;
};

const arrows: Arrow[] = [
  {
    from: /^src\/domain\//,
    may: /^(#domain\/|src\/domain\/)/,
    instead:
      'domain imports nothing: pass the value in, or put what needs a library into src/document, src/protocol or server',
  },
  {
    from: /^src\/document\//,
    may: /^(#domain\/|#document\/|src\/document\/|yjs$|valibot$|lib0\/|y-protocols\/|fractional-indexing$)/,
    instead:
      'document knows the CRDT and the domain: what the browser does goes to src/lib/room, what the server does to server/rooms',
  },
  {
    from: /^src\/protocol\//,
    may: /^(#domain\/|#protocol\/|src\/protocol\/|valibot$)/,
    instead: 'protocol holds unions and schemas only: behaviour goes to src/lib or server',
  },
  {
    from: /^src\/lib\//,
    mayNot: /^(#server\/|server\/|node:|src\/routes\/|postgres$|drizzle-orm|lucia|pino$|ws$)/,
    instead:
      'the browser reaches the server by commands, the stage and rooms: a shared rule goes to src/domain, a shared shape to src/protocol',
  },
  {
    from: /^src\/lib\/plane\//,
    mayNot: /^(#document\/|#protocol\/|src\/document\/|yjs$|\$lib\/(?!plane\/|paraglide\/))/,
    instead:
      'a plane knows places, not what lies in them: ask for it in src/lib/plane/plane-port.ts, and answer in src/lib/boards/<kind>',
  },
  {
    from: /^src\/(routes\/|hooks)/,
    mayNot: /^(#server\/|server\/|#document\/|node:|postgres$|drizzle-orm|lucia|yjs$|ws$)/,
    instead: 'a route calls locals.app: put the use case into server/people or server/commands',
  },
  {
    from: /^server\//,
    mayNot: /^(\$|src\/lib\/|src\/routes\/|svelte|@sveltejs\/)/,
    instead: 'what both sides need goes to src/domain, src/document or src/protocol',
  },
  {
    from: /^server\/commands\//,
    mayNot:
      /^(#server\/rooms\/(?!rooms$)|#server\/(people|auth\/(?!session$|tokens$)|mail|app$|config$)|ws$)/,
    instead:
      'a command uses the domain, the store and the interface server/rooms/rooms; server/app.ts gives it the rest',
  },
  {
    from: /^server\//,
    except: /^server\/(start-app|dev\/.*|main)\.ts$/,
    mayNot: /^#server\/app$/,
    instead: 'server/app.ts ties the parts together: take what is needed as a parameter',
  },
  {
    from: /^server\//,
    except: /^server\/auth\//,
    mayNot: /^(lucia$|@lucia-auth\/|@node-rs\/argon2$)/,
    instead: 'sessions and passwords stay behind server/auth',
  },
  {
    from: /^src\//,
    mayNot: /^(\$app\/stores|svelte\/store)$/,
    instead: 'use $app/state and runes',
  },
];

/** The one place where the browser's side may name the server's types. */
const typeOnlyIn = 'src/app.d.ts';

function isForbidden({ path }: SourceFile, { what, typeOnly }: Import, arrow: Arrow): boolean {
  if (!arrow.from.test(path) || arrow.except?.test(path)) return false;
  if (path === typeOnlyIn && typeOnly) return false;
  // A test may import what it needs to try something.
  if (path.endsWith('.test.ts') || what.startsWith('#tests/')) return false;
  if (arrow.may && !arrow.may.test(what)) return true;
  return arrow.mayNot?.test(what) ?? false;
}

function broken(files: SourceFile[]): string[] {
  return files.flatMap((file) =>
    arrows.flatMap((arrow) =>
      file.imports
        .filter((one) => isForbidden(file, one, arrow))
        .map(({ what }) => `${file.path} imports ${what}: ${arrow.instead}`),
    ),
  );
}

test('every import follows the arrows of the house', () => {
  expect(broken(sourceFiles('src', 'server'))).toEqual([]);
});

test('a forbidden import is named with its file and the place where it should go', () => {
  const file = {
    path: 'src/domain/votes.ts',
    text: '',
    imports: [{ what: 'yjs', typeOnly: false }],
  };
  expect(broken([file])).toEqual([expect.stringMatching(/^src\/domain\/votes\.ts imports yjs: /)]);
});

test('the environment is read in one place', () => {
  const readers = sourceFiles('src', 'server')
    .filter(({ text }) => /process\.env\b/.test(text))
    .map(({ path }) => path);
  // Building passes it on whole, and the pages' handler is told by it which headers to read.
  expect(readers).toEqual(['server/build.mjs', 'server/config.ts', 'server/web-handler.ts']);
});
