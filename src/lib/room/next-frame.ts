/**
 * Gathers calls and runs the work once in the next animation frame, all work of one frame in one go:
 * what the page shows is then put right once, not once for each. Where frames do not come (a hidden
 * tab, Node) a timer does it.
 */
const WITHOUT_FRAMES_MS = 100;

const waiting = new Set<() => void>();
let frame: number | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function run(): void {
  if (frame !== undefined) globalThis.cancelAnimationFrame(frame);
  clearTimeout(timer);
  frame = undefined;
  timer = undefined;
  const now = [...waiting];
  waiting.clear();
  for (const work of now) {
    try {
      work();
    } catch (error) {
      // Told as any other, but the others do theirs.
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}

/** @returns `ask` to have the work done soon, `cancel` to drop what was asked. */
export function nextFrame(work: () => void): { ask: () => void; cancel: () => void } {
  return {
    ask() {
      waiting.add(work);
      if (timer !== undefined) return;
      timer = setTimeout(run, WITHOUT_FRAMES_MS);
      if (typeof globalThis.requestAnimationFrame === 'function') {
        frame = globalThis.requestAnimationFrame(run);
      }
    },
    cancel: () => void waiting.delete(work),
  };
}
