/** Shows a person where something is on a page. */
const FLASH_MS = 700;
const FLASHES = 3;
const RING = '#4f43dd';

/** Scrolls to an element and flashes it. The page's DOM stays as it is: no element, no style, no attribute. */
export function pointAt(element: Element): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ behavior: calm ? 'instant' : 'smooth', block: 'center', inline: 'nearest' });
  const ring = (widthPx: number, alpha: string) => ({
    outline: `${widthPx}px solid ${RING}${alpha}`,
    outlineOffset: '3px',
  });
  element.animate([ring(3, 'ff'), ring(3, calm ? 'ff' : '00')], {
    duration: FLASH_MS,
    iterations: FLASHES,
    direction: 'alternate',
    easing: 'ease-in-out',
  });
}
