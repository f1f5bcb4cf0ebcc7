/** Forms that nobody thought of: looking never throws, and a fill puts each value where its label is, or nothing anywhere. */
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { cases } from '../fuzz';
import { DETAILS } from './cases';
import { lookAndFill } from './look-and-fill';
import { plainForm } from './plain-form';

afterEach(() => document.body.replaceChildren());

const LABELS = ['User Token', 'Organization slug', 'Deployment'] as const;
const VALUES: readonly string[] = [DETAILS.userToken, DETAILS.organizationSlug, DETAILS.deployment];

const field = fc.record({
  label: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...LABELS) },
    { weight: 1, arbitrary: fc.constantFrom('Password', 'API key', '') },
  ),
  way: fc.constantFrom('for', 'around', 'aria-label', 'before'),
  control: fc.constantFrom(
    '<input ID>',
    '<input ID>',
    '<input ID type="password">',
    '<textarea ID></textarea>',
    '<input ID disabled>',
    '<input ID style="opacity:0">',
    '<input ID name="parentNode">',
    '<select ID><option>prod</select>',
  ),
  box: fc.constantFrom('div', 'p', 'section', 'fieldset', 'form'),
});
const form = fc.record({
  header: fc.constantFrom(
    '<div class="card-header"><img alt="dagster"><span>Dagster</span></div>',
    '<div class="card-header"><img alt="airflow"><span>Dagster</span></div>',
    '',
  ),
  fields: fc.oneof(
    fc.array(field, { maxLength: 6 }),
    // Three honest ones in any order, so that some are filled.
    fc
      .shuffledSubarray([...LABELS], { minLength: 3 })
      .map((labels) => labels.map((label) => ({ label, way: 'for', control: '<input ID>', box: 'div' }))),
  ),
});

type Field = Record<'label' | 'way' | 'control' | 'box', string>;

function drawn({ label, way, control, box }: Field, at: number): string {
  const own = control.replace(
    'ID',
    `id="f${at}" data-label="${label}"${way === 'aria-label' ? ` aria-label="${label}"` : ''}`,
  );
  const words =
    way === 'for' ? `<label for="f${at}">${label}</label>` : way === 'before' ? `<span>${label}</span>` : '';
  return `<${box}>${way === 'around' ? `<label>${label} ${own}</label>` : words + own}</${box}>`;
}

test('Each value goes into the field with its label and all three do, or none goes anywhere', async () => {
  let filled = 0;
  await fc.assert(
    fc.asyncProperty(form, async ({ header, fields }) => {
      document.body.replaceChildren();
      const { root } = plainForm({ header, fields: (fields as Field[]).map(drawn).join('') });
      const outcome = await lookAndFill();
      const controls = [...root.querySelectorAll<HTMLInputElement>('input, textarea')];
      const written = controls.filter(({ value }) => value !== '');
      for (const { value, dataset } of written)
        expect(value).toBe(VALUES[LABELS.indexOf(dataset.label as never)]);
      if (outcome.kind === 'not-filled') expect(written).toEqual([]);
      else filled++;
      if (header.includes('airflow')) expect(outcome.kind).toBe('not-filled');
    }),
    cases(200),
  );
  expect(filled).toBeGreaterThan(0);
});
