/**
 * What is drawn over something that is read, looked for where it is to be expected: a page may hold very many texts, and
 * asking every element of a large page where it is takes longer than everything else together.
 *
 * Looked at are everything that takes presses over it, what stands beside it and beside each element around it, with
 * all that lies in boxes there, and as much as {@link SPARE} allows of what lies in boxes elsewhere. Other rows of the
 * same list are left out: there are very many of them, and they lie over each other only where a page is drawn badly.
 */
import type { Box } from '../page/boxes';
import { cover, isUnder, type Look, type Watched, watch } from '../page/cover';
import {
  attributeOf,
  boxOf,
  childElementCountOf,
  childrenOf,
  documentOf,
  drawnAncestorsOf,
  drawnParentOf,
  hitsAt,
  localNameOf,
  nextElementOf,
  previousElementOf,
  type Root,
  rootOf,
  shadowRootOf,
} from '../page/dom';
import { inkLayers, type Layer, rareLayers } from '../page/layers';
import { styleOf } from '../page/style';

/** How many neighbours of one element are looked at on each side of it. */
const MOST_NEIGHBOURS = 40;

/** How many elements are looked at for one text. */
const MOST_ELEMENTS = 2_000;

/** How many elements are looked at that stand in a box which lies elsewhere. */
const SPARE = 150;

/** How many things are looked at that take presses at one point. */
const MOST_HITS = 100;

/** How many trees within trees are looked into at one point. */
const MOST_TREES = 20;

/** A box smaller than this, in pixels, holds nothing where it is: what stands in it is drawn elsewhere. */
const NO_BOX_PX = 1;

/** The boxes of elements, each asked for once: nothing moves while a page is read. */
export function createBoxes(): (element: Element) => DOMRect {
  const known = new Map<Element, DOMRect>();
  return (element) => {
    const box = known.get(element) ?? boxOf(element);
    known.set(element, box);
    return box;
  };
}

/** Whether so much is drawn over what is read, wherever it is looked at, that it cannot be read. */
export function isCoveredNearby(look: Look, boxes: (element: Element) => DOMRect): boolean {
  const watched = watch(look);
  const done = new Set<Element>();
  for (const layer of layersNearby(watched, boxes)) {
    const isBox = !layer.pseudo && !layer.drawn;
    if (isBox && done.has(layer.element)) continue;
    if (isBox) done.add(layer.element);
    cover(watched, layer);
    if (watched.left.size === 0) return true;
  }
  return false;
}

function* layersNearby(watched: Watched, boxes: (element: Element) => DOMRect): Generator<Layer> {
  const { look, line } = watched;
  const layerOf = (element: Element): Layer => ({ element, box: boxes(element), style: styleOf(element) });
  if (look.inView)
    for (const { x, y } of look.points)
      for (const element of hitsThrough(documentOf(look.element), x, y, MOST_TREES))
        if (!line.has(element) && !isEmptyPicture(element) && !isInOtherRow(element, line))
          yield layerOf(element);

  const wanted = (box: Box): boolean => isUnder(watched, box);
  for (const element of line) {
    const style = styleOf(element);
    yield* inkLayers(element, style, boxes(element), wanted);
    yield* rareLayers(element, style, wanted);
  }
  const hasNoBox = ({ width, height }: DOMRect): boolean => width < NO_BOX_PX || height < NO_BOX_PX;
  const elsewhere: Element[] = [];
  let rest = MOST_ELEMENTS;
  function* search(start: Iterable<Element>, isOpen: (box: DOMRect) => boolean): Generator<Layer> {
    for (const branch of start) {
      const open = [branch];
      for (let element = open.pop(); element && rest-- > 0; element = open.pop()) {
        const box = boxes(element);
        const layer = layerOf(element);
        if (!hasNoBox(box) && wanted(box) && !isEmptyPicture(element)) yield layer;
        yield* inkLayers(element, layer.style, box, wanted);
        yield* rareLayers(element, layer.style, wanted);
        if (isOpen(box)) open.push(...childrenDrawnIn(element));
        else elsewhere.push(element);
      }
    }
  }
  yield* search(branchesBeside(look, line), (box) => hasNoBox(box) || wanted(box));
  // What is far from it in the tree is drawn over all of a page more likely than what is near.
  rest = SPARE;
  yield* search(elsewhere.reverse(), () => true);
}

/** What takes presses at a point, through the open shadow roots there, the topmost first. */
function* hitsThrough(root: Root, x: number, y: number, trees: number): Generator<Element> {
  for (const element of hitsAt(root, x, y).slice(0, MOST_HITS)) {
    if (rootOf(element) !== root) continue;
    const inner = shadowRootOf(element);
    if (inner && trees > 0) yield* hitsThrough(inner, x, y, trees - 1);
    yield element;
  }
}

/** The elements beside what is read, and beside each element around it, the nearest first. */
function* branchesBeside({ element, read }: Look, line: ReadonlySet<Element>): Generator<Element> {
  if (read === 'letters') yield* childrenDrawnIn(element);
  for (const one of line) {
    // What is slotted into a tree is drawn among what the tree holds.
    if (shadowRootOf(one)) yield* first(one);
    for (const next of [previousElementOf, nextElementOf]) {
      let left = MOST_NEIGHBOURS;
      for (let beside = next(one); beside && left-- > 0; beside = next(beside))
        if (!areRows(beside, one)) yield beside;
    }
  }
}

/** Whether an element is the place of an icon that is not drawn, or drawn by the style of what it is in. */
const isEmptyPicture = (element: Element): boolean =>
  localNameOf(element) === 'svg' && childElementCountOf(element) === 0;

/** Whether two boxes beside each other are rows of one list. */
function areRows(one: Element, other: Element): boolean {
  const name = localNameOf(one);
  const itsClass = attributeOf(one, 'class');
  const isNamed = itsClass !== null || name === 'tr' || name === 'li';
  return isNamed && name === localNameOf(other) && itsClass === attributeOf(other, 'class');
}

/** Whether an element stands in a row beside the one in which the line begins. */
function isInOtherRow(element: Element, line: ReadonlySet<Element>): boolean {
  let row = element;
  for (const around of drawnAncestorsOf(element)) {
    if (line.has(around)) {
      const own = [...line].find((one) => drawnParentOf(one) === around);
      return own !== undefined && areRows(row, own);
    }
    row = around;
  }
  return false;
}

const childrenDrawnIn = (element: Element): Element[] => {
  const inner = shadowRootOf(element);
  return [...(inner ? first(inner) : []), ...first(element)];
};

/** The first children of a list that may be very long. */
function first(parent: Element | ShadowRoot): Element[] {
  const children: Element[] = [];
  for (const child of childrenOf(parent)) if (children.push(child) === MOST_ELEMENTS) break;
  return children;
}
