/** The lists of a Tokens page, with the controls that make and reveal tokens: what may be pressed stands here and nowhere else. */
import { drawnParentOf, elementsIn, isDrawnIn } from '../page/dom';
import { pageText } from '../page/text';
import { isNamed, namesOf } from './control-name';
import { isAmongRevoked } from './list-heading';
import { byOrder } from './order';
import { CLICKABLE, CREATE_USER_TOKEN, controlAround, REVEAL_TOKEN } from './page-controls';
import { walkPage, wordsOf } from './page-walk';
import { LISTED_USER, REVOKED } from './page-words';
import { followSections } from './sections';
import { classifyToken, cleanText } from './token';
import { readRow } from './token-row';

const HIDE_TOKEN = /^hide token$/;
const CREATE_AGENT_TOKEN = /^(\+ ?)?(create|new|add) agent token$/;
/** Rows of agent tokens have it where rows of user tokens have "Revoke". */
const EDIT = /^edit$/;

/** Longer texts are neither a name nor a heading; and with blanks around, longer ones are not looked at. */
const LONGEST_TEXT = 60;
const LONGEST_LOOKED_AT = 1_000;

/** A row with one of the person's own active tokens. */
export interface TokenListRow {
  /** What reveals the token, or hides it. */
  readonly control: Element;
  readonly revealed: boolean;
  readonly element: Element;
  readonly description: string;
  readonly created: string;
  /** What tells the row again, whether or not its token is revealed. */
  readonly key: string;
}

export interface TokenList {
  /** Each "Create user token" in the section of the person's own tokens. */
  readonly creates: readonly Element[];
  /** Whether there is one elsewhere. */
  readonly createsElsewhere: boolean;
  readonly rows: readonly TokenListRow[];
  /** "Manage tokens for" names somebody, and nothing says that it is the person. */
  readonly otherUser: boolean;
  /** The elements in which a whole user token stands. */
  readonly tokens: readonly Element[];
}

/** What stands on `page` now. */
export function listTokens(page: Document): TokenList {
  const sections = followSections();
  const met = new Set<Element>();
  const creates: { control: Element; section: string }[] = [];
  const controls: { control: Element; revealed: boolean }[] = [];
  const tokens: Element[] = [];
  let otherUser = false;
  let saysOneself = false;
  let awaited: (typeof LISTED_USER)[number] | undefined;

  function meetControl(control: Element): void {
    met.add(control);
    const names = namesOf(control);
    if (isNamed(names, CREATE_AGENT_TOKEN)) sections.meetCreate('agent');
    if (isNamed(names, CREATE_USER_TOKEN)) {
      creates.push({ control, section: sections.here });
      sections.meetCreate('own');
    }
    if (sections.here !== 'own') return;
    const revealed = isNamed(names, HIDE_TOKEN);
    if (revealed || isNamed(names, REVEAL_TOKEN)) controls.push({ control, revealed });
  }

  function nameUser(user: string, { oneself }: (typeof LISTED_USER)[number]): void {
    saysOneself ||= /your account$/.test(user);
    otherUser ||= !oneself.test(user);
  }

  function meetUser(text: string): void {
    // The initials of an avatar are not yet the name.
    if (awaited && text.length > 2) {
      nameUser(text, awaited);
      awaited = undefined;
    }
    for (const listed of LISTED_USER) {
      const named = listed.says.exec(text)?.[1];
      if (named) nameUser(named, listed);
      else if (named === '') awaited = listed;
    }
  }

  function meetText(text: string, element: Element, inAttribute: boolean): void {
    if (!text || text.length > LONGEST_TEXT) return;
    if (!inAttribute) {
      meetUser(text);
      sections.follow(text, element);
    }
    const control = /token/.test(text) ? controlAround(element) : undefined;
    if (control && !met.has(control)) meetControl(control);
  }

  const lineOf = (value: string): string => cleanText(value).replace(/\s+/g, ' ').toLowerCase();
  // All names are told before the first text, and each is to be met at its place: after the headings before it.
  const names: { readonly line: string; readonly element: Element }[] = [];
  let next = 0;
  let isSorted = false;
  function meetNamesBefore(node: Node | null): void {
    if (!isSorted) names.sort((one, other) => byOrder(one.element, other.element));
    isSorted = true;
    for (let name = names[next]; name && (!node || byOrder(name.element, node) < 0); name = names[++next])
      meetText(name.line, name.element, true);
  }
  const fields = walkPage(page, {
    wanted: (text) => text.length <= LONGEST_LOOKED_AT,
    text(text, node) {
      const element = drawnParentOf(node);
      if (!element) return;
      if (/user/.test(classifyToken(text).kind)) tokens.push(element);
      const line = lineOf(text);
      if (line) meetNamesBefore(node);
      meetText(line, element, false);
    },
    name(name, element) {
      const line = name.length <= LONGEST_LOOKED_AT ? lineOf(name) : '';
      if (/token/.test(line)) names.push({ line, element });
    },
  });
  meetNamesBefore(null);
  for (const field of fields) if (/user/.test(classifyToken(field.value).kind)) tokens.push(field);

  const own = creates.filter(
    ({ section }) => section === 'own' || (section === 'unknown' && !sections.hasAgents),
  );
  return {
    creates: own.map(({ control }) => control),
    createsElsewhere: own.length < creates.length,
    rows: rowsOf(controls),
    otherUser: otherUser && !saysOneself,
    tokens,
  };
}

/** Whether a whole user token stands in the row. */
export const showsToken = ({ tokens }: TokenList, row: Element): boolean =>
  tokens.some((token) => isDrawnIn(token, row));

function rowsOf(controls: readonly { control: Element; revealed: boolean }[]): TokenListRow[] {
  const found = controls.map(({ control, revealed }) => ({ control, revealed, ...readRow(control, '') }));
  /** How many controls stand in an element: a row has one. */
  const shared = new Map<Element | null, number>();
  for (const { element } of found) shared.set(element, (shared.get(element) ?? 0) + 1);
  return found.flatMap(({ control, revealed, element, description, created, texts }) => {
    const isRow = element !== null && shared.get(element) === 1;
    const row = isRow ? element : alone(control, controls);
    if (elementsIn(row, CLICKABLE).some((other) => isNamed(namesOf(other), EDIT))) return [];
    if (isAmongRevoked(row)) return [];
    if (!isRow) return [{ control, revealed, element: row, description: '', created: '', key: '' }];
    const words = texts.map(wordsOf);
    // A state of the row begins with the word; a description may hold it anywhere.
    if (words.some((text) => text.search(REVOKED) === 0)) return [];
    const key = words.filter(isOfRow).join('\n');
    const told = { description: pageText(description), created: pageText(created) };
    return [{ control, revealed, element: row, ...told, key }];
  });
}

/** Whether a text stands in its row whatever is shown of the token: not the token, and not what masks it. */
const isOfRow = (text: string): boolean => /[\p{L}\d]/u.test(text) && classifyToken(text).kind === 'none';

/** The largest part of the page in which `control` is the only one of its kind. */
function alone(control: Element, controls: readonly { control: Element }[]): Element {
  let part = control;
  for (let around = drawnParentOf(part); around; around = drawnParentOf(part)) {
    const outer = around;
    if (controls.some((other) => other.control !== control && isDrawnIn(other.control, outer))) break;
    part = outer;
  }
  return part;
}
