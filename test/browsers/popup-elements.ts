/** Functions that run inside the popup, where `window.testingLibrary` has been put. */
import type * as library from '@testing-library/dom';
import type { PlainName } from './accessible';

declare global {
  interface Window {
    testingLibrary?: typeof library;
  }
}

export interface ElementFacts {
  readonly name: string;
  readonly text: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly checked: boolean;
}

/** Where to press an element, or what stands in the way. */
export type PressPoint = { readonly x: number; readonly y: number } | { readonly obstacle: string };

/** All elements of a role, in document order. */
export function elementsOfRole(role: string): ElementFacts[] {
  const names = new Map<Element, string>();
  const remember = (name: string, element: Element) => Boolean(names.set(element, name));
  const found =
    window.testingLibrary?.queryAllByRole(document.documentElement, role, { name: remember }) ?? [];
  return found.map((element) => ({
    name: names.get(element) ?? '',
    // biome-ignore lint/performance/useDomNodeTextContent: what a person can read, without hidden text
    text: (element.innerText ?? '').replace(/\s+/g, ' ').trim(),
    value: 'value' in element ? String(element.value) : '',
    disabled: element.matches(':disabled'),
    checked: element.matches(':checked, [aria-checked="true"]'),
  }));
}

/** The middle of the one enabled element with this role and name, after scrolling it into view. */
export function pressPoint({ role, name }: { role: string; name: PlainName }): PressPoint {
  const matches = (text: string) =>
    'whole' in name ? text === name.whole : new RegExp(name.source, name.flags).test(text);
  const found =
    window.testingLibrary?.queryAllByRole(document.documentElement, role, { name: matches }) ?? [];
  const [element] = found;
  if (!element || found.length > 1) return { obstacle: `${found.length} such elements` };
  if (element.matches(':disabled, [aria-disabled="true"]')) return { obstacle: 'it is disabled' };
  if (document.querySelector('[aria-busy="true"]')) return { obstacle: 'more may come' };
  let inTheWay = 'nothing';
  // A radio button may be drawn by its label.
  const labels = 'labels' in element ? [...((element.labels as NodeListOf<Element> | null) ?? [])] : [];
  for (const part of [element, ...labels]) {
    part.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const box = part.getBoundingClientRect();
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const top = document.elementFromPoint(point.x, point.y);
    if ([element, ...labels].some((own) => own.contains(top))) return point;
    inTheWay = top ? top.outerHTML.slice(0, 80) : 'the edge of the popup';
  }
  return { obstacle: `it is covered by ${inTheWay}` };
}

export function focusedElement(): { role: string; name: string } | undefined {
  const focused = document.activeElement;
  if (!focused || focused === document.body || !window.testingLibrary) return undefined;
  const roles = window.testingLibrary.getRoles(document.documentElement);
  const role = Object.keys(roles).find((key) => roles[key]?.includes(focused as HTMLElement));
  if (!role) return { role: focused.localName, name: '' };
  let name = '';
  const remember = (text: string, element: Element) => {
    if (element === focused) name = text;
    return true;
  };
  window.testingLibrary.queryAllByRole(document.documentElement, role, { name: remember });
  return { role, name };
}
