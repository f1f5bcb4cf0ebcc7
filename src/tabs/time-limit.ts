/**
 * @param later gets the answer that comes after the limit; an error that comes then is nobody's business any more
 * @returns what `answer` becomes, or `late` when it takes longer than `limitMs` milliseconds
 */
export function withinTime<T>(
  answer: Promise<T>,
  limitMs: number,
  late: T,
  later?: (answer: T) => void,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      resolve(late);
      if (later) answer.then(later, () => undefined);
    }, limitMs);
  });
  return Promise.race([answer, limit]).finally(() => clearTimeout(timer));
}
