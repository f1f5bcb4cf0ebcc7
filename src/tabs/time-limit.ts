/** @returns what `answer` becomes, or `late` when it takes longer than `limitMs` milliseconds. */
export function withinTime<T>(answer: Promise<T>, limitMs: number, late: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, limitMs, late);
  });
  return Promise.race([answer, limit]).finally(() => clearTimeout(timer));
}
