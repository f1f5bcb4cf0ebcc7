/**
 * The ledger of page variants: each file in `test/pages` is a plausible rendering of a Dagster+ page with the truth
 * inside. What reading gets wrong is listed in `expected-failures.json`, so that the test fails when reading gets
 * worse and also when it gets better without the list saying so.
 */
import { afterEach, describe, expect, it } from 'vitest';
import type { PageReading } from '../../src/dagster/page-reading';
import { LEDGER, readVariant, VARIANTS } from './page-variants';

afterEach(() => document.body.replaceChildren());

describe('every saved page variant is read as the ledger says', () => {
  it.each(VARIANTS)('%s', async (name, html) => {
    const { truth, reading, wrong } = await readVariant(html);
    const known = LEDGER[name]?.fields ?? [];
    if (wrong.join() === known.join()) return;
    // The difference in full, field by field.
    expect({ ...reading, ...pick(truth.reading, known) }, truth.about).toEqual(truth.reading);
    expect(wrong, `${name} is read better than expected-failures.json says`).toEqual(known);
  });

  it('has at least thirty variants, and lists no failure of a page that is not there', () => {
    const names = VARIANTS.map(([name]) => name);
    expect(names.length).toBeGreaterThanOrEqual(30);
    expect(names).toEqual(expect.arrayContaining(Object.keys(LEDGER)));
  });
});

const pick = (reading: PageReading, fields: readonly string[]): Partial<PageReading> =>
  Object.fromEntries(Object.entries(reading).filter(([field]) => fields.includes(field)));
