/**
 * What sticks out of a page, and which controls cannot be got at: read in the browser itself, so that
 * a test at 400 % zoom can name the element rather than a number.
 */
import type { Page } from '@playwright/test';

/** @returns a line for each fault, naming the element; empty when all fits and all can be reached. */
export function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    /** What still moves would be measured on its way. */
    const settle = (): void => {
      for (const moving of document.getAnimations()) {
        if (moving.effect?.getComputedTiming().iterations !== Infinity) moving.finish();
      }
    };
    settle();
    const name = (element: Element): string => {
      const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
      const kind = element.classList.item(0) ?? '';
      return `<${element.tagName.toLowerCase()}${kind && `.${kind}`}> "${words.trim().slice(0, 40)}"`;
    };
    const scrollsOrClips = (element: Element): boolean =>
      /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
    const clipped = (element: Element): boolean => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        if (scrollsOrClips(at)) return true;
      }
      return false;
    };

    const scroller = document.scrollingElement ?? document.documentElement;
    if (scroller.scrollWidth > innerWidth) {
      const out = [...document.body.querySelectorAll('*')].filter(
        (one) => one.getBoundingClientRect().right > innerWidth + 1 && !clipped(one),
      );
      // The innermost is the cause.
      const causes = out.filter(
        (one) => !out.some((other) => other !== one && one.contains(other)),
      );
      faults.push(
        `the page is ${scroller.scrollWidth} wide in ${innerWidth}: ${causes.map(name).join(', ')}`,
      );
    }
    // What scrolls sideways inside the page is lost as well, except a view that is meant to be moved about in.
    for (const one of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(one);
      if (!/auto|scroll/.test(style.overflowX) || one.closest('.plane')) continue;
      if (
        one.scrollWidth > one.clientWidth + 1 &&
        style.display !== 'none' &&
        one.clientWidth > 0
      ) {
        faults.push(`${name(one)} scrolls sideways: ${one.scrollWidth} in ${one.clientWidth}`);
      }
    }

    const dialogs = [...document.querySelectorAll('[role="dialog"], dialog[open]')];
    const scope: ParentNode = dialogs.at(-1) ?? document;
    const before = document.activeElement;
    for (const one of scope.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role="switch"]',
    )) {
      // Notes on the plane are brought into view by its own camera.
      if (one.closest('.plane') || !one.checkVisibility({ visibilityProperty: true })) {
        continue;
      }
      const style = getComputedStyle(one);
      if (style.clipPath !== 'none' || one.matches(':disabled, [type="hidden"], [tabindex="-1"]')) {
        continue;
      }
      one.focus();
      settle();
      const box = one.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue;
      const left = Math.max(box.left, 0);
      const right = Math.min(box.right, innerWidth);
      const top = Math.max(box.top, 0);
      const bottom = Math.min(box.bottom, innerHeight);
      if (right - left < Math.min(box.width, 20) || bottom - top < Math.min(box.height, 20)) {
        faults.push(
          `${name(one)} has the focus out of view (${Math.round(box.left)}, ${Math.round(box.top)})`,
        );
        continue;
      }
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (
        hit &&
        !one.contains(hit) &&
        !hit.contains(one) &&
        hit.closest('label')?.control !== one
      ) {
        faults.push(`${name(one)} lies under ${name(hit)}`);
      }
    }
    if (before instanceof HTMLElement) before.focus();
    return faults;
  });
}
