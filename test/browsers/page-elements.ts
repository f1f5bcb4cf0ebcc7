import type * as library from '@testing-library/dom';
import type { PlainName, PlainTarget } from './accessible';

/** Runs in a page: the visible, enabled elements that a target names, in open shadow roots too. */
export function elementsFor(target: PlainTarget, testingLibrary: typeof library): Element[] {
  const matcher = (name: PlainName) => (text: string) =>
    'whole' in name ? text === name.whole : new RegExp(name.source, name.flags).test(text);
  const find = (root: HTMLElement): Element[] => {
    if (target.by === 'css') return [...root.querySelectorAll(target.css)];
    if (target.by === 'Text') return testingLibrary.queryAllByText(root, matcher(target.name));
    if (target.by === 'LabelText') return testingLibrary.queryAllByLabelText(root, matcher(target.name));
    const name = target.name ? { name: matcher(target.name) } : {};
    return testingLibrary.queryAllByRole(root, target.role, name);
  };
  return openTrees()
    .flatMap((root) => find(root as unknown as HTMLElement))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.matches(':disabled, [aria-disabled="true"]'));
}

/**
 * Runs in a page: scrolls the only element into view, in its frame and in those around it, and waits until it is drawn
 * there. A press that comes before would go to what stood at that point.
 */
export async function bringIntoView([element, ...others]: Element[]): Promise<void> {
  if (!element || others.length > 0) return;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}
