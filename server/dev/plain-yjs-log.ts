/**
 * Yjs says its two or three warnings through lib0's log with colours, which brings a toolkit for HTML
 * and one for schemas into the browser. Here they go to the console as plain words. Used by
 * vite.config.ts for the client's build; the server keeps lib0's own.
 */
import type { Plugin } from 'vite';

const LOG = '\0virtual:sprintkamer-yjs-log';
/** The colours are symbols, which the console need not be told. */
const LOG_CODE = `
const words = (args) => args.filter((one) => typeof one !== 'symbol');
export const print = (...args) => console.log(...words(args));
export const warn = (...args) => console.warn(...words(args));
export const BOLD = Symbol();
export const UNBOLD = BOLD;
export const ORANGE = BOLD;
export const RED = BOLD;
`;

export function plainYjsLog(): Plugin {
  return {
    name: 'sprintkamer-plain-yjs-log',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (id) => (id === 'lib0/logging' ? LOG : undefined),
    load: (id) => (id === LOG ? LOG_CODE : undefined),
  };
}
