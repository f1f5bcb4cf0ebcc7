/** What axe-core finds wrong in what a DOM test has drawn. */
import axe from 'axe-core';

/**
 * @param rules only these; all that are on by default, and the size of targets, when left out
 * @returns one line per finding: the rule, and the elements that break it
 */
export async function findings(root: Element, rules?: string[]): Promise<string[]> {
  const { violations } = await axe.run(root, {
    resultTypes: ['violations'],
    // Fetches every style sheet anew, for rules that are not run.
    preload: false,
    ...(rules && { runOnly: rules }),
    rules: {
      // The pages have their landmarks in documents of their own, the tests have them in vitest's.
      region: { enabled: false },
      // 24 pixels, or so much room (WCAG 2.2, 2.5.8): off unless it is asked for.
      'target-size': { enabled: true },
    },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
