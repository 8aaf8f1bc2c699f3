/**
 * Ctrl and the wheel, which is also what a pinch on a trackpad says, makes the paper larger where the pointer is. The
 * wheel alone scrolls, as everywhere. For the element in which a pad's paper scrolls.
 */
import { tick } from 'svelte';
import type { PadTools } from './pad-tools.svelte';

/** Of a mouse's wheel one notch is about 100; of a trackpad each event is a few. */
const PER_PIXEL = 0.0025;

export function zoomByWheel(tools: PadTools): (scroller: HTMLElement) => () => void {
  return (scroller) => {
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = scroller.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      const across = (scroller.scrollLeft + x) / scroller.scrollWidth;
      const down = (scroller.scrollTop + y) / scroller.scrollHeight;
      tools.zoomTo(tools.zoom * Math.exp(-event.deltaY * PER_PIXEL));
      void tick().then(() => {
        scroller.scrollLeft = across * scroller.scrollWidth - x;
        scroller.scrollTop = down * scroller.scrollHeight - y;
      });
    };
    scroller.addEventListener('wheel', onWheel, { passive: false });
    return () => scroller.removeEventListener('wheel', onWheel);
  };
}
