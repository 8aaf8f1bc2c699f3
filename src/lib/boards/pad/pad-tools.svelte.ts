/** What is in the hand on one's pad: tool, colour and width. Of this browser alone; one per pad on screen. */
import { createContext } from 'svelte';
import { inkColors, type InkColor, type InkWidth } from '#document/ink/stroke';

export const padTools = ['pen', 'marker', 'eraser', 'line', 'box', 'text'] as const;
export type PadTool = (typeof padTools)[number];

const toolKeys: Readonly<Record<string, PadTool>> = {
  b: 'pen',
  m: 'marker',
  e: 'eraser',
  l: 'line',
  r: 'box',
  t: 'text',
};

export const MOST_ZOOM = 4;
/** One press of a button or key. */
export const ZOOM_STEP = 1.25;
const zoomKeys: Readonly<Record<string, number>> = {
  '+': ZOOM_STEP,
  '=': ZOOM_STEP,
  '-': 1 / ZOOM_STEP,
  '0': 0,
};

export class PadTools {
  tool = $state<PadTool>('pen');
  color = $state<InkColor>('ink');
  width = $state<InkWidth>('thin');
  /** How much larger than its place the paper is: 1 to MOST_ZOOM. */
  #zoom = $state(1);
  /** Said politely to who listens. */
  said = $state('');

  get zoom(): number {
    return this.#zoom;
  }
  zoomTo(zoom: number): void {
    this.#zoom = Math.max(1, Math.min(MOST_ZOOM, zoom));
  }

  /** @returns whether that key was one of the pad's. */
  press(key: string): boolean {
    const tool = toolKeys[key.toLowerCase()];
    if (tool) this.tool = tool;
    const color = /^[1-4]$/.test(key) ? inkColors[Number(key) - 1] : undefined;
    if (color) this.color = color;
    const zoom = zoomKeys[key];
    if (zoom !== undefined) this.zoomTo(zoom === 0 ? 1 : this.#zoom * zoom);
    return tool !== undefined || color !== undefined || zoom !== undefined;
  }
}

const [useTools, giveTools] = createContext<PadTools>();
export { giveTools, useTools };
