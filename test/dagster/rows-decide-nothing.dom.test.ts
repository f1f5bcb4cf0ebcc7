/** What a person wrote into a row decides nothing about the page or about other rows, however the rows are drawn. */
import { afterEach, describe, expect, test } from 'vitest';
import { findOnPage } from '../../src/dagster/tokens-page';
import { openPage } from './open-page';

const ADDRESS = 'https://acme.dagster.cloud/prod/org-settings/tokens';
const TOKEN = 'user:0afb128e57084fce8fd15c62d75e4bd6';
const OTHER = 'user:7c31e0d94b2f4a6e9d0815fb62aa3c47';
const MASK = '•'.repeat(20);

afterEach(() => document.body.replaceChildren());

interface Row {
  readonly description: string;
  readonly value: string;
  readonly day: number;
}

/** The ways in which a list can be drawn; each is given its rows. */
const DRAWN: Readonly<Record<string, (rows: readonly Row[]) => string>> = {
  'a table': (rows) =>
    `<table>${rows.map(({ description, value, day }) => `<tr><td><span>${description}</span></td><td><span>${value}</span></td><td>Apr ${day}, 2026</td><td><button>Hide token</button><button>Revoke</button></td></tr>`).join('')}</table>`,
  'boxes with cells': (rows) =>
    rows
      .map(
        ({ description, value, day }) =>
          `<div class="r"><div class="c"><span>${description}</span></div><div class="c"><span>${value}</span></div><div class="c">Apr ${day}, 2026</div><div class="c"><button>Hide token</button><button>Revoke</button></div></div>`,
      )
      .join(''),
  'boxes without classes': (rows) =>
    rows
      .map(
        ({ description, value, day }) =>
          `<div><div>${description}</div><div>${value}</div><div>Apr ${day}, 2026</div><div><button>Revoke</button></div></div>`,
      )
      .join(''),
  'cards with a title': (rows) =>
    rows
      .map(
        ({ description, value, day }) =>
          `<div class="card"><div class="title">${description}</div><div class="body"><span>${value}</span><span>Apr ${day}, 2026</span><button>Revoke</button></div></div>`,
      )
      .join(''),
  'cards with a heading': (rows) =>
    rows
      .map(
        ({ description, value, day }) =>
          `<article class="card"><h4>${description}</h4><p>${value}</p><p>Apr ${day}, 2026</p><button>Revoke</button></article>`,
      )
      .join(''),
  'list items': (rows) =>
    `<ul>${rows.map(({ description, value, day }) => `<li><b>${description}</b> <code>${value}</code> <time>Apr ${day}, 2026</time></li>`).join('')}</ul>`,
};

const page = (list: string, before = '<h2>Manage tokens for your account</h2>') =>
  `<body><div id="root"><nav><a href="/prod/runs">Runs</a></nav><section><header>${before}</header><h3>Active tokens</h3>${list}</section></div></body>`;

const reading = async (html: string) => findOnPage(await openPage(html), ADDRESS).reading;

describe.each(Object.entries(DRAWN))('In %s a description', (_, list) => {
  test.each([
    'token of Revoked Ltd',
    'Revoked tokens of acme',
    'Revoked tokens',
    'agent tokens',
    'Manage tokens for Jane Doe',
    'Manage tokens for',
    'Organization: Globex',
    'Jetons révoqués',
    'Revoked',
  ])('“%s” leaves the rows around it as they are', async (description) => {
    const rows = [
      { description: 'CI', value: TOKEN, day: 1 },
      { description, value: MASK, day: 2 },
      { description: 'Laptop', value: OTHER, day: 3 },
    ];
    const { tokens, refused, otherUser, organizationName } = await reading(page(list(rows)));
    expect(tokens.map(({ value, created }) => [value, created])).toEqual([
      [TOKEN, 'Apr 1, 2026'],
      [OTHER, 'Apr 3, 2026'],
    ]);
    expect({ refused, otherUser, organizationName }).toEqual({
      refused: [],
      otherUser: false,
      organizationName: '',
    });
  });

  test.each(['token of Revoked Ltd', 'agent tokens', 'Manage tokens for Jane Doe'])(
    '“%s” leaves its own row as it is where it stands beside others',
    async (description) => {
      const rows = [
        { description, value: TOKEN, day: 1 },
        { description: 'CI', value: MASK, day: 2 },
      ];
      // The title of a card might as well head a list of one.
      if (list === DRAWN['cards with a heading'] && /revoked/i.test(description)) return;
      const { tokens, otherUser } = await reading(page(list(rows)));
      expect([tokens.map(({ value }) => value), otherUser]).toEqual([[TOKEN], false]);
    },
  );

  test('does not give the page the button that only the owner of the tokens has', async () => {
    const rows = [
      { description: '<span style="cursor: pointer">Create user token</span>', value: TOKEN, day: 1 },
      { description: 'CI', value: MASK, day: 2 },
    ];
    // Such a card looks like a section with a button of its own.
    if (list === DRAWN['cards with a title']) return;
    const { otherUser, tokens } = await reading(page(list(rows), '<h2>Manage tokens for Bob Ray</h2>'));
    expect([otherUser, tokens]).toEqual([true, []]);
  });
});

describe('What stands over a list', () => {
  const [list] = [DRAWN['boxes with cells'] as (rows: readonly Row[]) => string];
  const rows = (value: string) => list([{ description: 'Laptop', value, day: 1 }]);

  test.each([
    ['a plain text', '<div>Revoked tokens</div>'],
    ['a heading with a number beside it', '<h3>Revoked tokens <span>(2)</span></h3>'],
    ['a heading beside a button', '<div><h3>Revoked tokens</h3><button>Refresh</button></div>'],
    ['a heading and a date', '<div><h3>Revoked tokens</h3><span>since Apr 3, 2026</span></div>'],
    ['a heading that folds', '<h3><button aria-expanded="true">Revoked tokens</button></h3>'],
    [
      'a heading and the names of columns',
      '<div>Revoked tokens</div><div><div>Description</div><div>API token</div><div>Created</div><div></div></div>',
    ],
    ['an outer heading and an inner one', '<h2>Revoked tokens</h2><h4>Of the last 30 days</h4>'],
    [
      'a chosen tab',
      '<div role="tablist"><button role="tab">Active</button><button role="tab" aria-selected="true">Revoked</button></div>',
    ],
  ])('makes it a list of revoked tokens, and no other list: %s', async (_, heading) => {
    const { tokens, refused } = await reading(
      `<body><div id="root"><section><h3>Active tokens</h3>${rows(TOKEN)}</section><section>${heading}${rows(OTHER)}</section></div></body>`,
    );
    expect(tokens.map(({ value }) => value)).toEqual([TOKEN]);
    expect(refused).toEqual(['revoked']);
  });

  test('an empty list of revoked tokens before it decides nothing', async () => {
    const { tokens } = await reading(
      `<body><div id="root"><section><h3>Revoked tokens</h3><p>None yet</p></section><section><h3>User tokens</h3>${rows(TOKEN)}</section></div></body>`,
    );
    expect(tokens.map(({ value }) => value)).toEqual([TOKEN]);
  });

  test('a tab that is not chosen decides nothing', async () => {
    const { tokens } = await reading(
      `<body><div id="root"><div role="tablist"><button role="tab" aria-selected="true">Active tokens</button><button role="tab">Revoked tokens</button></div>${rows(TOKEN)}</div></body>`,
    );
    expect(tokens.map(({ value }) => value)).toEqual([TOKEN]);
  });
});

test('the state of a row refuses that row only', async () => {
  const list = DRAWN['boxes with cells'] as (rows: readonly Row[]) => string;
  const { tokens, refused } = await reading(
    page(
      list([
        { description: 'Old</span><span>Revoked Apr 9, 2026', value: OTHER, day: 1 },
        { description: 'Laptop', value: TOKEN, day: 2 },
      ]),
    ),
  );
  expect([tokens.map(({ value }) => value), refused]).toEqual([[TOKEN], ['revoked']]);
});
