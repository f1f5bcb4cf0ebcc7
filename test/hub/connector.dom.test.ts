import { afterEach, expect, test } from 'vitest';
import type { Connector } from '../../src/hub/report';
import { look } from './look-and-fill';
import { plainForm } from './plain-form';

afterEach(() => document.body.replaceChildren());

const card = (content: string) => `<div class="card-header">${content}</div>`;
const GUIDE = 'https://docs.stackone.com/connectors';
const LOGO = 'https://stackone-logos.com/api';
const dagster = (name = 'Dagster'): Connector => ({ kind: 'dagster', name });
const other = (name: string): Connector => ({ kind: 'other', name });
const unknown = (name: string): Connector => ({ kind: 'unknown', name });

/** The header of a card with a form that has the three labels, and whose form that is. */
const HEADERS: readonly [string, string, Connector][] = [
  [
    'logo, name and guide',
    card(
      `<img alt="dagster" src="${LOGO}/dagster/filled/svg"><span>Dagster</span><a href="${GUIDE}/dagster/guides/x">Connection guide</a>`,
    ),
    dagster(),
  ],
  ['the name only', card('<span>Dagster</span>'), dagster()],
  ['the name with a plus', card('<span>Dagster+</span>'), dagster('Dagster+')],
  ['the name with "Cloud"', card('<span>Dagster Cloud</span>'), dagster('Dagster Cloud')],
  ["the logo's key only", card('<img alt="dagster">'), dagster()],
  ["a custom connector's key only", card('<img alt="dagster_custom">'), dagster()],
  ["the logo's address only", card(`<img src="${LOGO}/dagster/filled/svg">`), dagster()],
  [
    'the guide only',
    card(`<a href="${GUIDE}/dagster/guides/x"><button>Connection guide</button></a>`),
    dagster(),
  ],
  ['the key and the stand-in logo', card(`<img alt="dagster" src="${LOGO}/stackone/filled/png">`), dagster()],
  [
    'a name of its own over the key',
    card('<img alt="dagster"><span>Data platform</span>'),
    dagster('Data platform'),
  ],
  ["Astronomer's logo and name", card('<img alt="astronomer"><span>Astronomer</span>'), other('Astronomer')],
  ["Astronomer's name only", card('<span>Astronomer</span>'), other('Astronomer')],
  ["Prefect's key only", card('<img alt="prefect">'), other('Prefect')],
  [
    'the guide of a connector of no list',
    card(`<a href="${GUIDE}/fictional/guides/x">Connection guide</a>`),
    other('fictional'),
  ],
  [
    'the logo of a connector of no list',
    card(`<img src="${LOGO}/fictional/filled/svg"><span>Fictional</span>`),
    other('Fictional'),
  ],
  [
    "Dagster's name over Astronomer's key",
    card('<img alt="astronomer"><span>Dagster</span>'),
    other('Astronomer'),
  ],
  [
    "Dagster's key beside Astronomer's guide",
    card(`<img alt="dagster"><span>Dagster</span><a href="${GUIDE}/astronomer/guides/x">Guide</a>`),
    other('Astronomer'),
  ],
  [
    'a name that only begins like Dagster',
    card('<span>Dagster migration</span>'),
    unknown('Dagster migration'),
  ],
  ['a key that only ends like Dagster', card('<img alt="notdagster">'), unknown('notdagster')],
  [
    'a link to a page of another site',
    card('<span>Pipelines</span><a href="https://evil.example/connectors/dagster/guides/x">Guide</a>'),
    unknown('Pipelines'),
  ],
  [
    'a site that ends like StackOne',
    card('<a href="https://notstackone.com/connectors/dagster/guides/x">Guide</a>'),
    unknown(''),
  ],
  ['nothing', card(''), unknown('')],
  ['no header, the word in a heading', '<h2>Link Dagster</h2>', unknown('Link Dagster')],
  ['no header, the word in a text', '<p>Dagster</p>', unknown('')],
];

test.each(HEADERS)('a form whose card shows %s', (_, header, connector) => {
  plainForm({ header });
  expect(look().forms.map((form) => form.connector)).toEqual([connector]);
});

const FORM = `<form><label for="t">User Token</label><input id="t">
  <label for="o">Organization slug</label><input id="o"><label for="d">Deployment</label><input id="d"></form>`;
const DAGSTER = card('<img alt="dagster"><span>Dagster</span>');
const FOREIGN = card('<span>Pipelines</span>');

test.each([
  ['further away than its own', `${DAGSTER}<div>${FOREIGN}${FORM}</div>`, unknown('Pipelines')],
  [
    'that of a card before its own',
    `<div>${DAGSTER}</div><div>${FOREIGN}${FORM}</div>`,
    unknown('Pipelines'),
  ],
  ['that of a card before a form without any', `<div>${DAGSTER}</div><div>${FORM}</div>`, unknown('')],
  ['after the form', `<div>${FORM}${DAGSTER}</div>`, unknown('')],
  [
    'nearer than that of another connector',
    `${card('<img alt="astronomer">')}<div>${DAGSTER}${FORM}</div>`,
    other('Astronomer'),
  ],
])('a form is not Dagster’s by a header that is %s', (_, html, connector) => {
  document.body.innerHTML = html;
  expect(look().forms.map((form) => form.connector)).toEqual([connector]);
});

const formWith = (id: string) => `<form><label for="t${id}">User Token</label><input id="t${id}">
    <label for="o${id}">Organization slug</label><input id="o${id}">
    <label for="d${id}">Deployment</label><input id="d${id}"></form>`;

test('a header before two forms says of neither whose it is', () => {
  document.body.innerHTML = DAGSTER + formWith('1') + formWith('2');
  expect(look().forms.map((form) => form.connector.kind)).toEqual(['unknown', 'unknown']);
});

test('each of two cards in one tree has its own connector', () => {
  const whole = (name: string, id: string) =>
    `<div>${card(`<img alt="${name}"><span>${name}</span>`)}${formWith(id)}</div>`;
  document.body.innerHTML = whole('Astronomer', '1') + whole('Dagster', '2');
  expect(look().forms.map((form) => form.connector)).toEqual([other('Astronomer'), dagster('Dagster')]);
});
