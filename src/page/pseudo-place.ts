/** Where `::before` and `::after` are drawn, which no browser tells: worked out from their styles. */
import { type Box, overlapOf } from './boxes';
import { boxOf, documentOf, drawnAncestorsOf, pageElementOf } from './dom';
import { matrixOf, scaleOf } from './ink';
import { isSet, isTransformed, styleOf } from './style';

const SIDES = ['left', 'top', 'right', 'bottom'] as const;

const numbers = (...lengths: readonly string[]): number[] =>
  lengths.map((length) => Number.parseFloat(length) || 0);

/** Where a pseudo-element is drawn that is positioned; transforms of its own are left out. */
function placeOfPositioned(element: Element, style: CSSStyleDeclaration): Box {
  const [left = 0, top = 0, width = 0, height = 0] = numbers(
    style.left,
    style.top,
    style.width,
    style.height,
  );
  const placed = (one: Element) => styleOf(one).position !== 'static';
  const around = [element, ...drawnAncestorsOf(element)].find(placed) ?? pageElementOf(documentOf(element));
  const scale = scaleOf(around);
  const origin = style.position === 'fixed' ? { left: 0, top: 0 } : boxOf(around);
  const start = { left: origin.left + left * scale, top: origin.top + top * scale };
  return { ...start, right: start.left + width * scale, bottom: start.top + height * scale };
}

/**
 * Where a pseudo-element in the flow is drawn, as far as can be told: at the start of its element or after what is in it.
 *
 * @returns null for one that has its place in the element's own
 */
function placeInFlow(element: Element, style: CSSStyleDeclaration): Box | null {
  const own = boxOf(element);
  const scale = scaleOf(element);
  const [x = 0, y = 0, width = 0, height = 0] = numbers(
    style.marginLeft,
    style.marginTop,
    style.width,
    style.height,
  );
  const [left = 0, top = 0] = style.position === 'relative' ? numbers(style.left, style.top) : [];
  const start = { left: own.left + scale * (x + left), top: own.top + scale * (y + top) };
  const box = { ...start, right: start.left + width * scale, bottom: start.top + height * scale };
  const inside = overlapOf(box, own);
  const isInside = SIDES.every((side) => Math.abs(inside[side] - box[side]) <= 1);
  return isInside && !isTransformed(style) ? null : { ...box, bottom: box.bottom + own.height };
}

/** Where a box is drawn after a transform of its own. */
function transformed(box: Box, style: CSSStyleDeclaration, scale: number): Box {
  const { transform, translate, scale: sized, transformOrigin } = style;
  if (!isSet(transform) && !isSet(translate) && !isSet(sized)) return box;
  const [originX = 0, originY = 0] = numbers(...transformOrigin.split(' '));
  const [moveX = 0, moveY = 0] = isSet(translate) ? numbers(...translate.split(' ')) : [];
  const [scaleX = 1, scaleY = scaleX] = isSet(sized) ? numbers(...sized.split(' ')) : [];
  const origin = { x: box.left + originX * scale, y: box.top + originY * scale };
  const matrix = new DOMMatrix()
    .translate(origin.x + moveX * scale, origin.y + moveY * scale)
    .scale(scaleX, scaleY)
    .scale(scale)
    .multiply(matrixOf(transform))
    .scale(1 / scale)
    .translate(-origin.x, -origin.y);
  const corners = [box.left, box.right].flatMap((x) =>
    [box.top, box.bottom].map((y) => matrix.transformPoint({ x, y })),
  );
  const xs = corners.map(({ x, w }) => x / w);
  const ys = corners.map(({ y, w }) => y / w);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/**
 * The box of a pseudo-element with this style.
 *
 * @returns null for one that has its place in the element's own
 */
export function placeOfPseudo(element: Element, style: CSSStyleDeclaration): Box | null {
  const placed = /absolute|fixed/.test(style.position)
    ? placeOfPositioned(element, style)
    : placeInFlow(element, style);
  return placed && transformed(placed, style, scaleOf(element));
}
