/** Turning functions of a test into source text that a browser can run. */

/** A function that runs in the browser: it sees nothing of the test but its argument, which must be JSON. */
export type InPage<A, R> = (arg: A) => R;

declare global {
  /** There for functions that run in a page: the document and its open shadow roots, each before those inside it. */
  function openTrees(): (Document | ShadowRoot)[];
}

/**
 * What stands before a function's source in a page, which knows nothing of the modules of a test. esbuild (in tsx) may
 * wrap inner functions in `__name(…)`; a stand-in keeps them working in the browser.
 */
export const IN_PAGE = `const __name = (f) => f;
const openTrees = () => {
  const trees = [document];
  for (const tree of trees)
    for (const { shadowRoot } of tree.querySelectorAll('*')) if (shadowRoot) trees.push(shadowRoot);
  return trees;
};`;

/** The expression that calls `fn` with `arg` wherever it is evaluated. */
export function callExpression<A, R>(fn: InPage<A, R>, arg?: A): string {
  return `(() => { ${IN_PAGE} return (${fn})(${JSON.stringify(arg) ?? 'undefined'}); })()`;
}
