/**
 * Put into a Dagster+ page when "Show me" is pressed: scrolls to a control and flashes it. The page's DOM stays as
 * it is: no element, no style, no attribute.
 */
import type { DagsterPageWorld } from '../dagster/in-page';
import type { PageControl } from '../dagster/page-reading';

const FLASH_MS = 700;
const FLASHES = 3;
const RING = '#4f43dd';

const world = globalThis as DagsterPageWorld;

function showControl(name: PageControl): boolean {
  const element = world.dagsterReader?.find(name);
  if (!element) return false;
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
  return true;
}

world.controlPointer = { show: showControl };
