import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../src/dagster/address';
import { readPastedAddress } from '../../src/dagster/pasted-address';
import { LONGEST_PASTE } from '../../src/dagster/pasted-words';
import { cases } from '../fuzz';

const HEX = '0afb128e57084fce8fd15c62d75e4bd6';
const PROD = 'https://acme.dagster.cloud/prod/org-settings/tokens';

/** `acme/us/prod`, or the reason why nothing was taken. */
function read(text: string): string {
  const pasted = readPastedAddress(text);
  if (pasted.kind === 'refused') return pasted.reason;
  const { organization, region, deployment } = pasted.address;
  return `${organization}/${region}/${deployment?.name ?? ''}`;
}

describe('an address is taken', () => {
  it.each([
    ['whole', PROD],
    ['with blanks around it', `  ${PROD}\r\n`],
    ['without its scheme', 'acme.dagster.cloud/prod/overview'],
    ['in capital letters', 'HTTPS://ACME.DAGSTER.CLOUD/prod'],
    ['in quotes', `"${PROD}"`],
    ['in typographic quotes', `„${PROD}“`],
    ['in angle brackets', `<${PROD}>`],
    ['in brackets', `(${PROD})`],
    ['in bold letters', `**${PROD}**`],
    ['in bold letters without its scheme', '(__acme.dagster.cloud/prod__).'],
    ['in backticks', `\`${PROD}\``],
    ['as a link in Markdown', `[Tokens](${PROD})`],
    ['as a link that shows itself', `[${PROD}](${PROD})`],
    ['in a sentence', `It is ${PROD}.`],
    ['before a comma', `acme.dagster.cloud/prod, I think`],
    ['as a setting', 'DAGSTER_CLOUD_URL=https://acme.dagster.cloud/prod'],
    ['as a setting without scheme', 'URL=acme.dagster.cloud/prod'],
    ['as an attribute', `<a href="${PROD}">Tokens</a>`],
    ['twice', `${PROD} https://acme.dagster.plus/prod/runs`],
    ['beside one of another site', `https://app.stackone.com/accounts ${PROD}`],
    ['with a query and a hash', 'https://acme.dagster.cloud/prod/runs?x=a:b&y=(1)#top'],
    ['with characters that nobody sees', 'https://acme\u200b.dagster.cloud/prod\ufeff'],
    ['on the host for signing in', 'https://dagster.cloud/acme/prod'],
  ])('%s', (_, text) => expect(read(text)).toBe('acme/us/prod'));

  it.each([
    ['https://acme.eu.dagster.cloud/prod', 'acme/eu/prod'],
    ['https://acme.dagster.cloud/', 'acme/us/'],
    ['acme.dagster.cloud', 'acme/us/'],
    ['https://acme.dagster.cloud/org-settings/tokens', 'acme/us/'],
    ['https://acme.dagster.cloud/runs', 'acme/us/'],
    ['https://acme.dagster.cloud/data-eng-prod/runs', 'acme/us/data-eng-prod'],
    ['https://acme.dagster.cloud/d%C3%A9ploiement', 'acme/us/déploiement'],
  ])('%s is %s', (text, organization) => expect(read(text)).toBe(organization));
});

describe('a slug alone is taken', () => {
  it.each([
    ['acme', 'acme/us/', true],
    ['Acme', 'acme/us/', true],
    [' "acme" ', 'acme/us/', true],
    ['acme.', 'acme/us/', true],
    ['my-data-2', 'my-data-2/us/', true],
    ['acme.eu', 'acme/eu/', false],
  ])('%j is %s, and its region is assumed: %s', (text, organization, regionAssumed) => {
    expect(read(text)).toBe(organization);
    expect(readPastedAddress(text)).toMatchObject({ regionAssumed });
  });

  it('while the host of an address tells its region', () => {
    expect(readPastedAddress('acme.dagster.cloud')).toMatchObject({ regionAssumed: false });
  });
});

describe('what gives no organization is refused with what it is', () => {
  it.each([
    ['http://acme.dagster.cloud/prod', 'not-secure'],
    ['ftp://acme.dagster.cloud/prod', 'not-secure'],
    ['https://dagster.cloud.evil.example/acme/prod', 'look-alike'],
    ['https://acme.dagster.cloud.evil.example/prod', 'look-alike'],
    ['https://evil-dagster.cloud/acme', 'look-alike'],
    ['https://acme.dagster.cloud@evil.example/prod', 'look-alike'],
    ['https://acme.dаgster.cloud/prod', 'look-alike'], // Cyrillic а
    ['acmedagster.cloud/prod', 'look-alike'],
    ['https://docs.dagster.io/', 'look-alike'],
    ['https://evil.example/https://acme.dagster.cloud/prod', 'other-site'],
    ['https://app.stackone.com/accounts', 'other-site'],
    ['example.com/prod', 'other-site'],
    ['about://blank', 'other-site'],
    ['https://', 'other-site'],
    ['https://acme.ap.dagster.cloud/prod', 'unknown-region'],
    ['https://acme.agent.dagster.cloud/graphql', 'api'],
    ['https://docs.dagster.cloud/', 'api'],
    ['https://dagster.cloud/', 'sign-in'],
    ['https://eu.dagster.cloud/login', 'sign-in'],
    ['https://acme.dagster.cloud/prod https://globex.dagster.cloud/prod', 'several'],
    ['https://acme.dagster.cloud/prod https://acme.dagster.cloud/staging', 'several'],
    ['https://acme.dagster.cloud/prod https://acme.eu.dagster.cloud/prod', 'several'],
    ['www', 'no-slug'],
    ['App', 'no-slug'],
    ['support.eu', 'no-slug'],
    ['-acme', 'no-slug'],
    ['Acme Rockets', 'display-name'],
    ['Acme Inc.', 'display-name'],
    ['Größe', 'display-name'],
    ['acme_rockets', 'display-name'],
    ['_acme', 'display-name'],
    ['acme / prod', 'display-name'],
    ['a'.repeat(64), 'no-slug'],
    [`user:${HEX}`, 'token'],
    [`Token: "user:${HEX}"`, 'token'],
    [HEX, 'token'],
    [`agent:acme:${HEX}`, 'token'],
    ['user:••••4bd6', 'token'],
    ['12 + 30 = 42', 'other'],
    ['Dear Mika,\nwhat was it again?', 'other'],
    ['', 'empty'],
    [' \n\u200b', 'empty'],
    ['<>', 'empty'],
  ])('%j is %s', (text, reason) => expect(read(text)).toBe(reason));

  it('a word that is longer than any address is no address', () => {
    expect(read('a'.repeat(3_000))).toBe('other');
    expect(read(`https://acme.dagster.cloud/prod?${'a'.repeat(3_000)}`)).toBe('other');
  });

  it('a text that is longer than anything around an address is not looked through', () => {
    expect(read(`${PROD} `.padEnd(LONGEST_PASTE))).toBe('acme/us/prod');
    expect(read(`${PROD} `.padEnd(LONGEST_PASTE + 1))).toBe('too-long');
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      'https://',
      'http://',
      'acme',
      'globex',
      '.eu',
      '.',
      'dagster',
      '.cloud',
      '.plus',
      'evil.example',
      '@',
    ],
    ...[
      '/',
      'prod',
      ':',
      '?',
      '#',
      '[',
      '](',
      ')',
      '"',
      '<',
      '>',
      ' ',
      '\n',
      '=',
      '\u200b',
      'xn--',
      'а',
      ',',
    ],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 14 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 100 }),
  );

  it('gives an organization only that an address of Dagster+ in it has, or that is the whole text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pasted = readPastedAddress(text);
        if (pasted.kind === 'refused') return;
        const { address } = pasted;
        const again = readAddress(
          address.deployment
            ? `${address.base}/${encodeURIComponent(address.deployment.name)}`
            : address.base,
        );
        expect(again).toMatchObject({ organization: address.organization, region: address.region });
        const visible = text.replace(/\u200b/g, '').toLowerCase();
        expect(visible).toContain(address.organization);
        if (!/^[\W_]*[a-z0-9-]+(\.eu)?[\W_]*$/.test(visible))
          expect(visible).toMatch(/dagster\.(cloud|plus)/);
      }),
      cases(5000),
    );
  });

  it('of any make takes a time that grows as its length', () => {
    const makes = [
      'https://',
      'acme.',
      'a',
      '.',
      ')',
      '.)',
      '](',
      '[',
      'a ',
      '\n',
      '=',
      'a=',
      '*',
      'https://acme.dagster.cloud/prod ',
    ];
    for (const make of makes) {
      expect(read(make.repeat(Math.floor(LONGEST_PASTE / make.length)))).toBeTypeOf('string');
      expect(read(make.repeat(1_000_000))).toBe('too-long');
    }
  });
});
