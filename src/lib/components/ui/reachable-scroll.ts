/** A part that scrolls and holds nothing to stand on gets a place for the keyboard itself (WCAG 2.1.1). */
const STANDS = 'a[href], button, input, textarea, select, [tabindex]';

/** An attachment for the element that scrolls. */
export function reachableScroll(element: HTMLElement): () => void {
  const look = (): void => {
    const stuck =
      element.scrollHeight > element.clientHeight && element.querySelector(STANDS) === null;
    if (stuck) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  };
  const sizes = new ResizeObserver(look);
  sizes.observe(element);
  const content = new MutationObserver(look);
  content.observe(element, { childList: true, subtree: true });
  look();
  return () => {
    sizes.disconnect();
    content.disconnect();
  };
}
