/**
 * How long a wait may last unless the caller says otherwise. On a machine that does nothing else each ends within a
 * second or two; the limit is there to tell what never happens, not what takes its time.
 */
export const WAIT_LIMIT_MS = 30_000;
const POLL_INTERVAL_MS = 25;

type Truthy<T> = Exclude<T, undefined | null | false | '' | 0>;

/**
 * Asks again and again until the answer is truthy.
 *
 * @param what what is waited for, in words that complete "Waited for …"
 * @param probe asked every 25 ms; an exception counts as "not yet"
 * @param limitMs gives up after this time, with an error that names `what` and the last answer
 * @returns the first truthy answer
 */
export async function waitUntil<T>(
  what: string,
  probe: () => T | Promise<T>,
  limitMs = WAIT_LIMIT_MS,
): Promise<Truthy<T>> {
  return (await waitForValue(what, probe, Boolean, limitMs)) as Truthy<T>;
}

/**
 * Asks again and again until `accepts` takes the answer; the error shows the last answer that was not taken.
 *
 * @returns the first answer that `accepts` takes
 */
export async function waitForValue<T>(
  what: string,
  read: () => T | Promise<T>,
  accepts: (value: T) => boolean,
  limitMs = WAIT_LIMIT_MS,
): Promise<T> {
  const end = performance.now() + limitMs;
  let last = '';
  do {
    try {
      const value = await read();
      if (accepts(value)) return value;
      last = JSON.stringify(value) ?? String(value);
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  } while (performance.now() < end);
  throw new Error(`Waited ${limitMs} ms for ${what}. Last seen: ${last}`);
}
