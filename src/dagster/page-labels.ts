/** What the labels of a page say: which controls are there, whose tokens are listed, which organization it is. */
import { closest, comparePosition, isDrawnIn, localNameOf } from '../page/dom';
import { isAmongAgentTokens } from './list-heading';
import { controlNamed, pressable } from './page-controls';
import type { PageControl } from './page-reading';
import type { ShownField } from './page-walk';
import { AGENT, CREATE, LISTED_USER, MAY_LIST_USER, TOKEN } from './page-words';
import { cleanText } from './token';
import { isInItem, isInRow, rowAround } from './token-row';

/** Longer texts are no label. */
const LONGEST_LABEL = 60;

/** So many labels of one kind are looked at; a page with more is no page of Dagster+. */
const MOST_TRIES = 200;

const ORGANIZATION_NAME = /^organization( name)?: ?(.+)/;
const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading]';

/** The initials of an avatar are not yet the name. */
const SHORTEST_NAME = 3;

/** Controls that stand in rows; the others do not, whatever a row says. */
const IN_ROWS: ReadonlySet<PageControl> = new Set(['reveal-token', 'description']);

/** Whose tokens are managed, in lower case. */
interface NamedUser {
  name: string;
  readonly oneself: RegExp;
  /** The label, where it ends without a name: that is the next text, or stands in a field before it. */
  readonly label: Element | null;
  next: Element | null;
}

interface Labels {
  readonly otherUser: boolean;
  /** In lower case. */
  readonly organizationName: string;
  readonly controls: ReadonlyMap<PageControl, Element>;
}

export interface LabelReader {
  /** The next text is wanted, whatever it says. */
  isNextWanted(): boolean;
  /** @returns whether the same text may say something else, or more, at another place */
  text(text: string, element: Element): boolean;
  /** The same of what an attribute says. */
  name(name: string, element: Element): boolean;
  found(fields: readonly ShownField[]): Labels;
}

/** @returns what is given the texts and names of a page, in document order, and tells at the end what they said */
export function createLabels(): LabelReader {
  const controls = new Map<PageControl, Element>();
  const tries = new Map<string, number>();
  let organizationName = '';
  let user: NamedUser | undefined;
  let isUserNext = false;
  /** What may be a button that creates a token, in whatever language. */
  const aboutTokens: { words: string; element: Element }[] = [];

  const mayTry = (kind: string): boolean => {
    const tried = tries.get(kind) ?? 0;
    tries.set(kind, tried + 1);
    return tried < MOST_TRIES;
  };
  const isOfRow = (element: Element): boolean => isInRow(element) || isInItem(element);

  const findControl = (words: string, element: Element): boolean => {
    const control = controlNamed(words);
    if (!control || controls.has(control) || !mayTry(control)) return false;
    const target = pressable(element);
    if (!target || (IN_ROWS.has(control) ? isOfAgent(control, target) : isInRow(target))) return true;
    controls.set(control, target);
    return false;
  };

  const findUser = (words: string, element: Element): void => {
    if (isUserNext && words.length >= SHORTEST_NAME && user?.label) {
      isUserNext = false;
      user.next = element;
      const heading = closest(element, HEADING);
      // What follows may be the heading of something else.
      if (heading === null || isDrawnIn(user.label, heading)) user.name = words;
    }
    if (!MAY_LIST_USER.test(words)) return;
    for (const { says, oneself } of LISTED_USER) {
      const name = says.exec(words)?.[1];
      if (name === undefined || !mayTry('user') || isOfRow(element)) continue;
      isUserNext = name === '';
      user = { name, oneself, label: isUserNext ? element : null, next: null };
    }
  };

  return {
    isNextWanted: () => isUserNext,
    text: (text, element) => {
      if (localNameOf(element) === 'option' && !(element as HTMLOptionElement).selected) return true;
      const words = cleanText(text).toLowerCase();
      const isOpen = findControl(words, element);
      if (words.length >= LONGEST_LABEL) return isOpen;
      findUser(words, element);
      const organization = ORGANIZATION_NAME.exec(words)?.[2];
      if (organization && mayTry('organization') && !isOfRow(element)) organizationName = organization;
      if (TOKEN.test(words) && aboutTokens.length < MOST_TRIES) aboutTokens.push({ words, element });
      return isOpen;
    },
    name: (name, element) => findControl(cleanText(name).toLowerCase(), element),
    found: (fields) => {
      const named = user && (fieldAfter(fields, user) ?? user.name);
      const otherUser = !!user && !!named && !user.oneself.test(named) && !aboutTokens.some(createsUserToken);
      return { otherUser, organizationName, controls };
    },
  };
}

const isOfAgent = (control: PageControl, target: Element): boolean =>
  control === 'reveal-token' && isAmongAgentTokens(rowAround(target) ?? target);

/** Whether something is the button that creates a user token, which is there for oneself only. */
const createsUserToken = ({ words, element }: { words: string; element: Element }): boolean =>
  CREATE.test(words) && !AGENT.test(words) && pressable(element) !== undefined && !isInRow(element);

/** What a field says that stands between a label without a name and the text after it. */
function fieldAfter(fields: readonly ShownField[], { label, next }: NamedUser): string | undefined {
  const follows = (first: Node, second: Node): boolean => {
    const position = comparePosition(first, second);
    return (
      !(position & Node.DOCUMENT_POSITION_DISCONNECTED) && !!(position & Node.DOCUMENT_POSITION_FOLLOWING)
    );
  };
  const isBetween = (field: ShownField) =>
    label !== null && follows(label, field) && (next === null || follows(field, next));
  return fields.find((field) => field.value.length >= SHORTEST_NAME && isBetween(field))?.value.toLowerCase();
}
