/** Turning functions of a test into source text that a browser can run. */

/** A function that runs in the browser: it sees nothing of the test but its argument, which must be JSON. */
export type InPage<A, R> = (arg: A) => R;

/**
 * The expression that calls `fn` with `arg` wherever it is evaluated.
 *
 * esbuild (in tsx) may wrap inner functions in `__name(…)`; a stand-in keeps them working in the browser.
 */
export function callExpression<A, R>(fn: InPage<A, R>, arg?: A): string {
  return `(() => { const __name = (f) => f; return (${fn})(${JSON.stringify(arg) ?? 'undefined'}); })()`;
}
