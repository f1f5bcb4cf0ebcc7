/**
 * Which of the tokens on a page are revealed: those that a person can read, whole or in a shortened form beside which the
 * page keeps the whole one.
 */
import {
  attributeNamesOf,
  attributeOf,
  drawnParentOf,
  isElement,
  isText,
  localNameOf,
  matches,
  shadowRootOf,
  walkerIn,
} from '../page/dom';
import { styleOf } from '../page/style';
import { MOST_NAMED, pageText } from '../page/text';
import { lineOf } from '../page/visibility';
import { isAmongRevoked } from './list-heading';
import { byOrder } from './order';
import type { RefusedToken, RevealedToken } from './page-reading';
import { type ShownField, textsIn, wordsOf } from './page-walk';
import { REVOKED } from './page-words';
import { createReadable } from './readable';
import { type ClassifiedToken, classifyToken, isShortened, isShortFormOf } from './token';
import { readRow, signsIn } from './token-row';

/** So many places of one value are looked at. */
const MOST_PLACES = 8;

/** So many values, and shortened forms, are looked at. */
const MOST_VALUES = 500;

/** So many places are looked at for whether they can be read: what lies over each must be searched for. */
const MOST_SIGHTS = 300;

/** How far around its shortened form a whole token may stand, where no row ends sooner. */
const NEAR_LEVELS = 6;

/** So many elements near a shortened form have their attributes read. */
const MOST_ELEMENTS_NEAR = 200;

/** "Revoked on Apr 3, 2026 by jane@acme.example"; in characters. */
const LONGEST_STATE = 60;

/** Attributes that can hold a whole token. */
const HOLDS_TOKEN = /^(data-.*|title|aria-label)$/;

/** A tooltip in its portal has some; the application has many more. */
const MOST_ELEMENTS_OF_LEFTOVER = 8;

type Place = Text | ShownField;

interface Found {
  readonly kind: ClassifiedToken['kind'];
  readonly places: Place[];
}

export interface TokenReader {
  /** @returns whether it may be a token: then the same text counts at another place too */
  text(text: string, node: Text): boolean;
  field(field: ShownField): void;
  /** The revealed tokens in page order, and what is not taken. Asks the page's layout. */
  read(): { tokens: RevealedToken[]; refused: RefusedToken[] };
}

/** @returns what is given the texts and fields of a page, in document order, and tells at the end what they show */
export function createRevealedTokens(): TokenReader {
  const values = new Map<string, Found>();
  const shortForms: Text[] = [];

  const add = (text: string, place: Place): boolean => {
    const { kind, value } = classifyToken(text);
    if (isText(place) && (kind === 'cut' || isShortened(text)) && shortForms.length < MOST_VALUES)
      shortForms.push(place);
    if (kind === 'none') return isShortened(text);
    const known = values.get(value);
    if (!known && values.size < MOST_VALUES) values.set(value, { kind, places: [place] });
    if (known && known.places.length < MOST_PLACES) known.places.push(place);
    return true;
  };

  return {
    text: add,
    field: (field) => void add(field.value, field),
    read: () => readAll(values, shortForms),
  };
}

/** A token with the places at which it can be read, itself or in a shortened form. */
interface Readable {
  readonly value: string;
  readonly places: Place[];
}

function readAll(values: ReadonlyMap<string, Found>, shortForms: readonly Text[]) {
  const isReadable = createReadable();
  let sights = MOST_SIGHTS;
  const canRead = (place: Place): boolean => sights-- > 0 && !isLeftover(place) && isReadable(place);

  const readable = new Map<string, Readable>();
  const refused = new Set<RefusedToken>();
  for (const [value, { kind, places }] of values) {
    const isUserToken = kind === 'user' || kind === 'unusual-user';
    if (isUserToken && readable.size < MOST_NAMED) {
      const seen = places.filter(canRead);
      if (seen.length > 0) readable.set(value, { value, places: seen });
    } else if (kind !== 'none' && !isUserToken && !refused.has(kind) && places.some(canRead)) {
      refused.add(kind);
    }
  }
  for (const short of shortForms) {
    const value = wholeNear(short);
    if (value && !readable.has(value) && readable.size < MOST_NAMED && canRead(short))
      readable.set(value, { value, places: [short] });
  }

  const tokens: RevealedToken[] = [];
  for (const { value, places } of [...readable.values()].sort(byFirstPlace)) {
    const rows = places.map((place) => ({ place, row: readRow(elementOf(place), value) }));
    if (rows.some(({ place, row }) => isRevoked(row.element ?? elementOf(place), row.texts))) {
      refused.add('revoked');
      continue;
    }
    const { description = '', created = '' } = rows.find(({ row }) => row.element !== null)?.row ?? {};
    tokens.push({
      value,
      unusual: classifyToken(value).kind === 'unusual-user',
      description: pageText(description),
      created: pageText(created),
    });
  }
  return { tokens, refused: [...refused] };
}

const elementOf = (place: Place): Element => (isText(place) ? (drawnParentOf(place) as Element) : place);

/** A state of a row is short and begins with the word; a description may hold it anywhere. What a press does is none. */
function saysRevoked(text: Text): boolean {
  const words = wordsOf(text);
  const isState = words.length <= LONGEST_STATE && words.search(REVOKED) === 0;
  return isState && styleOf(elementOf(text)).cursor !== 'pointer';
}

const isRevoked = (row: Element, texts: readonly Text[]): boolean =>
  texts.some(saysRevoked) || isAmongRevoked(row);

/**
 * The whole token that a page keeps beside a shortened form of it: in a text that is not to be seen, or in an attribute,
 * in the same row and beside no other token.
 */
function wholeNear(short: Text): string | null {
  const words = wordsOf(short);
  const fitting = (text: string): string | null => {
    const { kind, value } = classifyToken(text);
    return (kind === 'user' || kind === 'unusual-user') && isShortFormOf(words, value) ? value : null;
  };
  let at = drawnParentOf(short);
  for (let level = 0; at && level < NEAR_LEVELS; level++, at = drawnParentOf(at)) {
    const { tokens, isLong } = signsIn(at);
    if (isLong || tokens.length > 1) return null;
    for (const text of textsIn(at, MOST_ELEMENTS_NEAR)) {
      const value = fitting(text.data);
      if (value) return value;
    }
    for (const held of attributesIn(at)) {
      const value = fitting(held);
      if (value) return value;
    }
    if (matches(at, 'tr,li,[role=row]')) return null;
  }
  return null;
}

function* attributesIn(part: Element): Generator<string> {
  const walker = walkerIn(part, NodeFilter.SHOW_ELEMENT);
  let left = MOST_ELEMENTS_NEAR;
  for (let node: Node | null = part; node && left-- > 0; node = walker.nextNode())
    for (const name of attributeNamesOf(node as Element))
      if (HOLDS_TOKEN.test(name)) yield attributeOf(node as Element, name) ?? '';
}

/**
 * Whether a value is what copying left behind, or a tooltip: a field that is taken out of the page's flow, or something
 * like that directly under the body which is too small to be the application. It may be the value of a token that is
 * hidden again.
 */
function isLeftover(place: Place): boolean {
  const outOfFlow = (one: Element) => /absolute|fixed/.test(styleOf(one).position);
  if (isElement(place) && outOfFlow(place)) return true;
  const line = lineOf(elementOf(place));
  const top = line?.[line.findIndex((one) => localNameOf(one) === 'body') - 1];
  return top !== undefined && outOfFlow(top) && isSmallPart(top);
}

function isSmallPart(part: Element): boolean {
  if (shadowRootOf(part)) return false;
  const walker = walkerIn(part, NodeFilter.SHOW_ELEMENT);
  let left = MOST_ELEMENTS_OF_LEFTOVER;
  while (walker.nextNode()) if (left-- === 0) return false;
  return true;
}

const byFirstPlace = ({ places: [one] }: Readable, { places: [other] }: Readable): number =>
  byOrder(one as Node, other as Node);
