/**
 * Which of two things is drawn over the other, by the order of CSS 2 appendix E
 * (https://www.w3.org/TR/CSS22/zindex.html), as far as boxes go: not between the lines of one paragraph.
 */
import { comparePosition, drawnAncestorsOf, matches } from './dom';
import { isSet, isTransformed, type Pseudo, styleOf } from './style';

/** An element, or what `::before` and `::after` draw beside its content. */
export interface Painted {
  readonly element: Element;
  readonly pseudo?: Pseudo;
}

/** Above everything else, in an order that a page cannot tell. */
export const TOP_LAYER = ':modal,:popover-open,:fullscreen';

/** In-flow boxes are drawn over those with a negative z-index and under those that are positioned. */
const IN_FLOW = -0.5;

const CONTAINS_PAINT = /strict|content|paint|layout/;
const WILL_CHANGE =
  /opacity|transform|filter|perspective|clip-path|mask|isolation|z-index|contents|translate|rotate|scale/;

/** Whether a box with this style is drawn as one piece (https://www.w3.org/TR/css-position-4/#stacking-context). */
function isStackingContext(style: CSSStyleDeclaration, parent: CSSStyleDeclaration | null): boolean {
  const { position, zIndex } = style;
  if (position === 'fixed' || position === 'sticky') return true;
  const placed = position !== 'static' || /flex|grid/.test(parent?.display ?? '');
  return (
    (placed && zIndex !== 'auto') ||
    Number(style.opacity) < 1 ||
    isTransformed(style) ||
    isSet(style.backdropFilter) ||
    isSet(style.clipPath) ||
    isSet(style.maskImage || style.webkitMaskImage) ||
    style.isolation === 'isolate' ||
    isSet(style.mixBlendMode) ||
    CONTAINS_PAINT.test(style.contain) ||
    WILL_CHANGE.test(style.willChange)
  );
}

/** One box on the way from the page down to what is drawn. */
interface Step {
  readonly context: boolean;
  readonly positioned: boolean;
  /** Of a stacking context; what CSS calls `auto` is 0. */
  readonly z: number;
  /** The element; none for a pseudo-element. */
  readonly element: Element | null;
}

function stepOf(
  style: CSSStyleDeclaration,
  parent: CSSStyleDeclaration | null,
  element: Element | null,
): Step {
  if (element && matches(element, TOP_LAYER))
    return { context: true, positioned: true, z: Number.POSITIVE_INFINITY, element };
  return {
    context: parent === null || isStackingContext(style, parent),
    positioned: style.position !== 'static',
    z: Number(style.zIndex) || 0,
    element,
  };
}

function stepsTo({ element, pseudo }: Painted): Step[] {
  const elements = [element, ...drawnAncestorsOf(element)].reverse();
  const styles = elements.map((one) => styleOf(one));
  const steps = elements.map((one, at) =>
    stepOf(styles[at] as CSSStyleDeclaration, styles[at - 1] ?? null, one),
  );
  if (pseudo) steps.push(stepOf(styleOf(element, pseudo), styles.at(-1) ?? null, null));
  // The top layer hangs on the page itself.
  const top = steps.findLastIndex(({ z }) => z === Number.POSITIVE_INFINITY);
  return top > 0 ? [steps[0] as Step, ...steps.slice(top)] : steps;
}

/** Where a way leads within the context at `from`: the height at which what is at its end is drawn there. */
function heightAfter(steps: readonly Step[], from: number): number {
  const below = steps.slice(from + 1);
  const context = below.find((step) => step.context);
  if (context) return context.z;
  return below.some(({ positioned }) => positioned) ? 0 : IN_FLOW;
}

/** The drawn tree's order; `null` where one tree does not tell it. */
function comesLater(first: Painted, second: Painted): boolean | null {
  if (first.pseudo) {
    const around = [second.element, ...drawnAncestorsOf(second.element)];
    if (around.includes(first.element)) return first.pseudo === '::after';
  }
  const firstWay = [first.element, ...drawnAncestorsOf(first.element)].reverse();
  const secondWay = [second.element, ...drawnAncestorsOf(second.element)].reverse();
  const fork = firstWay.findIndex((element, at) => element !== secondWay[at]);
  const one = firstWay[fork];
  const other = secondWay[fork];
  if (!one || !other) return one !== undefined;
  const position = comparePosition(one, other);
  if (position & Node.DOCUMENT_POSITION_DISCONNECTED) return null;
  return Boolean(position & Node.DOCUMENT_POSITION_PRECEDING);
}

/**
 * Whether `upper` is drawn over `lower`; true as well where that cannot be told.
 *
 * @param last of what has the same height, `upper` is drawn after all the others, as outlines are
 */
export function isDrawnOver(upper: Painted, lower: Painted, last = false): boolean {
  const upperSteps = stepsTo(upper);
  const lowerSteps = stepsTo(lower);
  let common = 0;
  for (let at = 0; at < Math.min(upperSteps.length, lowerSteps.length); at++) {
    const one = upperSteps[at] as Step;
    if (one.element === null || one.element !== lowerSteps[at]?.element) break;
    if (one.context) common = at;
  }
  const difference = heightAfter(upperSteps, common) - heightAfter(lowerSteps, common);
  if (Number.isNaN(difference) || difference === 0) return last || (comesLater(upper, lower) ?? true);
  return difference > 0;
}
