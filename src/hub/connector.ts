/**
 * Whose form the Hub shows. Facts from `@stackone/hub` 1.10.1, 1.11.2 and 1.11.4 (read in the published packages):
 * the card's header holds the connector's logo, whose `alt` is the connector's key, its name as text and, where the
 * configuration has one, a link to the connection guide.
 */
import { labelText, normalizeLabel } from './control-label';
import type { Connector } from './report';

/** The header of the Hub's card, in all three releases. */
const CARD_HEADER = '.card-header';

/** Dagster's connector key, alone or as the beginning of a custom connector's (`dagster_custom`). */
const DAGSTER_KEY = /^dagster(?:[_+-].*)?$/;

/** What a Dagster connector is called. */
const DAGSTER_NAME = /^dagster(?:\+| plus| cloud)?(?: \(?custom\)?)?$/;

/** `https://stackone-logos.com/api/KEY/filled/svg`; the Hub falls back to `stackone` when a logo does not load. */
const LOGO_ADDRESS = /\/api\/([^/]+)\/(?:filled|outlined)\//;
const FALLBACK_LOGO_KEY = 'stackone';

/** `https://docs.stackone.com/connectors/KEY/guides/…` */
const GUIDE_ADDRESS = /\/connectors\/([^/?#]+)(?:\/|$)/;

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
function fromStackOneAddress(match: RegExpExecArray | null): Evidence {
  const key = keyOf(match?.[1] ?? '');
  if (key === '' || key === FALLBACK_LOGO_KEY) return NOTHING;
  return { verdict: DAGSTER_KEY.test(key) ? 'dagster' : 'other', key };
}

function fromLogoText(alt: string): Evidence {
  const key = keyOf(alt);
  if (DAGSTER_KEY.test(key) || DAGSTER_NAME.test(key)) return { verdict: 'dagster', key };
  return isOtherName(key) ? { verdict: 'other', key } : NOTHING;
}

function fromTitle(title: string): Evidence {
  const name = normalizeLabel(title);
  if (DAGSTER_NAME.test(name)) return { verdict: 'dagster', key: '' };
  return isOtherName(name) ? { verdict: 'other', key: '' } : NOTHING;
}

const isGuide = (link: HTMLAnchorElement): boolean => /(?:^|\.)stackone\.com$/.test(link.hostname);

/** The text of a header without its links and buttons: the connector's name. */
function titleOf(header: Element): string {
  const parts = Array.from(header.querySelectorAll('*'))
    .filter((element) => element.closest('a, button, svg') === null && element.childElementCount === 0)
    .map((element) => labelText(element).trim());
  return parts.find((part) => part !== '') ?? '';
}

/** The largest part of the tree around a form that holds no other form. */
function surroundings(form: ParentNode & Node, otherForms: readonly Node[]): ParentNode {
  let largest = form;
  for (let parent = form.parentNode; parent !== null; parent = parent.parentNode) {
    const holder = parent;
    if (otherForms.some((other) => holder.contains(other))) break;
    largest = holder as ParentNode & Node;
  }
  return largest;
}

/**
 * The connector of a form, by all that the header says. Evidence of another connector always wins over evidence of
 * Dagster, so that a form with mixed signs is never filled without a further press.
 *
 * @param form the form's scope: a form element, a shadow root or the document
 * @param otherForms the scopes of the other linking forms in the same tree
 */
export function connectorOf(form: ParentNode & Node, otherForms: readonly Node[]): Connector {
  const header = surroundings(form, otherForms).querySelector(CARD_HEADER);
  if (header === null) return { kind: 'unknown', name: headingIn(surroundings(form, otherForms), form) };
  const title = titleOf(header);
  const logos = Array.from(header.querySelectorAll('img'));
  const links = Array.from(header.querySelectorAll<HTMLAnchorElement>('a[href]')).filter(isGuide);
  const evidence = [
    ...logos.flatMap((logo) => [fromLogoText(logo.alt), fromStackOneAddress(LOGO_ADDRESS.exec(logo.src))]),
    ...links.map((link) => fromStackOneAddress(GUIDE_ADDRESS.exec(link.pathname))),
    fromTitle(title),
  ];
  const other = evidence.find(({ verdict }) => verdict === 'other');
  if (other) {
    const misleading = fromTitle(title).verdict === 'dagster';
    return { kind: 'other', name: (misleading ? '' : title) || OTHER_CONNECTORS.get(other.key) || other.key };
  }
  if (evidence.some(({ verdict }) => verdict === 'dagster'))
    return { kind: 'dagster', name: title || 'Dagster' };
  return { kind: 'unknown', name: title || logos[0]?.alt || '' };
}

/** Without the Hub's header: the last heading before the form, only to name it. */
function headingIn(around: ParentNode, form: Node): string {
  const before = Array.from(around.querySelectorAll('h1, h2, h3, h4, legend, [role="heading"]')).filter(
    (heading) =>
      form.contains(heading) || form.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING,
  );
  const last = before.at(-1);
  return last ? labelText(last).trim() : '';
}
