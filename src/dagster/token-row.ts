/**
 * The row in which a token stands, and what tells it apart from other rows. Rows may be those of a table or plain
 * `<div>`s without roles, so a row is the smallest box with the token and a date, else one of several boxes alike.
 */
import {
  attributeOf,
  drawnParentOf,
  elementsIn,
  isDrawnIn,
  localNameOf,
  matches,
  nextElementOf,
  previousElementOf,
} from '../page/dom';
import { isDate } from './date-text';
import { textsIn, wordsOf } from './page-walk';
import { isShortFormOf, isTokenOrMask } from './token';

export interface TokenRow {
  /** Null where none was found. */
  readonly element: Element | null;
  readonly description: string;
  readonly created: string;
  /** All texts of the row but those of its buttons; empty where no row was found. */
  readonly texts: readonly Text[];
}

/** More texts than this are not one row. */
const MOST_TEXTS = 20;

/** So many levels up a row is found, or there is none. */
const MOST_LEVELS = 40;

/** "No description", "—": what stands in an empty cell. */
const PLACEHOLDER = /^(no|add) desc|^[^\p{L}\d]*$/iu;

/** Names of what is pressed in the row of a token, and nowhere else. */
const ROW_CONTROL = /^(reveal|show|hide|copy|revoke)( token)?$/i;

const ROW = 'tr,[role=row],li';
const PRESSED = 'a,button,[role=button]';
const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading]';

/** What the texts of a part of a page are. */
interface Signs {
  /** Tokens, whole or not, and masks in the place of one; each once, however often it is said. */
  readonly tokens: readonly Text[];
  readonly isDated: boolean;
  readonly hasRowControl: boolean;
  /** More texts than were looked at, or than one row has. */
  readonly isLong: boolean;
}

/** @param most how many texts are looked at */
export function signsIn(part: Element, most = MOST_TEXTS): Signs {
  const texts = textsIn(part, most + 1);
  const cleaned = texts.map((text) => ({ text, words: wordsOf(text) }));
  const tokens: { text: Text; words: string }[] = [];
  for (const one of cleaned) {
    const same = ({ words }: { words: string }) =>
      isShortFormOf(one.words, words) ||
      isShortFormOf(words, one.words) ||
      (words === one.words && /\d/.test(words));
    if (isTokenOrMask(one.words) && !tokens.some(same)) tokens.push(one);
  }
  return {
    tokens: tokens.map(({ text }) => text),
    isDated: cleaned.some(({ words }) => isDate(words)),
    hasRowControl: cleaned.some(({ words }) => ROW_CONTROL.test(words)),
    isLong: texts.length > most,
  };
}

const isPage = (element: Element): boolean => /^(body|html)$/.test(localNameOf(element));

const hasHeading = (part: Element): boolean => matches(part, HEADING) || elementsIn(part, HEADING).length > 0;

/** Whether a box is one of several alike, side by side, that each hold one token. */
export function isItem(box: Element): boolean {
  return [previousElementOf(box), nextElementOf(box)].some(
    (beside) => beside !== null && isAlike(beside, box) && signsIn(beside).tokens.length === 1,
  );
}

/** Whether two boxes are drawn by the same code, as far as that can be told. */
const isAlike = (one: Element, other: Element): boolean =>
  localNameOf(one) === localNameOf(other) && attributeOf(one, 'class') === attributeOf(other, 'class');

/** The box of the row in which something stands; null where none was found. */
export function rowAround(element: Element): Element | null {
  let item: Element | null = null;
  let at: Element | null = element;
  for (let level = 0; at && level < MOST_LEVELS; level++, at = drawnParentOf(at)) {
    if (isPage(at)) return null;
    const { tokens, isDated, isLong } = signsIn(at);
    if (isLong) return matches(at, 'tr') ? at : null;
    if (matches(at, ROW)) return at;
    if (tokens.length > 1) return item;
    if (hasHeading(at) && !isItem(at)) return item;
    if (isDated) return at;
    item = at;
  }
  return null;
}

/** Reads the row around `element`, which shows `token`. */
export function readRow(element: Element, token: string): TokenRow {
  const row = rowAround(element);
  const all = row ? textsIn(row, MOST_TEXTS + 1) : [];
  const texts = all.length > MOST_TEXTS ? [] : all.filter((text) => !isPressed(text, row as Element));
  const words = texts.map(wordsOf);
  const created = words.find(isDate) ?? '';
  const tells = (text: string): boolean =>
    text !== created && text !== token && !isShortFormOf(text, token) && !PLACEHOLDER.test(text);
  return { element: row, description: words.find(tells) ?? '', created, texts };
}

/** Whether a text stands on a button, as far as its row. */
function isPressed(text: Text, row: Element): boolean {
  for (let at = drawnParentOf(text); at && at !== row; at = drawnParentOf(at))
    if (matches(at, PRESSED)) return true;
  return false;
}

/**
 * Whether `element` is part of a row: what a person wrote there may say anything, and decides nothing about the page.
 */
export function isInRow(element: Element): boolean {
  let at: Element | null = element;
  for (let level = 0; at && level < MOST_LEVELS && !isPage(at); level++, at = drawnParentOf(at)) {
    const { tokens, isDated, hasRowControl, isLong } = signsIn(at);
    if (isLong || tokens.length > 1) return false;
    const [token] = tokens;
    // A row whose token is hidden without a mask in its place.
    if (!token && (isDated || hasRowControl) && (matches(at, ROW) || isItem(at))) return true;
    if (!token) continue;
    // A row, or all of a list that has one row only.
    const row = rowAround(drawnParentOf(token) as Element);
    return row !== null && isDrawnIn(element, row);
  }
  return false;
}

/** Whether `element` is part of a box that is one of several alike, each with one token: of a row with a title, perhaps. */
export function isInItem(element: Element): boolean {
  let at: Element | null = element;
  for (let level = 0; at && level < MOST_LEVELS && !isPage(at); level++, at = drawnParentOf(at)) {
    const { tokens, isLong } = signsIn(at);
    if (isLong || tokens.length > 1 || hasHeading(at)) return false;
    if (tokens.length === 1) return isItem(at);
  }
  return false;
}
