/** Carries out one piece of work after the other, in the order in which they were given. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** What reads a value and then writes it must not be cut in two by what does the same: `forget` between both would be undone. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  };
}
