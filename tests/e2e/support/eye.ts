/** What axe has to say about a page as it stands, at each width; the faults name the place and the reason. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export const wide = { width: 1280, height: 800 };
export const narrow = { width: 360, height: 740 };

/** Looks at a page as it stands, at each width, and remembers what axe has to say. */
export class Eye {
  readonly faults: string[] = [];
  readonly #sizes: readonly { width: number; height: number }[];

  constructor(sizes: readonly { width: number; height: number }[]) {
    this.#sizes = sizes;
  }

  async look(page: Page, where: string): Promise<void> {
    for (const size of this.#sizes) {
      await page.setViewportSize(size);
      // The colours do not depend on the width: they are measured once.
      await this.lookOnce(page, `${where}, ${size.width} px`, size === this.#sizes[0]);
    }
    if (this.#sizes.length > 1) await page.setViewportSize(wide);
  }

  /** @param colours measures contrast too, by far the slowest rule. */
  async lookOnce(page: Page, where: string, colours = true): Promise<void> {
    // What still fades in has no contrast of its own yet.
    await page.evaluate(async () => {
      const finite = document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
      await Promise.allSettled(finite.map((one) => one.finished));
    });
    // An open menu lies beside the landmarks until it is gone, and its arrows scroll what has the focus.
    const menu = await page.getByRole('menu').count();
    const axe = new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .disableRules([
        ...(colours ? [] : ['color-contrast']),
        ...(menu > 0 ? ['region', 'scrollable-region-focusable'] : []),
      ]);
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations) {
      this.faults.push(
        ...nodes.map(({ target, failureSummary }) => {
          const why = failureSummary?.split('\n').at(-1)?.trim() ?? '';
          return `${where}: ${id} at ${target.join(' ')} (${why})`;
        }),
      );
    }
  }
}
