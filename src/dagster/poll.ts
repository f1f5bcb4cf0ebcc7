/** Waiting for what a page does in its own time, without leaving anything behind. */

/** How long to leave the page to itself between two looks, in milliseconds: at least this, and twice as long as a look takes. */
const PAUSE_MS = 100;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Looks until `look` gives something or the time is over; no observer, because none sees into shadow roots and fields.
 *
 * @param limitMs how long to look, in milliseconds
 * @returns what `look` gave, or undefined when the time was over
 */
export async function poll<T>(look: () => T | undefined, limitMs: number): Promise<T | undefined> {
  const end = performance.now() + limitMs;
  for (;;) {
    const start = performance.now();
    const found = look();
    const now = performance.now();
    if (found !== undefined) return found;
    if (now >= end) return undefined;
    await pause(Math.max(PAUSE_MS, 2 * (now - start)));
  }
}
