/**
 * Fetches parts of the page that can wait, one after the other, once the page has loaded and been left
 * in peace: nothing here may make the first seconds slower, and what is fetched also opens without a
 * connection. Not at all for who asked to save data. While something waits, the root of the page
 * carries `data-fetching`.
 */
const PEACE_MS = 3_000;

type Work = () => Promise<unknown>;

const waiting = new Set<Work>();
let running = false;

function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return typeof connection === 'object' && connection !== null && 'saveData' in connection
    ? connection.saveData === true
    : false;
}

function idle(run: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 2_000 });
  else setTimeout(run, 200);
}

function mark(): void {
  document.documentElement.toggleAttribute('data-fetching', waiting.size > 0);
}

/** How long the page still has to be left in peace. */
function peaceLeft(): number {
  return Math.max(0, PEACE_MS - performance.now());
}

function next(): void {
  const [work] = waiting;
  running = work !== undefined;
  mark();
  if (!work) return;
  idle(() => void work().then(() => done(work), missed));
}

function done(work: Work): void {
  waiting.delete(work);
  next();
}

/** Without a connection everything waits until there is one again. */
function missed(): void {
  running = false;
  addEventListener('online', begin, { once: true });
}

function begin(): void {
  if (running) return;
  running = true;
  setTimeout(next, peaceLeft());
}

/** For an effect in the browser. `work` rejects when there is no connection. @returns a function that withdraws it. */
export function whenQuiet(work: Work): () => void {
  if (savesData()) return () => undefined;
  waiting.add(work);
  mark();
  begin();
  return () => {
    waiting.delete(work);
    mark();
  };
}
