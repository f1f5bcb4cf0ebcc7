import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAddress } from '../../src/dagster/address';
import { REGIONS, type Region } from '../../src/dagster/regions';
import { REGION_WORDS } from '../../src/words';
import { organizationAddress } from '../samples';

const names = Object.keys(REGIONS) as Region[];

describe.each(names)('the region %s', (name) => {
  const { hostLabel, slugs } = REGIONS[name];
  const middle = hostLabel && `.${hostLabel}`;

  test('is told by the host', () => {
    expect(organizationAddress(`https://acme${middle}.dagster.cloud/prod`).region).toBe(name);
    expect(organizationAddress(`https://${`${middle}.dagster.plus`.slice(1)}/acme/prod`)).toMatchObject({
      region: name,
      organization: 'acme',
    });
  });

  test('has a label that is no organization', () => {
    if (hostLabel) expect(readAddress(`https://${hostLabel}.${hostLabel}.dagster.cloud/`).kind).toBe('api');
  });

  test('has a notice where the person must choose between slugs', () => {
    expect(slugs('acme')[0]).toBe('acme');
    expect(REGION_WORDS[name].slugNotice === null).toBe(slugs('acme').length === 1);
  });
});

test('a region without words does not compile', () => {
  // @ts-expect-error: the words of the others are missing
  const incomplete: typeof REGION_WORDS = { us: REGION_WORDS.us };
  expect(Object.keys(REGION_WORDS)).toEqual(names);
  expect(Object.keys(incomplete)).not.toEqual(names);
});

test('nothing but the two tables knows a region by its name', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const knowing = files.filter((file) =>
    names.some((name) => readFileSync(`src/${file}`, 'utf8').includes(`'${name}'`)),
  );
  expect(knowing.sort()).toEqual(['dagster/regions.ts']);
});
