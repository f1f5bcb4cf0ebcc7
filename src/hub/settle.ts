/** Waiting until a page's framework has rendered, without leaving anything behind. */

/**
 * One turn of the event loop. A message, because `requestAnimationFrame` does not run and timers are slowed down in a
 * background tab; React itself renders on messages of this kind. Both ports are closed when the turn is over.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Looks again each turn until `look` gives something or the time is over.
 *
 * @param limitMs how long to look, in milliseconds
 * @returns what `look` gave, or undefined when the time was over
 */
export async function waitFor<T>(look: () => T | undefined, limitMs: number): Promise<T | undefined> {
  const end = performance.now() + limitMs;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() >= end) return undefined;
    await nextTurn();
  }
}
