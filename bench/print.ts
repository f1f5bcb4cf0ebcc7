/** Prints one line: what was measured, how often, and the least, middle and greatest time in milliseconds. */
export function printMillis(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
  console.log(`${what}, ${times.length} times: min ${at(0)}, median ${at(0.5)}, max ${at(1)} ms`);
}
