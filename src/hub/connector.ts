/**
 * Whose form the Hub shows. Facts from `@stackone/hub` 1.10.1, 1.11.2 and 1.11.4 (read in the published packages):
 * the form stands in a card, and so does, before it, the card's header with the connector's logo, whose `alt` is the
 * connector's key, its name as text and, where the configuration has one, a link to the connection guide.
 */
import {
  closest,
  contains,
  elementsIn,
  firstChildElementOf,
  matches,
  nextElementOf,
  parentNodeOf,
  precedes,
  type Root,
} from '../page/dom';
import { pageText } from '../page/text';
import { labelText } from './control-label';
import { normalizeLabel } from './normal-label';
import type { Connector } from './report';

/** The header of the Hub's card, in all three releases. */
const CARD_HEADER = '.card-header';

/** Dagster's connector key, alone or as the beginning of a custom connector's (`dagster_custom`). */
const DAGSTER_KEY = /^dagster(?:[_+-].*)?$/;

/** What a Dagster connector is called. */
const DAGSTER_NAME = /^dagster(?:\+| plus| cloud)?(?: \(?custom\)?)?$/;

/** `https://stackone-logos.com/api/KEY/filled/svg`; the Hub falls back to `stackone` when a logo does not load. */
const LOGO_ADDRESS = /\/api\/([^/]{1,80})\/(?:filled|outlined)\//;
const FALLBACK_LOGO_KEY = 'stackone';

/** `https://docs.stackone.com/connectors/KEY/guides/…` */
const GUIDE_ADDRESS = /\/connectors\/([^/?#]{1,80})(?:\/|$)/;

/** Longer addresses are none of a logo or a guide. In characters. */
const LONGEST_ADDRESS = 2_000;

/** Connectors whose forms ask for similar things: key → name. Never to be taken for Dagster's. */
const OTHER_CONNECTORS: ReadonlyMap<string, string> = new Map([
  ['airbyte', 'Airbyte'],
  ['airflow', 'Airflow'],
  ['apache_airflow', 'Apache Airflow'],
  ['astronomer', 'Astronomer'],
  ['databricks', 'Databricks'],
  ['dbt', 'dbt'],
  ['dbt_cloud', 'dbt Cloud'],
  ['fivetran', 'Fivetran'],
  ['kestra', 'Kestra'],
  ['mage', 'Mage'],
  ['prefect', 'Prefect'],
  ['snowflake', 'Snowflake'],
  ['temporal', 'Temporal'],
]);

type Verdict = 'dagster' | 'other' | 'nothing';

interface Evidence {
  readonly verdict: Verdict;
  readonly key: string;
}

const NOTHING: Evidence = { verdict: 'nothing', key: '' };

const keyOf = (text: string): string => text.trim().toLowerCase();

function isOtherName(name: string): boolean {
  return Array.from(OTHER_CONNECTORS).some(([key, known]) => name === key || name === known.toLowerCase());
}

/** A key in an address of StackOne's own belongs to a connector of theirs, whether or not it is in the table. */
function fromStackOneAddress(pattern: RegExp, address: string): Evidence {
  const match = address.length > LONGEST_ADDRESS ? null : pattern.exec(address);
  const key = keyOf(match?.[1] ?? '');
  if (key === '' || key === FALLBACK_LOGO_KEY) return NOTHING;
  return { verdict: DAGSTER_KEY.test(key) ? 'dagster' : 'other', key };
}

function fromName(text: string): Evidence {
  const name = normalizeLabel(text);
  if (DAGSTER_KEY.test(name) || DAGSTER_NAME.test(name)) return { verdict: 'dagster', key: name };
  return isOtherName(name) ? { verdict: 'other', key: name } : NOTHING;
}

function fromTitle(title: string): Evidence {
  const evidence = fromName(title);
  // A key is no name: "dagster_custom" as a title says as little as any other word.
  return evidence.verdict === 'dagster' && !DAGSTER_NAME.test(evidence.key) ? NOTHING : evidence;
}

const isGuide = (link: HTMLAnchorElement): boolean => /(?:^|\.)stackone\.com$/.test(link.hostname);

/** The text of a header without its links and buttons: the connector's name. */
function titleOf(header: Element): string {
  const parts = elementsIn(header, '*')
    .filter((element) => firstChildElementOf(element) === null && closest(element, 'a, button, svg') === null)
    .map((element) => labelText(element).trim());
  return parts.find((part) => part !== '') ?? '';
}

/** `element` itself, where it fits, and what fits in it. */
const fittingIn = <E extends Element>(element: Element, selectors: string): E[] => [
  ...(matches(element, selectors) ? [element as E] : []),
  ...elementsIn<E>(element, selectors),
];

/** What the logos and guides in a part of a card say. */
function evidenceIn(part: Element): Evidence[] {
  const logos = fittingIn<HTMLImageElement>(part, 'img');
  const links = fittingIn<HTMLAnchorElement>(part, 'a[href]').filter(isGuide);
  return [
    ...logos.flatMap(({ alt, src }) => [fromName(alt), fromStackOneAddress(LOGO_ADDRESS, src)]),
    ...links.map(({ pathname }) => fromStackOneAddress(GUIDE_ADDRESS, pathname)),
  ];
}

/** More levels than a card has around its form. */
const MOST_LEVELS = 60;

/**
 * What tells whose form it is, in each of the boxes around it, the nearest first: up to the level of the first header
 * all that stands before the form, from there on headers only. What holds another form, or a header deeper inside, is
 * a card of its own: what it says is about that one.
 */
function partsBefore(form: Element, otherForms: readonly Node[]): Element[] {
  const parts: Element[] = [];
  let inner: Node = form;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const around = parentNodeOf(inner);
    if (around === null || otherForms.some((other) => contains(around, other))) break;
    const before = childrenBefore(around, inner).reverse();
    const onlyHeaders = parts.some(isHeader);
    parts.push(
      ...before.filter((part) => isHeader(part) || !(onlyHeaders || elementsIn(part, CARD_HEADER)[0])),
    );
    inner = around;
  }
  return parts;
}

const isHeader = (part: Element): boolean => matches(part, CARD_HEADER);

function childrenBefore(around: Node, inner: Node): Element[] {
  const parts: Element[] = [];
  let part = firstChildElementOf(around as Element | Root);
  for (; part !== null && part !== inner; part = nextElementOf(part)) parts.push(part);
  return parts;
}

/**
 * The connector of a form: by the nearest header before it, climbing from the form. A sign of another connector anywhere
 * on that climb wins over all signs of Dagster, so that a form with mixed signs is never filled without a further press.
 *
 * @param form the form, or what holds its fields where they stand in none
 * @param otherForms the same of the other linking forms in the same tree
 */
export function connectorOf(form: Element, otherForms: readonly Node[]): Connector {
  const parts = partsBefore(form, otherForms);
  const headers = parts.filter(isHeader);
  const [header] = headers;
  const title = header ? titleOf(header) : '';
  const evidence = [...parts.flatMap(evidenceIn), ...headers.map((one) => fromTitle(titleOf(one)))];
  const other = evidence.find(({ verdict }) => verdict === 'other');
  if (other) {
    const misleading = fromTitle(title).verdict === 'dagster';
    const known = OTHER_CONNECTORS.get(other.key) ?? other.key;
    return { kind: 'other', name: pageText(misleading ? known : title || known) };
  }
  if (!header) return { kind: 'unknown', name: pageText(headingBefore(form, otherForms)) };
  const own = [...evidenceIn(header), fromTitle(title)];
  if (own.some(({ verdict }) => verdict === 'dagster'))
    return { kind: 'dagster', name: pageText(title) || 'Dagster' };
  const [logo] = elementsIn<HTMLImageElement>(header, 'img');
  return { kind: 'unknown', name: pageText(title || logo?.alt || '') };
}

/** Whether the header of a form's card shows Dagster's logo or links to its guide: more than a name can say. */
export function hasDagsterMark(form: Node): boolean {
  const parts = form instanceof Element ? partsBefore(form, []) : [];
  const marks = parts.filter(isHeader).flatMap(evidenceIn);
  return (
    marks.some(({ verdict }) => verdict === 'dagster') && !marks.some(({ verdict }) => verdict === 'other')
  );
}

const HEADINGS = 'h1, h2, h3, h4, legend, [role="heading"]';

/** Without the Hub's header: the last heading before the form or in it, only to name it. */
function headingBefore(form: Element, otherForms: readonly Node[]): string {
  let around: Node | null = form;
  for (let level = 0; level < MOST_LEVELS && around !== null; level++) {
    const holder: Node = around;
    if (holder !== form && otherForms.some((other) => contains(holder, other))) break;
    const heading = elementsIn(holder as Element | Root, HEADINGS)
      .filter((one) => contains(form, one) || precedes(one, form))
      .at(-1);
    const text = heading ? labelText(heading) : '';
    if (text) return text;
    around = parentNodeOf(holder);
  }
  return '';
}
