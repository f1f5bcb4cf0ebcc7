/**
 * The ledger of page variants: each file in `test/pages` is a plausible rendering of a Dagster+ page with the truth
 * inside. What reading gets wrong is listed in `expected-failures.json`, so that the test fails when reading gets
 * worse and also when it gets better without the list saying so.
 */
import { afterEach, describe, expect, it } from 'vitest';
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

const PAGES = import.meta.glob<string>('../pages/*.html', { query: '?raw', import: 'default', eager: true });
const LEDGER: Readonly<Record<string, ExpectedFailure>> = expectedFailures;
const FIELDS = ['address', 'tokens', 'refused', 'otherUser', 'controls', 'organizationName'] as const;

const fileName = (path: string) => path.split('/').pop() as string;

afterEach(() => document.body.replaceChildren());

describe('every saved page variant is read as the ledger says', () => {
  it.each(Object.entries(PAGES).map(([path, html]) => [fileName(path), html] as const))(
    '%s',
    async (name, html) => {
      const page = await openPage(html);
      const truth: Truth = JSON.parse(page.querySelector('#truth')?.textContent ?? '');
      for (const [selector, value] of truth.values ?? []) fieldAt(page, selector).value = value;

      const reading = findOnPage(page, truth.address).reading;

      const wrong = FIELDS.filter(
        (field) => JSON.stringify(sorted(reading[field])) !== JSON.stringify(sorted(truth.reading[field])),
      );
      const known = LEDGER[name]?.fields ?? [];
      if (wrong.join() === known.join()) return;
      // The difference in full, field by field.
      expect({ ...reading, ...pick(truth.reading, known) }, truth.about).toEqual(truth.reading);
      expect(wrong, `${name} is read better than expected-failures.json says`).toEqual(known);
    },
  );

  it('has at least thirty variants, and lists no failure of a page that is not there', () => {
    const names = Object.keys(PAGES).map(fileName);
    expect(names.length).toBeGreaterThanOrEqual(30);
    expect(names).toEqual(expect.arrayContaining(Object.keys(LEDGER)));
  });
});

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

const pick = (reading: PageReading, fields: readonly string[]): Partial<PageReading> =>
  Object.fromEntries(Object.entries(reading).filter(([field]) => fields.includes(field)));
