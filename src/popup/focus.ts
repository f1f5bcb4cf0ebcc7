/** Where the keyboard goes on when what had the focus is gone. */

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]';

const canHaveFocus = (element: HTMLElement): boolean =>
  element.isConnected && element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility();

/**
 * Draws, and moves the focus to what comes next when what had it has gone or can have it no longer: after it in the
 * order of the Tab key, else before it, else to the first of what is new.
 */
export function keepingFocus(root: HTMLElement, draw: () => void): void {
  const focused = document.activeElement;
  const order = Array.from(root.querySelectorAll<HTMLElement>(FOCUSABLE));
  const at = order.indexOf(focused as HTMLElement);
  draw();
  if (at === -1 || canHaveFocus(order[at] as HTMLElement)) return;
  const left = [...order.slice(at + 1), ...order.slice(0, at).reverse()];
  const next = [...left, ...root.querySelectorAll<HTMLElement>(FOCUSABLE)].find(canHaveFocus);
  next?.focus();
}
