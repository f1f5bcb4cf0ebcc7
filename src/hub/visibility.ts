/** Whether a person can see a control: a value is never written where nobody can see it. */

/** Smaller than this in either direction is a trap or a leftover, not a field. */
const SMALLEST_SIDE_PX = 8;

/** Fainter than this (the product over all ancestors) cannot be read. */
const FAINTEST_OPACITY = 0.2;

/**
 * Where in the control to look for something on top of it, as parts of its width: the middle first, because one look
 * is enough where nothing covers it, and a look costs about 1 ms in a page of 90,000 elements.
 */
const PROBES = [0.5, 0.2, 0.8] as const;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The parent in what is drawn: through slots, and out of a shadow root to its host. */
function drawnParent(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

const intersection = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

const tooSmall = (box: Box): boolean =>
  box.right - box.left < SMALLEST_SIDE_PX || box.bottom - box.top < SMALLEST_SIDE_PX;

const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';

/** A box of the control's size that a person can bring into view by scrolling `scroller`. */
function scrolledInto(scroller: Element, control: Box): Box {
  const { left, top, right, bottom } = scroller.getBoundingClientRect();
  const content = {
    left: left - scroller.scrollLeft,
    top: top - scroller.scrollTop,
    right: left - scroller.scrollLeft + scroller.scrollWidth,
    bottom: top - scroller.scrollTop + scroller.scrollHeight,
  };
  const inside = intersection(control, content);
  return {
    left,
    top,
    right: Math.min(right, left + inside.right - inside.left),
    bottom: Math.min(bottom, top + inside.bottom - inside.top),
  };
}

interface Boxes {
  /** What is left of the control after all scrolling that a person can do. */
  readonly reachable: Box;
  /** What of it is in view now. */
  readonly inView: Box;
}

function boxesOf(control: Element, window: Window): Boxes {
  const { documentElement: page, body } = control.ownerDocument;
  let reachable: Box = control.getBoundingClientRect();
  let inView = reachable;
  let fixed = window.getComputedStyle(control).position === 'fixed';
  for (let parent = drawnParent(control); parent !== null && !fixed; parent = drawnParent(parent)) {
    if (parent === page || parent === body) break;
    const { overflowX, overflowY, position } = window.getComputedStyle(parent);
    fixed = position === 'fixed';
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const clip = parent.getBoundingClientRect();
    inView = intersection(inView, clip);
    reachable =
      scrolls(overflowX) || scrolls(overflowY)
        ? scrolledInto(parent, reachable)
        : intersection(reachable, clip);
  }
  const view = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
  const whole = {
    left: -window.scrollX,
    top: -window.scrollY,
    right: Math.max(page.scrollWidth, window.innerWidth) - window.scrollX,
    bottom: Math.max(page.scrollHeight, window.innerHeight) - window.scrollY,
  };
  return { reachable: intersection(reachable, fixed ? view : whole), inView: intersection(inView, view) };
}

function transparent(control: Element, window: Window): boolean {
  let opacity = 1;
  for (let element: Element | null = control; element !== null; element = drawnParent(element)) {
    const style = window.getComputedStyle(element);
    opacity *= Number(style.opacity);
    const filtered = /opacity\(([\d.]+)(%?)\)/.exec(style.filter);
    if (filtered) opacity *= Number(filtered[1]) / (filtered[2] === '%' ? 100 : 1);
  }
  return opacity < FAINTEST_OPACITY;
}

/** Whether something else is drawn over the part in view wherever it is probed. */
function covered(control: Element, inView: Box): boolean {
  // Scrolled out of view: nothing can be probed without scrolling, and scrolling would be seen by the page.
  if (tooSmall(inView)) return false;
  const y = (inView.top + inView.bottom) / 2;
  return PROBES.every((part) => {
    const x = inView.left + (inView.right - inView.left) * part;
    const root = control.getRootNode() as Document | ShadowRoot;
    return !control.contains(root.elementFromPoint(x, y));
  });
}

/** Chrome knows the first pair of names since 105, the second, standard one since 121, and ignores what it does not know. */
const EVERY_CHECK: CheckVisibilityOptions = {
  checkOpacity: true,
  checkVisibilityCSS: true,
  opacityProperty: true,
  visibilityProperty: true,
};

/**
 * Whether a person can see the control, now or after scrolling: it is rendered, not transparent, at least
 * {@link SMALLEST_SIDE_PX} in both directions after what its ancestors cut off, within the page, not inert and, where
 * it is in view, not covered. Needs layout; changes nothing.
 */
export function isVisible(control: Element): boolean {
  const window = control.ownerDocument.defaultView;
  if (window === null) return false;
  if (!control.checkVisibility(EVERY_CHECK)) return false;
  if (transparent(control, window)) return false;
  const { reachable, inView } = boxesOf(control, window);
  return !tooSmall(reachable) && !covered(control, inView);
}
