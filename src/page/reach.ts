/** What the browser keeps people away from: presses go past it, to what lies below. */
import { drawnAncestorsOf, elementsIn, matches, type Root } from './dom';

const INERT = '[inert]';
const MODAL = 'dialog:modal';

export const hasModal = (root: Root): boolean => elementsIn(root, MODAL).length > 0;

/**
 * Whether an element is inert, or not in the modal dialog that is open.
 *
 * @param line it, and all that it is drawn in
 */
export const isKeptFrom = (line: readonly Element[], isModalOpen: boolean): boolean =>
  line.some((one) => matches(one, INERT)) || (isModalOpen && !line.some((one) => matches(one, MODAL)));

/** @returns whether presses go past an element with this style although it takes them; asked of many elements */
export function inertIn(roots: readonly Root[]): (element: Element, style: CSSStyleDeclaration) => boolean {
  const isModalOpen = roots.some(hasModal);
  const isAny = isModalOpen || roots.some((root) => elementsIn(root, INERT).length > 0);
  return (element, { interactivity }) =>
    interactivity === 'inert' || (isAny && isKeptFrom([element, ...drawnAncestorsOf(element)], isModalOpen));
}

declare global {
  interface CSSStyleDeclaration {
    /** Chrome 135; Firefox has none (https://drafts.csswg.org/css-ui-4/#interactivity). */
    readonly interactivity?: string;
  }
}
