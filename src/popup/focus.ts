/** Where the keyboard goes on when what had the focus is gone. */

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]';

const canHaveFocus = (element: HTMLElement): boolean =>
  element.isConnected && element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility();

/**
 * Draws, and moves the focus when what had it has gone or can have it no longer. The same control may stand elsewhere
 * now; else it goes to what comes next: after it in the order of the Tab key, else to what is new behind what stood
 * before it, else before it, else to the first of what is new.
 */
export function keepingFocus(root: HTMLElement, draw: () => void): void {
  const focused = document.activeElement;
  const order = Array.from(root.querySelectorAll<HTMLElement>(FOCUSABLE));
  const at = order.indexOf(focused as HTMLElement);
  draw();
  if (at === -1 || canHaveFocus(order[at] as HTMLElement)) return;
  const now = Array.from(root.querySelectorAll<HTMLElement>(FOCUSABLE)).filter(canHaveFocus);
  const same = now.find(({ id }) => id !== '' && id === order[at]?.id);
  const before = order.slice(0, at).reverse();
  const last = before.find(canHaveFocus);
  const behind = last ? now.slice(now.indexOf(last) + 1) : [];
  const next = [...(same ? [same] : []), ...order.slice(at + 1), ...behind, ...before, ...now].find(
    canHaveFocus,
  );
  next?.focus();
}
