/**
 * The row in which a token stands, and what tells it apart from other rows. Rows may be those of a table or plain
 * `<div>`s without roles, so a row is what holds the token and a date.
 */
import { cleanText } from './token';

/** Where the columns are, as far as a header says so: the position of the cell, and of how many. */
export type Columns = Partial<Record<'description' | 'created', readonly [index: number, count: number]>>;

export interface TokenRow {
  readonly description: string;
  readonly created: string;
  /** The texts of the row but those of its buttons and the description; empty where no row was found. */
  readonly texts: readonly string[];
}

/** A date or a time in whatever language: a year or a time of day, and another number; or "3 days ago". */
const DATE = /^(?=.*(\b20\d\d|\d:\d)).*\d\D+\d|^\d.* ago$/;

/** "No description", "—": what stands in an empty cell. */
const PLACEHOLDER = /^(no|add) description$|^[^\p{L}\d]*$/iu;

/** More texts than this are not one row. */
const MOST_TEXTS = 20;

/** The column of which `header` is the heading. */
export function columnOf(header: Element): readonly [index: number, count: number] {
  const cell = header.closest('th,[role=columnheader]') ?? header;
  const cells = [...(cell.parentElement?.children ?? [])];
  return [cells.indexOf(cell), cells.length];
}

/** Reads the row around `element`, which shows `token`. */
export function readRow(element: Element, token: string, columns: Columns): TokenRow {
  const texts = (part: Element) => textsIn(part, token);
  let row = element.closest('tr,[role=row],li');
  if (!row) for (row = element; row && !texts(row).some(isDate); row = parentOf(row));
  const all = row ? texts(row) : [];
  if (!row || all.length > MOST_TEXTS) return { description: '', created: '', texts: [] };
  const cells = row.children;
  const inColumn = ([index, count]: readonly [number, number] = [0, 0]) =>
    count === cells.length ? texts(cells[index] as Element) : null;
  const created = (inColumn(columns.created) ?? all.filter(isDate))[0] ?? '';
  const description =
    (inColumn(columns.description) ?? all).find((text) => text !== created && !PLACEHOLDER.test(text)) ?? '';
  return { description, created, texts: all.filter((text) => text !== description) };
}

/** The parent, out of a shadow root too; nothing at the top of the page. */
const parentOf = (element: Element): Element | null =>
  element.parentElement ?? (element.getRootNode() as ShadowRoot).host;

const isDate = (text: string): boolean => DATE.test(text);

/** Clean texts in `part`, without the token and without buttons; stops when they are too many for a row. */
function textsIn(part: Element, token: string): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (texts.length <= MOST_TEXTS && walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text;
    const text = cleanText(data);
    if (text && text !== token && !parentElement?.closest('button,[role=button]')) texts.push(text);
  }
  return texts;
}
