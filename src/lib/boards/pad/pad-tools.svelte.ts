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

export class PadTools {
  tool = $state<PadTool>('pen');
  color = $state<InkColor>('ink');
  width = $state<InkWidth>('thin');
  /** Said politely to who listens. */
  said = $state('');

  /** @returns whether that key was one of the pad's. */
  press(key: string): boolean {
    const tool = toolKeys[key.toLowerCase()];
    if (tool) this.tool = tool;
    const color = /^[1-4]$/.test(key) ? inkColors[Number(key) - 1] : undefined;
    if (color) this.color = color;
    return tool !== undefined || color !== undefined;
  }
}

const [useTools, giveTools] = createContext<PadTools>();
export { giveTools, useTools };
