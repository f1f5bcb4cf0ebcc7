/** Waiting until a page's framework has rendered, without leaving anything behind. */

/**
 * One turn of the event loop. A message, because `requestAnimationFrame` does not run and timers are slowed down in a
 * background tab; React itself renders on messages of this kind. Both ports are closed when the turn is over.
 */
function nextTurn(): Promise<void> {
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

/**
 * How long to let the page work before reading back, in milliseconds, and in how many turns of its event loop at
 * least. The Hub validates in a promise and React renders the outcome one or two messages later; a form that was
 * mounted just before can still be reset (seen up to 14 ms later in edit mode).
 */
const SETTLE_MS = 20;
const SETTLE_TURNS = 8;

/** Waits until the page has rendered what was written. */
export async function settled(): Promise<void> {
  const end = performance.now() + SETTLE_MS;
  for (let turn = 0; turn < SETTLE_TURNS || performance.now() < end; turn++) await nextTurn();
}
