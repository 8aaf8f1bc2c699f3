/**
 * Makes the words that the browser fetches smaller: paraglide compiles each message to three
 * functions, of which two only return a text. Here such a message becomes one call with both texts.
 * A message of any other form (plurals) stays as it is. Used by vite.config.ts for the client's build.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SAID = 'virtual:sprintkamer-said';
const RUNTIME = fileURLToPath(new URL('../../src/lib/paraglide/runtime.js', import.meta.url));
/** `nl` gives what is said in the base language. */
const SAID_CODE = `
import { getLocale } from ${JSON.stringify(RUNTIME)};
export const said = (nl, en) => (inputs = {}, options = {}) => {
  const text = (options.locale ?? getLocale()) === 'nl' ? nl : en;
  return typeof text === 'string' ? text : text(inputs);
};`;

const TEXT = /LocalizedString\} \*\/ \((`(?:[^`\\]|\\.)*`)\)/g;
const ONE_RETURN = /=> \{\s*return /g;

/** @returns the module's code in one call; undefined when the message is more than two texts. */
export function compactMessage(code: string): string | undefined {
  const name = /^export const (\w+) =/m.exec(code)?.[1];
  const texts = [...code.matchAll(TEXT)].map(([, text]) => text);
  if (name === undefined || texts.length !== 2 || code.match(ONE_RETURN)?.length !== 2) return;
  const told = texts.map((text = '') => (text.includes('${') ? `(i) => ${text}` : text));
  return `import { said } from '${SAID}';\nexport const ${name} = /*#__PURE__*/ said(${told.join(', ')});\n`;
}

export function compactMessages(): Plugin {
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
  };
}
