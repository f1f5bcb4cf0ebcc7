/** What is drawn behind letters that no style of their element tells: a selection, and what a script highlights. */
import { isDocument, type Root, selectionOf } from './dom';
import { type Ink, lettersIn } from './ink';

/** Firefox has no selection of a shadow root, and tells what is selected in it by the document's. */
const isSelectedIn = (root: Root): boolean =>
  (isDocument(root) ? selectionOf(root) : root.getSelection?.())?.type === 'Range';

/** Whether any letters in these trees may be marked. */
export const haveMarks = (roots: readonly Root[]): boolean =>
  CSS.highlights?.size > 0 || roots.some(isSelectedIn);

/** Letters as if they were marked, in a colour that leaves nothing to be seen below. */
export function* marksOfLetters(element: Element): Generator<Ink> {
  for (const box of lettersIn(element)) yield { box, alphaAt: () => 1, inside: true };
}

declare global {
  interface ShadowRoot {
    /** In Chrome only, and in no specification. */
    getSelection?(): Selection | null;
  }
}
