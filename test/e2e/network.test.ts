/** What leaves the browser, as it is seen from outside: on a way through all that the extension can do, and when it fails. */
import { expect, it } from 'vitest';
import { DETAILS } from '../samples';
import type { SiteRequest } from '../sites/dagster-plus/exchange';
import { startStage, useStage } from './stage';
import {
  ALL_FILLED,
  addOrganization,
  check,
  copiedToken,
  openHub,
  openWithToken,
  pressFill,
  waitUntilPressesCount,
} from './steps';

const stage = useStage();

const isFrom = ({ headers }: SiteRequest, page: string): boolean =>
  headers.origin === page || headers.referer?.startsWith(page) === true;

it('Of all that the browser asks for on the whole way only the check is the extension’s', async () => {
  const { browser, sites } = stage;
  const organization = addOrganization(sites, { slug: 'watched' });
  const { tab, token } = await openWithToken(stage, organization);
  const hub = await openHub(stage);
  const hubOrigin = new URL(await hub.url()).origin;
  const before = sites.requests.length;
  /** The Hub goes on asking for its own things. */
  const others = () => sites.requests.slice(before).filter((request) => !isFrom(request, hubOrigin));

  const popup = await browser.pressToolbarButton(tab);
  await copiedToken(stage, popup);
  expect(others()).toEqual([]);
  await check(popup, 'Dagster+ accepts this token for watched / prod.');
  const sent = others();
  expect(sent).toMatchObject([{ method: 'POST', host: 'watched.dagster.cloud', path: '/prod/graphql' }]);
  expect(sent[0]?.headers['dagster-cloud-api-token']).toBe(token);
  for (const name of ['cookie', 'referer', 'authorization'])
    expect(sent[0]?.headers).not.toHaveProperty(name);
  await popup.close();

  const atForm = await browser.pressToolbarButton(hub);
  expect(await pressFill(atForm)).toBe(ALL_FILLED);
  await atForm.close();
  const quiet = await browser.newTab(sites.quietPage);
  const pasting = await browser.pressToolbarButton(quiet);
  await pasting.waitForRole('button', 'Copy User Token');
  await waitUntilPressesCount(pasting);
  // Outside of all fields.
  await pasting.pressKey('Control+v');
  await pasting.waitForStatus(/^Took the User Token that you pasted/);
  await pasting.close();
  await browser.newTab(`${browser.extensionOrigin()}/extension/options.html`);
  // The page that was opened just now is no more than itself.
  expect(others().map(({ method, host, path }) => `${method} https://${host}${path}`)).toEqual([
    'POST https://watched.dagster.cloud/prod/graphql',
    `GET ${sites.quietPage}`,
  ]);
  expect(sites.requests.filter((request) => JSON.stringify(request).includes(token))).toHaveLength(1);
});

it('What goes wrong on the way to Dagster+ is said, and the next check works', async () => {
  const { browser, sites } = stage;
  const { tab } = await openWithToken(stage, addOrganization(sites, { slug: 'cut-off' }));
  const popup = await browser.pressToolbarButton(tab);
  const before = sites.dagster.checks.length;
  for (const interference of ['cut', 'no-tls'] as const)
    await sites.interfere(interference, () => check(popup, /^Dagster\+ could not be reached/));
  expect(sites.dagster.checks).toHaveLength(before);
  sites.dagster.failNextCheck('html');
  await check(popup, /A proxy or a sign-in page may be in between/);
  sites.dagster.failNextCheck('huge');
  await check(popup, /far larger than it can be, so it was not read/);
  await check(popup, 'Dagster+ accepts this token for cut-off / prod.');
});

it('Where a proxy asks for a password and gets none, that is said in time, and the next check works', async () => {
  const { browser, sites } = stage;
  const { tab } = await openWithToken(stage, addOrganization(sites, { slug: 'proxied' }));
  const popup = await browser.pressToolbarButton(tab);
  await sites.interfere('proxy-password', async () => {
    await popup.press('button', 'Check with Dagster+');
    await browser.leavePasswordPrompt();
    // In Firefox a check has no end while the prompt is there: the timers of the window rest.
    await popup.waitForStatus(/^Dagster\+ (could not be reached|did not answer within 10 seconds)/);
  });
  await check(popup, 'Dagster+ accepts this token for proxied / prod.');
});

it('A host whose certificate nobody has signed does not get the token, and it is said', async () => {
  const { browser, sites } = await startStage({ checksCertificates: true });
  try {
    const popup = await browser.pressToolbarButton(await browser.newTab(`http://127.0.0.1:${sites.port}/`));
    for (const [field, text, took] of [
      ['Paste User Token', DETAILS.userToken, /^Took the User Token/],
      ['Paste Dagster+ address', 'https://acme.dagster.cloud/prod', /^Took acme/],
    ] as const) {
      await popup.press('textbox', field);
      // A token is taken at its last character.
      await waitUntilPressesCount(popup);
      await popup.type(text);
      await popup.pressKey('Enter');
      await popup.waitForStatus(took);
    }
    await check(popup, /^Dagster\+ could not be reached/);
    expect(sites.requests.filter(({ host }) => host === 'acme.dagster.cloud')).toEqual([]);
  } finally {
    await browser.close();
    await sites.close();
  }
});
