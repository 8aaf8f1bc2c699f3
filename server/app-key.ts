/**
 * Where the pages find the app: they are bundled apart from the server, so the two share one
 * instance through the process.
 */
export const APP_KEY = Symbol.for('sprintkamer.app');

export function shareApp(app: unknown): void {
  (globalThis as Record<symbol, unknown>)[APP_KEY] = app;
}
