/**
 * Gathers calls and runs the work once in the next animation frame. Where frames do not come (a
 * hidden tab, Node) a timer does it.
 */
const WITHOUT_FRAMES_MS = 100;

/** @returns `ask` to have the work done soon, `cancel` to drop what was asked. */
export function nextFrame(work: () => void): { ask: () => void; cancel: () => void } {
  let frame: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    if (frame !== undefined) globalThis.cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = undefined;
    timer = undefined;
  };
  const run = (): void => {
    cancel();
    work();
  };
  return {
    ask() {
      if (timer !== undefined) return;
      timer = setTimeout(run, WITHOUT_FRAMES_MS);
      if (typeof globalThis.requestAnimationFrame === 'function') {
        frame = globalThis.requestAnimationFrame(run);
      }
    },
    cancel,
  };
}
