/**
 * The row in which a token stands, and what tells it apart from other rows. Rows may be those of a table or plain
 * `<div>`s without roles, so a row is what holds the token and a date.
 */
import { cleanText } from './token';

export interface TokenRow {
  readonly description: string;
  readonly created: string;
  /** All texts of the row but those of its buttons; empty where no row was found. */
  readonly texts: readonly string[];
  /** Undefined where no row was found. */
  readonly element: Element | undefined;
}

/** A date or a time in whatever language: a year or a time of day, and another number; or "3 days ago". */
const DATE = /^(?=.*(\b20\d\d|\d:\d)).*\d\D+\d|^\d.* ago$/;

/** "No description", "—": what stands in an empty cell. */
const PLACEHOLDER = /^(no|add) desc|^[^\p{L}\d]*$/iu;

/** More texts than this are not one row. */
const MOST_TEXTS = 20;

/** Reads the row around `element`, which shows `token`. */
export function readRow(element: Element, token: string): TokenRow {
  let row = element.closest('tr,[role=row],li');
  if (!row) {
    row = element;
    // At the top of a shadow root the way leads to its host, at the top of the page to nothing.
    while (row && !textsIn(row, token).some(isDate))
      row = row.parentElement ?? (row.getRootNode() as ShadowRoot).host;
  }
  const texts = row ? textsIn(row, token) : [];
  if (texts.length > MOST_TEXTS) texts.length = 0;
  const created = texts.find(isDate) ?? '';
  const description = texts.find((text) => text !== created && !PLACEHOLDER.test(text)) ?? '';
  return { description, created, texts, element: texts.length > 0 ? (row ?? undefined) : undefined };
}

const isDate = (text: string): boolean => DATE.test(text);

/** Clean texts in `part`, without the token and without buttons; stops when they are too many for a row. */
function textsIn(part: Element, token: string): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(part, 4 /* texts */);
  while (texts.length <= MOST_TEXTS && walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text;
    const text = cleanText(data);
    if (text && text !== token && !parentElement?.closest('button,[role=button]')) texts.push(text);
  }
  return texts;
}
