/** Font sizes of texts on one size of paper, remembered per text. */
import { fitText, type Measure } from './fit-text';
import type { Size } from './viewport';

export class TextSizes {
  readonly #measure: Measure;
  readonly #paper: Size;
  readonly #sizes = new Map<string, number>();

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
}
