/**
 * Makes the words that the browser fetches smaller. Paraglide compiles each message to three
 * functions, of which two only return a text: here such a message becomes its two texts. After the
 * build each file with texts is written once for each language, with only that one's: Dutch where the
 * file is, English in a folder beside it. A message of any other form (plurals) stays as
 * it is, with both languages. Used by vite.config.ts for the client's build; which of the two
 * a page fetches, src/language-files.ts says.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst, type Plugin } from 'vite';
import { ENGLISH_FILES } from '../../src/language-files.ts';

const SAID = 'virtual:sprintkamer-said';
const RUNTIME = fileURLToPath(new URL('../../src/lib/paraglide/runtime.js', import.meta.url));
/** `nl` gives what is said in the base language. */
const SAID_CODE = `
import { getLocale } from ${JSON.stringify(RUNTIME)};
export const said = (nl, en) => (inputs = {}, options = {}) => {
  const text = (options.locale ?? getLocale()) === 'nl' ? nl : en;
  return typeof text === 'string' ? text : text(inputs);
};`;

/** Stands in the built files where a message is, until these are written for one language. */
const MESSAGE = '__SPRINTKAMER_MESSAGE__';
/** What is said in the sprint's language, whatever the reader's is: both languages stay. */
const IN_SPRINT_LANGUAGE = /^(?:exercises_(?:prefix_\w+|\w+_example)|lists_opening_\w+)$/;
const IMMUTABLE = '_app/immutable/';

const TEXT = /LocalizedString\} \*\/ \((`(?:[^`\\]|\\.)*`)\)/g;
const ONE_RETURN = /=> \{\s*return /g;

/** @returns the module's code in one call; undefined when the message is more than two texts. */
export function compactMessage(code: string): string | undefined {
  const name = /^export const (\w+) =/m.exec(code)?.[1];
  const texts = [...code.matchAll(TEXT)].map(([, text]) => text);
  if (name === undefined || texts.length !== 2 || code.match(ONE_RETURN)?.length !== 2) return;
  const told = texts.map((text = '') => (text.includes('${') ? `(i = {}) => ${text}` : text));
  const [call, start] = IN_SPRINT_LANGUAGE.test(name)
    ? ['said', `import { said } from '${SAID}';\n`]
    : [MESSAGE, ''];
  return `${start}export const ${name} = /*#__PURE__*/ ${call}(${told.join(', ')});\n`;
}

type Node = { type: string; start: number; end: number };
type Call = Node & { callee: Node & { name?: string }; arguments: Node[] };

function isMessage(node: Node): node is Call {
  return node.type === 'CallExpression' && (node as Call).callee.name === MESSAGE;
}

function* messagesIn(node: unknown): Generator<Call> {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && isMessage(node as Node)) yield node as Call;
  else for (const value of Object.values(node)) yield* messagesIn(value);
}

/**
 * @param code of a built file.
 * @returns the file for who reads Dutch and for who reads English; undefined when they are the same.
 * Throws on a message that is no longer a call with two texts.
 */
export function codeByLanguage(code: string): { nl: string; en: string } | undefined {
  if (!code.includes(MESSAGE)) return undefined;
  const calls = [...messagesIn(parseAst(code))].sort((a, b) => a.start - b.start);
  if (code.split(MESSAGE).length - 1 !== calls.length) throw new Error('A message lost its form');
  const inLanguage = (at: 0 | 1): string => {
    let written = '';
    let done = 0;
    for (const call of calls) {
      const text = call.arguments[at];
      if (!text) throw new Error('A message lost a text');
      const words = code.slice(text.start, text.end);
      const said = text.type === 'ArrowFunctionExpression' ? words : `()=>${words}`;
      written += `${code.slice(done, call.start)}(${said})`;
      done = call.end;
    }
    return written + code.slice(done);
  };
  return { nl: inLanguage(0), en: inLanguage(1) };
}

export function compactMessages(): Plugin {
  const english = new Map<string, string>();
  return {
    name: 'sprintkamer-compact-messages',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (id) => (id === SAID ? `\0${SAID}` : undefined),
    load: (id) => (id === `\0${SAID}` ? SAID_CODE : undefined),
    transform(code, id) {
      if (!/\/paraglide\/messages\/\w+\.js$/.test(id)) return undefined;
      const compact = compactMessage(code);
      return compact === undefined ? undefined : { code: compact, map: null };
    },
    // Behind Vite's own, which still writes into the files what each has to fetch ahead.
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          const codes = codeByLanguage(file.code);
          if (!codes) continue;
          file.code = codes.nl;
          english.set(file.fileName, codes.en);
        }
      },
    },
    // Files name each other by where they stand, so the English ones are a whole folder.
    async writeBundle({ dir = '' }, bundle) {
      for (const file of Object.values(bundle)) {
        if (!file.fileName.startsWith(IMMUTABLE)) continue;
        const to = join(dir, ENGLISH_FILES, file.fileName.slice(IMMUTABLE.length));
        await mkdir(dirname(to), { recursive: true });
        const content = file.type === 'chunk' ? file.code : file.source;
        await writeFile(to, english.get(file.fileName) ?? content);
      }
    },
  };
}
