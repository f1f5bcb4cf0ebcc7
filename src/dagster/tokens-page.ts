/**
 * Reads what a Dagster+ page shows: revealed user tokens and the controls on the way to one.
 *
 * The application is closed source, so nothing here depends on one element type, class name or nesting. The shape
 * of a token and the page's address decide; words only help, since a browser may have translated all of them.
 */
import { controlNamed, pressable } from './page-controls';
import type { PageControl, PageReading, RefusedToken, RevealedToken } from './page-reading';
import { isField, walkPage } from './page-walk';
import { classifyToken, cleanText } from './token';
import { readRow } from './token-row';
import { isTokensPath } from './tokens-path';

/** Values without any of this say nothing; most texts of a large page end here. */
const INTERESTING = /[:*\xAD\u2007-\uFEFF]|tok|jet|sett|descr|activ|revo|organi|[0-9a-f]{32}/i;

/** Longer texts are neither a label nor a token. */
const LONGEST_TEXT = 60;

/** "Revoked" in the languages into which pages are often translated; not "Revoke". */
export const REVOKED = /revoked|révoqué|widerrufen|revo[cg]ad|取り消|撤销/i;
/** Two words, one of which is the token: the heading of a list, while one word may head a column. */
const LIST_OF_TOKENS = /(tok|jeton)\S* \S|\S (tok|jeton)/;
/** A tooltip in its portal has some; the application has many more. */
const MOST_ELEMENTS_OF_LEFTOVER = 8;

const HEADING = 'h1,h2,h3,h4,h5,h6,[aria-selected=true]';
const NO_HEADING = 'a,button,th,td,li,[role=tab]';

/** What heads, or creates in, the sections of user tokens and of agent tokens. */
const SECTION = /(agent|user) tokens?$|your account/;
const ORGANIZATION_NAME = /^organization( name)?: ?(.+)/;
export const MANAGE_TOKENS_FOR = /^manage tokens for\b:? ?(.*)/;
export const ONESELF = /\b(you|your|me)\b/;

/** A page's reading, and the element of each control that it lists. */
export interface PageFindings {
  readonly reading: PageReading;
  readonly elements: ReadonlyMap<PageControl, Element>;
}

/**
 * What `page` shows now.
 *
 * @param address the page's URL. Tokens are taken only where it is that of a Tokens page
 * @returns plain data; never the text of a token that is not taken
 */
export const readTokensPage = (page: Document, address: string): PageReading =>
  findOnPage(page, address).reading;

/** The same as `readTokensPage`, with the elements of the controls. */
export function findOnPage(page: Document, address: string): PageFindings {
  const { origin, pathname } = new URL(address);
  const onTokensPage = isTokensPath(pathname);
  const tokens = new Map<string, RevealedToken>();
  const refused = new Set<RefusedToken>();
  const elements = new Map<PageControl, Element>();
  /** Values that say nothing new when they come again, as most do in a long list. */
  const done = new Set<string>();
  let organizationName = '';
  /** Whose tokens are managed; `undefined` while nothing says so, empty while the next text will. */
  let user: string | undefined;
  let amongAgentTokens = false;
  let amongRevoked = false;

  // Each of these three says whether the same text may mean something else, or more, at another place.

  const findControl = (text: string, element: Element): boolean => {
    const control = controlNamed(text);
    if (!control || elements.has(control)) return false;
    const target = control === 'reveal-token' && amongAgentTokens ? undefined : pressable(element);
    if (target) elements.set(control, target);
    return !target;
  };

  const readLabel = (text: string, element: Element): boolean => {
    organizationName = ORGANIZATION_NAME.exec(text)?.[2] ?? organizationName;
    user = MANAGE_TOKENS_FOR.exec(text)?.[1] ?? user;
    const headsSection = SECTION.test(text);
    if (headsSection) amongAgentTokens = text.includes('agent');
    const heads = headsList(text, element);
    if (heads) amongRevoked = REVOKED.test(text);
    return headsSection || heads;
  };

  const findToken = (text: string, element: Element): boolean => {
    const { kind, value } = classifyToken(text);
    if (kind === 'none') return false;
    if (isLeftover(element)) return true;
    if (kind !== 'user' && kind !== 'unusual-user') {
      refused.add(kind);
      return false;
    }
    const { description, created, texts } = readRow(element, value);
    // A state of the row begins with the word; a description may hold it anywhere.
    if (amongRevoked || texts.some((text) => text.search(REVOKED) === 0)) refused.add('revoked');
    else tokens.set(value, { value, unusual: kind !== 'user', description, created });
    return false;
  };

  // What is of no interest is done at once; `add` gives the set, which is true.
  const wanted = (value: string): boolean =>
    user === '' || (!done.has(value) && (INTERESTING.test(value) || !done.add(value)));

  walkPage(page, wanted, (value, element, inAttribute) => {
    const text = cleanText(value).toLowerCase();
    // The initials of an avatar are not yet the name.
    if (user === '' && !inAttribute && text.length > 2) user = text;
    const open = [
      findControl(text, element),
      !inAttribute && text.length < LONGEST_TEXT && readLabel(text, element),
      onTokensPage && findToken(value, element),
    ];
    if (!open.includes(true)) done.add(value);
  });

  const otherUser = !!user && !ONESELF.test(user) && !elements.has('create-user-token');
  return {
    reading: {
      address: origin + pathname,
      tokens: otherUser ? [] : [...tokens.values()],
      refused: [...refused],
      otherUser,
      controls: [...elements.keys()],
      organizationName: organizationName.replaceAll(' ', ''),
    },
    elements,
  };
}

/** Whether a text stands over a list of tokens: which ones those are, its words say. */
export const headsList = (text: string, element: Element): boolean =>
  !!element.closest(HEADING) || (LIST_OF_TOKENS.test(text) && !element.closest(NO_HEADING));

/**
 * Whether the value in `element` is what copying left behind, or a tooltip: a field that is taken out of the page's
 * flow, or something like that directly under the body which is too small to be the application. It may be the value
 * of a token that is hidden again. What is not drawn at all is not revealed either.
 */
function isLeftover(element: Element): boolean {
  const outOfFlow = (one: Element) => /absolute|fixed/.test(getComputedStyle(one).position);
  const top = element.closest('body>*');
  return (
    !element.checkVisibility() ||
    (isField(element) && outOfFlow(element)) ||
    (!!top && outOfFlow(top) && !top.getElementsByTagName('*')[MOST_ELEMENTS_OF_LEFTOVER])
  );
}
