/**
 * The size of each note's text. Measured in the notes' own typeface, and once more when that has
 * arrived: until then the browser shows and measures a fallback.
 */
import { createContext } from 'svelte';
import { NOTE_HEIGHT, NOTE_WIDTH } from '#document/schema';
import { wordMeasure } from './text-measure';
import { TextSizes } from './text-sizes';

/** Free paper for text: the padding around and the row of dots below are kept clear. */
const PADDING = 14;
const DOT_ROW = 22;
/** The dimmed beginning is set a little bolder, and wider, than what is measured: hence the 3 %. */
const PAPER = { w: (NOTE_WIDTH - 2 * PADDING) * 0.97, h: NOTE_HEIGHT - 2 * PADDING - DOT_ROW };
export const FAMILY = "'Figtree Variable', system-ui, sans-serif";

export class NoteFit {
  #sizes = $state.raw(new TextSizes(wordMeasure(FAMILY), PAPER));

  /** For an effect: measures again when the typeface has loaded. */
  async arrive(): Promise<void> {
    if (document.fonts.check(`500 17px ${FAMILY}`)) return;
    await document.fonts.load(`500 17px ${FAMILY}`);
    this.#sizes = new TextSizes(wordMeasure(FAMILY), PAPER);
  }

  /** Font size in px, 13 to 28. */
  sizeOf(text: string): number {
    return this.#sizes.of(text);
  }

  /** The text as it is set on its paper, for who draws it on a canvas. */
  setOf(text: string): { size: number; lines: readonly string[] } {
    return this.#sizes.setOf(text);
  }
}

const [useFit, giveFit] = createContext<NoteFit>();
export { giveFit, useFit };
