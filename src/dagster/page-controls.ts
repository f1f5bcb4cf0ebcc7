/**
 * How the controls on the way to a token are recognised: by their words, and where they are links, by where they
 * lead, so that those are found on a translated page too.
 *
 * The words are those of Dagster's documentation (https://docs.dagster.io/deployment/dagster-plus/management/tokens)
 * and of StackOne's guide to linking Dagster+.
 */
import { checkVisibility, closest, matches } from '../page/dom';
import { styleOf } from '../page/style';
import type { PageControl } from './page-reading';
import { nameOf, type Shapes } from './token';

/** Longer texts are neither the name of a control nor an address within Dagster+. */
const LONGEST_NAME = 300;

/**
 * What the two controls are called that the extension may press, whole, in lower case. A `+` may be a character or an
 * icon. In English only: on a translated page nobody could tell the tokens of agents from those of the person.
 */
export const CREATE_USER_TOKEN = /^(\+ ?)?(create|new|add) user token$/;
export const REVEAL_TOKEN = /^(reveal|show) token$/;

/** What the controls are called, whole, in lower case; or where they lead. */
const WORDS: Shapes<PageControl> = [
  ['tokens-tab', /^tokens$|-settings\/tokens\/?$/],
  ['organization-settings', /^(org|organization|cloud) settings$|(org|cloud)-settings\b/],
  ['create-user-token', CREATE_USER_TOKEN],
  ['reveal-token', REVEAL_TOKEN],
  ['description', /^(edit|add) description$/],
];

export const CLICKABLE = 'a,button,[role=button],[role=menuitem],[role=tab]';

/** @param text clean and in lower case, whole: the words of a control, its accessible name or its `href` */
export const controlNamed = (text: string): PageControl | undefined =>
  text.length > LONGEST_NAME ? undefined : nameOf(text, WORDS);

/**
 * The element to press for a control whose words stand in `element`. `undefined` for mere words, such as the heading
 * of a page, and for what cannot be pressed now. What the page draws with a pointing hand can be pressed, whatever it is.
 */
export function pressable(element: Element): Element | undefined {
  const target = controlAround(element);
  return target && checkVisibility(target) && !matches(target, ':disabled,[aria-disabled=true]')
    ? target
    : undefined;
}

/** The control in which `element` stands, whether or not it can be pressed now. */
export const controlAround = (element: Element): Element | undefined =>
  closest(element, CLICKABLE) ?? (styleOf(element).cursor === 'pointer' ? element : undefined);
