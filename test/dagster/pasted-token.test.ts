import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedTokens } from '../../src/dagster/pasted-token';
import { LONGEST_PASTE } from '../../src/dagster/pasted-words';
import { cases } from '../fuzz';

const HEX = '0afb128e57084fce8fd15c62d75e4bd6';
const USER = `user:${HEX}`;
const OTHER = `user:${'7c1e90d24ab846f3'.repeat(2)}`;
const UUID = '5f3c9a7e-12d4-4b8a-9c61-0e7d2f4a8b39';
const UNUSUAL = `user:${UUID}`;

/** What was taken, or the reason why nothing was. */
function read(text: string): string[] | string {
  const pasted = readPastedTokens(text);
  return pasted.kind === 'tokens' ? pasted.tokens.map(({ value }) => value) : pasted.reason;
}

describe('one whole token is taken', () => {
  it.each([
    ['alone', USER],
    ['with white space of any kind around it', `\t\u00a0 ${USER}\u3000\r\n\n`],
    ['with characters that nobody sees', `\u200f\ufeffuser:\u00ad0afb128e5708\u2060${HEX.slice(12)}\u200e`],
    ['with its name', `User Token: ${USER}`],
    ['with its name and no space', `token:${USER}`],
    ['in straight quotes', `"${USER}"`],
    ['in single quotes', `'${USER}'`],
    ['in typographic quotes', `“${USER}”`],
    ['in low quotes', `„${USER}“`],
    ['in guillemets', `« ${USER} »`],
    ['in corner brackets', `「${USER}」`],
    ['in backticks', `\`${USER}\``],
    ['in a fenced block', `\`\`\`\n${USER}\n\`\`\``],
    ['in bold letters', `**${USER}**`],
    ['in bold letters before a full stop', `It is __${USER}__.`],
    ['as a header', `Dagster-Cloud-Api-Token: ${USER}`],
    ['as a header without a space', `dagster-cloud-api-token:${USER}`],
    ['as a bearer', `Authorization: Bearer ${USER}`],
    [
      'in a command',
      `curl -H 'Dagster-Cloud-Api-Token: ${USER}' \\\n  https://acme.dagster.cloud/prod/graphql`,
    ],
    ['in a command with double quotes', `curl -X POST -H "Dagster-Cloud-Api-Token:${USER}" $URL`],
    ['in a setting', `DAGSTER_CLOUD_API_TOKEN=${USER}`],
    ['in an exported setting', `export DAGSTER_CLOUD_API_TOKEN="${USER}" # until May`],
    ['in a setting before a semicolon', `SET TOKEN=${USER};`],
    ['as an option', `dagster-cloud --api-token=${USER} --organization acme`],
    ['among settings', `DAGSTER_CLOUD_ORGANIZATION=acme\nDAGSTER_CLOUD_API_TOKEN=${USER}\nDEBUG=1`],
    ['in YAML', `dagster:\n  - token: ${USER}\n    deployment: prod`],
    ['in JSON', `{"token":"${USER}","n":1}`],
    ['in JSON within JSON', `"{\\"token\\":\\"${USER}\\\\n\\"}"`],
    ['in HTML', `<td><code>${USER}</code></td>`],
    ['in a table of text', `| StackOne | ${USER} | Apr 3, 2026 |`],
    ['in a link', `https://example.com/?token=${USER}&x=1`],
    ['as the row of a page', `StackOne\t${USER}\t3 days ago\tRevoke`],
    ['before a comma', `${USER}, as promised`],
    ['before a full stop', `It is ${USER}.`],
    ['in brackets', `(${USER})`],
    ['after a colon of full width', `トークン：${USER}`],
    ['twice', `${USER} ${USER}`],
    ['beside one that is cut', `user:0afb…4bd6\n${USER}`],
    ['beside the token of an agent', `agent:acme:${HEX}\n${USER}`],
  ])('%s', (_, text) => expect(read(text)).toEqual([USER]));

  it('of an unusual shape is told apart', () => {
    expect(readPastedTokens(`"${UNUSUAL}"`)).toEqual({
      kind: 'tokens',
      tokens: [{ value: UNUSUAL, unusual: true, description: '', created: '' }],
    });
  });
});

it('several different tokens are all found, each once and in their order', () => {
  expect(read(`${OTHER}\n${USER}, ${OTHER} ${UNUSUAL}`)).toEqual([OTHER, USER, UNUSUAL]);
});

it('more tokens than a person can choose from are refused', () => {
  const tokens = (count: number) =>
    Array.from({ length: count }, (_, at) => `user:${String(at).padStart(32, '0')}`).join('\n');
  expect(read(tokens(9))).toHaveLength(9);
  expect(read(tokens(10))).toBe('too-many');
});

describe('a token that was broken over lines is whole when nobody can doubt where it ends', () => {
  it.each([
    ['over two lines', `user:0afb128e57084fce\n${HEX.slice(16)}`],
    ['after its beginning', `user:\n${HEX}`],
    ['after a space', `user: ${HEX}`],
    ['over three lines of a quoted letter', `> user:0afb128e5708\r\n> 4fce8fd15c62\r\n> d75e4bd6.`],
    ['in quotes', `“user:0afb128e57084fce\n${HEX.slice(16)}”`],
    ['before words', `user:0afb128e57084fce\n${HEX.slice(16)} is the token`],
    ['before another token', `user:0afb128e57084fce\n${HEX.slice(16)}\n${USER}`],
  ])('%s', (_, text) => expect(read(text)).toEqual([USER]));

  it('also in its unusual shape', () => {
    expect(read(`user:5f3c9a7e-12d4-\n4b8a-9c61-0e7d2f4a8b39`)).toEqual([UNUSUAL]);
  });

  it.each([
    ['more digits follow', `user:0afb128e57084fce\n${HEX.slice(16)}\n2026`],
    ['a word of hex digits follows', `user:0afb128e57084fce ${HEX.slice(16)} added`],
    ['digits are missing', `user:0afb128e57084fce\n${HEX.slice(17)}`],
    ['there is a digit too many', `user:0afb128e57084fce\n${HEX.slice(15)}`],
    ['a comma stands between', `user:0afb128e57084fce, ${HEX.slice(16)}`],
    ['a sentence ends between', `user:0afb128e57084fce. ${HEX.slice(16)}`],
    ['they are two texts', `"user:0afb128e57084fce" "${HEX.slice(16)}"`],
    ['something else stands between', `user:0afb128e57084fce\nFrom: Mika\n${HEX.slice(16)}`],
  ])('not when %s', (_, text) => expect(read(text)).toBe('cut'));

  it('a whole token takes nothing of the digits that follow', () => {
    expect(read(`${USER}\n2026 added by ada`)).toEqual([USER]);
  });
});

describe('what is no token is refused with what it is', () => {
  it.each([
    [`agent:acme:${HEX}`, 'agent'],
    [`DAGSTER_CLOUD_AGENT_TOKEN=agent:acme:${UUID}`, 'agent'],
    [`Dagster-Cloud-Api-Token:agent:acme:${HEX}`, 'agent'],
    // The organization of this agent is called "user".
    [`agent:user:${HEX}`, 'agent'],
    [`api:acme:scim:${HEX}`, 'scim'],
    [`acme:scim:user:${HEX}`, 'scim'],
    ['user:••••••••4bd6', 'masked'],
    ['user:********************************', 'masked'],
    ['••••••••••••••••', 'masked'],
    ['User Token: ●●●●●●●●●●●●', 'masked'],
    ['user:0afb…4bd6', 'cut'],
    [`${USER}…`, 'cut'],
    [`${USER}...`, 'cut'],
    [USER.slice(0, -1), 'cut'],
    [`${USER}0`, 'cut'],
    [`${USER}${HEX}`, 'cut'],
    [`user:${UUID.slice(1)}`, 'cut'],
    [USER.toUpperCase(), 'capitals'],
    [`User:${HEX}`, 'capitals'],
    [`user:${UUID.toUpperCase()}`, 'capitals'],
    ['user:acme:jane', 'old'],
    [HEX, 'bare'],
    [`token=${HEX}`, 'bare'],
    ['https://acme.dagster.cloud/prod/org-settings/tokens', 'address'],
    ['acme.dagster.cloud/prod', 'address'],
    [`https://${USER}@acme.dagster.cloud/`, 'address'],
    ['correct horse battery staple', 'other'],
    ['hunter2!', 'other'],
    [`super${USER}`, 'other'],
    [`x:${USER}`, 'other'],
    ['Reveal token', 'other'],
    ['user:', 'other'],
    ['', 'empty'],
    [' \n\t\u200b ', 'empty'],
    ['""', 'empty'],
  ])('%j is %s', (text, reason) => expect(read(text)).toBe(reason));

  it('the token of an agent is what counts among other things', () => {
    expect(read(`user:0afb…4bd6 ${HEX} agent:acme:${HEX}`)).toBe('agent');
  });
});

it('a text that is longer than anything around a token is not looked through', () => {
  expect(read(`${USER}\n`.padEnd(LONGEST_PASTE))).toEqual([USER]);
  expect(read(`${USER}\n`.padEnd(LONGEST_PASTE + 1))).toBe('too-long');
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...['user:', 'User:', 'agent:', HEX, HEX.slice(0, 16), HEX.slice(16), UUID, USER, '-', '0', 'a', 'g'],
    ...[
      ' ',
      '\n',
      '\n> ',
      '"',
      '”',
      '`',
      ',',
      ';',
      '=',
      ':',
      '.',
      '…',
      '•',
      '*',
      '\\',
      '/',
      '\u200b',
      'token:',
    ],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  const INVISIBLE = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

  it('gives tokens only that stand in it, apart from what broke them, and with no hex digit beside them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pasted = readPastedTokens(text);
        if (pasted.kind !== 'tokens') return;
        const visible = text.replace(INVISIBLE, '');
        for (const { value, unusual } of pasted.tokens) {
          expect(value).toMatch(
            unusual ? /^user:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ : /^user:[0-9a-f]{32}$/,
          );
          const broken = [...value].join('(?:\\s+(?:>\\s*)*)?');
          expect(visible).toMatch(new RegExp(`(?<![0-9A-Za-z])${broken}(?![0-9A-Za-z-])`));
        }
      }),
      cases(5000),
    );
  });

  it('gives each token once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = read(text);
        expect(new Set(found).size).toBe(Array.isArray(found) ? found.length : new Set(found).size);
      }),
      cases(100),
    );
  });

  it('with quotes, blanks or brackets around a token gives that token', () => {
    const around = fc.string({
      unit: fc.constantFrom(...' \n\t"\'`“”„«»()[]{}<>,;='.split(''), '\u200b', '\u00a0'),
    });
    fc.assert(
      fc.property(around, around, fc.constantFrom(USER, UNUSUAL), (before, after, token) => {
        expect(read(before + token + after)).toEqual([token]);
      }),
      cases(100),
    );
  });

  it('of any make takes a time that grows as its length', () => {
    const makes = [
      'user:',
      'user:0 ',
      '0 ',
      ':',
      '*',
      '***',
      'token',
      'token:',
      '> ',
      '\n ',
      '.',
      'a:b',
      '\u200b',
      '"',
      'user:a\n',
    ];
    const look = (text: string) => expect(read(text)).toBeTypeOf('string');
    for (const make of makes) look(make.repeat(Math.floor(LONGEST_PASTE / make.length)));
    for (const make of makes) look(make.repeat(1_000_000));
  });
});
