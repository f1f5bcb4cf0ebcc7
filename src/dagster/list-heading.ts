/**
 * What stands over a row: the headings of its list, of what the list is in, and so on. Only what heads the row itself is
 * asked, from where the row stands, so that nothing in another row or beside another list decides about it.
 */
import {
  attributeOf,
  childElementCountOf,
  drawnParentOf,
  localNameOf,
  matches,
  previousElementOf,
} from '../page/dom';
import { textsIn, wordsOf } from './page-walk';
import { ACTIVE, AGENT, REVOKED, TOKEN } from './page-words';
import { isItem, signsIn } from './token-row';

/** Longer texts head nothing. */
const LONGEST_HEADING = 60;

/** More texts than this beside a row are no heading with its controls. */
const MOST_TEXTS = 40;

/** Of more texts than this the first heads nothing, where it is a plain one. */
const MOST_TEXTS_AROUND_PLAIN = 3;

/** So many elements before a row, and before what it is in, are passed. */
const MOST_BEFORE = 20_000;

/** …and so many of them are looked into. */
const MOST_LOOKED_INTO = 200;

/** A plain text of more words heads no list that could as well be a row with a title. */
const MOST_WORDS_OF_TITLE = 3;

/** Real headings; of tabs the chosen one. */
const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading],[aria-selected=true]';
const NO_HEADING = 'a,button,th,td,li,[role=tab],[role=button]';

/** What heads the section of user tokens. */
const OWN_SECTION = /user tokens?$|your account/;

/** The rank of a text that heads by its words only, below all real headings. */
const PLAIN = 7;

interface Heading {
  readonly words: string;
  /** 1 to 6 as in HTML, 0 for a chosen tab, {@link PLAIN}. */
  readonly rank: number;
  /** It stands in one of several boxes alike: perhaps the title of a row. */
  readonly inItem: boolean;
}

/** What heads `row`, the nearest first. */
function* headingsOver(row: Element): Generator<Heading> {
  let before = MOST_BEFORE;
  let lookedInto = MOST_LOOKED_INTO;
  for (let at: Element | null = row; at; at = drawnParentOf(at)) {
    const parent = drawnParentOf(at);
    const isLikeRow = alikeTo(at);
    let inItem: boolean | undefined;
    for (let beside = previousElementOf(at); beside && before-- > 0; beside = previousElementOf(beside)) {
      if (isLikeRow(beside)) continue;
      if (lookedInto-- <= 0) return;
      const headings = headingsIn(beside);
      if (headings.length > 0) inItem ??= parent !== null && isItem(parent);
      for (const heading of headings) yield { ...heading, inItem: inItem === true };
    }
  }
}

/** Whether a box is drawn by the same code as `row`: a row as well, and no heading between rows. */
function alikeTo(row: Element): (box: Element) => boolean {
  const [name, itsClass, cells] = [localNameOf(row), attributeOf(row, 'class'), childElementCountOf(row)];
  return (box) =>
    localNameOf(box) === name &&
    attributeOf(box, 'class') === itsClass &&
    (itsClass !== null || childElementCountOf(box) === cells);
}

/** The headings in what stands before a row, the last first; none where it holds rows of its own. */
function headingsIn(part: Element): Omit<Heading, 'inItem'>[] {
  const { tokens, isLong } = signsIn(part, MOST_TEXTS);
  if (tokens.length > 0 || isLong) return [];
  const texts = textsIn(part, MOST_TEXTS);
  const found = new Map<Element, Omit<Heading, 'inItem'>>();
  for (const text of texts.reverse()) {
    const element = headingAround(text, part);
    if (!element || found.has(element)) continue;
    const words = wordsIn(element);
    const rank = rankOf(element);
    if (words.length > LONGEST_HEADING) continue;
    const isFirstOfFew = texts.length <= MOST_TEXTS_AROUND_PLAIN && text === texts.at(-1);
    if (rank < PLAIN || (isFirstOfFew && isListOfTokens(words))) found.set(element, { words, rank });
  }
  return [...found.values()];
}

/** The real heading in which a text stands, else its own element; null where it stands in what is no heading. */
function headingAround(text: Text, part: Element): Element | null {
  let isNone = false;
  for (let at = drawnParentOf(text); at; at = drawnParentOf(at)) {
    if (matches(at, HEADING)) return at;
    isNone ||= matches(at, NO_HEADING);
    if (at === part) break;
  }
  return isNone ? null : drawnParentOf(text);
}

const wordsIn = (element: Element): string =>
  textsIn(element, MOST_TEXTS_AROUND_PLAIN).map(wordsOf).join(' ').toLowerCase();

function rankOf(element: Element): number {
  if (!matches(element, HEADING)) return PLAIN;
  if (attributeOf(element, 'aria-selected') === 'true') return 0;
  return Number(attributeOf(element, 'aria-level') ?? /^h([1-6])$/.exec(localNameOf(element))?.[1] ?? 2);
}

/** Words about tokens, and one more: a single word may head a column. */
const isListOfTokens = (words: string): boolean =>
  TOKEN.test(words) && /[\p{L}\p{N}]/u.test(words.replace(TOKEN, '').replace(/^s\b/, ''));

/** Whether `row` stands in a list of revoked tokens, as far as its headings say. */
export function isAmongRevoked(row: Element): boolean {
  /** Of headings that lie farther off only those count that stand above all that were met. */
  let lowest = PLAIN + 1;
  for (const { words, rank, inItem } of headingsOver(row)) {
    if (rank >= lowest) continue;
    const isTitle = rank === PLAIN && inItem && words.split(' ').length > MOST_WORDS_OF_TITLE;
    const isRevoked = REVOKED.test(words);
    if (isRevoked !== ACTIVE.test(words) && !isTitle) return isRevoked;
    // A chosen tab that says neither is one of something else.
    if (rank > 0) lowest = rank;
  }
  return false;
}

/** Whether `row` stands in a list of agent tokens, as far as its headings say. */
export function isAmongAgentTokens(row: Element): boolean {
  for (const { words } of headingsOver(row)) {
    if (TOKEN.test(words) && AGENT.test(words)) return true;
    if (OWN_SECTION.test(words)) return false;
  }
  return false;
}
