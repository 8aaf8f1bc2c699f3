/** Font sizes of texts on one size of paper, remembered per text. */
import { breakLines, fitText, type Measure } from './fit-text';
import type { Size } from '$lib/plane/viewport';

export class TextSizes {
  readonly #measure: Measure;
  readonly #paper: Size;
  readonly #sizes = new Map<string, number>();
  readonly #set = new Map<string, { size: number; lines: readonly string[] }>();

  constructor(measure: Measure, paper: Size) {
    this.#measure = measure;
    this.#paper = paper;
  }

  /** Font size in px, 13 to 28. */
  of(text: string): number {
    const known = this.#sizes.get(text);
    if (known !== undefined) return known;
    const size = fitText(text, this.#paper, this.#measure);
    this.#sizes.set(text, size);
    return size;
  }

  /** Size and lines. */
  setOf(text: string): { size: number; lines: readonly string[] } {
    const known = this.#set.get(text);
    if (known) return known;
    const size = this.of(text);
    const set = { size, lines: breakLines(text, size, this.#paper.w, this.#measure) };
    this.#set.set(text, set);
    return set;
  }
}
