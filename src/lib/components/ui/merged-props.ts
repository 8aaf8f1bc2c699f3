/**
 * Properties for one element from several givers (a menu's, a tooltip's, the caller's): the last one
 * wins, but handlers of the same event all run, in order. Those of events are named `on...`.
 */
type Given = Record<string, unknown>;
type Handler = (...args: unknown[]) => unknown;

const isHandler = (key: string, value: unknown): value is Handler =>
  key.startsWith('on') && typeof value === 'function';

export function mergedProps(...givers: readonly Given[]): Given {
  const merged: Given = {};
  for (const given of givers) {
    for (const [key, value] of Object.entries(given)) {
      const before = merged[key];
      if (isHandler(key, before) && isHandler(key, value)) {
        merged[key] = (...args: unknown[]) => {
          before(...args);
          value(...args);
        };
      } else if (value !== undefined || before === undefined) merged[key] = value;
    }
  }
  return merged;
}
