/** The saved page variants, and what reading gets wrong of each. */
import type { PageReading } from '../../src/dagster/page-reading';
import { findOnPage } from '../../src/dagster/tokens-page';
import expectedFailures from '../pages/expected-failures.json';
import { openPage } from './open-page';

interface Truth {
  /** One sentence on what is special. */
  readonly about: string;
  readonly address: string;
  /** What stands in fields: a selector (`>>>` goes into a shadow root) and the value of the property. */
  readonly values?: readonly (readonly [selector: string, value: string])[];
  readonly reading: PageReading;
}

interface ExpectedFailure {
  readonly fields: readonly string[];
  readonly why: string;
}

const FILES = import.meta.glob<string>('../pages/*.html', { query: '?raw', import: 'default', eager: true });
const FIELDS = ['address', 'tokens', 'refused', 'otherUser', 'controls', 'organizationName'] as const;

/** By the name of the file: what is known to be read otherwise than it is. */
export const LEDGER: Readonly<Record<string, ExpectedFailure>> = expectedFailures;

export const VARIANTS: readonly (readonly [name: string, html: string])[] = Object.entries(FILES).map(
  ([path, html]) => [path.split('/').pop() as string, html],
);

/** Opens a variant and reads it. @returns what it holds, what was read, and the fields in which these differ */
export async function readVariant(html: string) {
  const page = await openPage(html);
  const truth: Truth = JSON.parse(page.querySelector('#truth')?.textContent ?? '');
  for (const [selector, value] of truth.values ?? []) fieldAt(page, selector).value = value;
  const { reading } = findOnPage(page, truth.address);
  const wrong = FIELDS.filter(
    (field) => JSON.stringify(sorted(reading[field])) !== JSON.stringify(sorted(truth.reading[field])),
  );
  return { truth, reading, wrong };
}

function fieldAt(page: Document, selector: string): HTMLInputElement {
  let root: ParentNode = page;
  const steps = selector.split(' >>> ');
  const last = steps.pop() as string;
  for (const step of steps) root = root.querySelector(step)?.shadowRoot as ShadowRoot;
  return root.querySelector(last) as HTMLInputElement;
}

/** Kinds and controls have no order of their own; tokens are in page order. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? [...value].sort() : value;
