/** How few presses lead from an empty form to a linked account, counted, and that nothing is ever created twice. */
import { describe, expect, it } from 'vitest';
import type { Popup, Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import type { Organization } from '../sites/dagster-plus/organization';
import { useStage } from './stage';
import { addOrganization, addressOf, connect, openHub, waitUntilPressesCount } from './steps';

const stage = useStage();

const OPEN = 'Open Tokens page';
const CREATE = 'Create and reveal a token';
const FILL = 'Fill linking form';

/** Everything that a person presses on the way, in order; what Dagster+ itself asks of them is not counted. */
class Way {
  readonly presses: string[] = [];

  async toolbarButton(tab: Tab): Promise<Popup> {
    this.presses.push('toolbar button');
    return stage.browser.pressToolbarButton(tab);
  }

  async press(popup: Popup, name: string): Promise<void> {
    this.presses.push(name);
    await popup.press('button', name);
  }

  /** @returns the popup that comes back by itself */
  async openTokensPage(popup: Popup): Promise<Popup> {
    await this.press(popup, OPEN);
    await waitUntil('the popup to close', () => popup.closed());
    return stage.browser.popupThatOpens();
  }

  async create(popup: Popup): Promise<void> {
    await this.press(popup, CREATE);
    await popup.waitForStatus('Created a token and revealed it.');
  }

  /** Fills the form that waits in another tab, which comes to the front. */
  async fillWaiting(popup: Popup, form: Tab): Promise<void> {
    await this.press(popup, FILL);
    await waitUntil('the form in front', () => form.isActive());
  }

  /** @returns what StackOne receives */
  async connect(form: Tab): Promise<Readonly<Record<string, string>>> {
    this.presses.push('Connect');
    return connect(stage.sites, form);
  }
}

const sentOf = ({ slug, userTokens }: Organization) => ({
  user_token: userTokens[0]?.value,
  organization: slug,
  deployment: 'prod',
});

describe('From an empty form to a linked account', () => {
  it('five presses are enough where Dagster+ is open in another tab', async () => {
    const organization = addOrganization(stage.sites, { slug: 'open' });
    await stage.browser.newTab(addressOf(organization, 'prod', 'overview'));
    const form = await openHub(stage, { place: 'auth-link' });
    const way = new Way();
    const popup = await way.openTokensPage(await way.toolbarButton(form));
    await way.create(popup);
    await way.fillWaiting(popup, form);
    expect(await way.connect(form)).toEqual(sentOf(organization));
    expect(way.presses).toEqual(['toolbar button', OPEN, CREATE, FILL, 'Connect']);
    expect(organization.userTokens).toHaveLength(1);
  });

  it('six presses are enough where the form is in a page of somebody else', async () => {
    const organization = addOrganization(stage.sites, { slug: 'embedded' });
    await stage.browser.newTab(addressOf(organization, 'prod', 'overview'));
    const form = await openHub(stage);
    const way = new Way();
    const popup = await way.openTokensPage(await way.toolbarButton(form));
    await way.create(popup);
    const second = await way.toolbarButton(form);
    await way.press(second, FILL);
    await second.waitForText('Now press Connect in the form.');
    await second.close();
    expect(await way.connect(form)).toEqual(sentOf(organization));
    expect(way.presses).toEqual(['toolbar button', OPEN, CREATE, 'toolbar button', FILL, 'Connect']);
  });

  it('seven presses are enough where nothing of Dagster+ is open', async () => {
    const { browser, sites } = stage;
    const organization = addOrganization(sites, { slug: 'nothing' });
    const form = await openHub(stage, { place: 'auth-link' });
    const way = new Way();
    await way.press(await way.toolbarButton(form), 'Open Dagster+');
    const dagster = await waitUntil('the tab of Dagster+', async () =>
      (await browser.tabs()).find((tab) => tab !== form),
    );
    await dagster.press({ label: 'Work email' });
    await dagster.type(organization.viewer);
    await dagster.press({ role: 'button', name: 'Continue' });
    await waitUntil('the organization', async () => (await dagster.url()).includes('/prod/overview'));
    const popup = await way.openTokensPage(await way.toolbarButton(dagster));
    await way.create(popup);
    await way.fillWaiting(popup, form);
    expect(await way.connect(form)).toEqual(sentOf(organization));
    expect(way.presses).toHaveLength(7);
  });
});

/** Something that goes on until it is let go. */
function gate(): { readonly closed: Promise<void>; open(): void } {
  let open = () => {};
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { closed, open };
}

async function onTokensPage(slug: string, hidden: readonly string[] = []) {
  const organization = addOrganization(stage.sites, { slug });
  for (const description of hidden)
    organization.createToken({ description, created: new Date('2026-04-03T12:00:00Z') });
  const tab = await stage.browser.newTab(addressOf(organization));
  await tab.waitFor(() => openTrees().some((tree) => tree.querySelector('section button')));
  return { organization, tab, popupOn: () => stage.browser.pressToolbarButton(tab) };
}

const NO_ROW = /^Pressed “Create user token”, but for 5 seconds no new row/;
const CREATED = 'A token was created; press “Reveal token” in its row.';

/** Opens one popup after the other until one fits. */
function popupThat(
  does: string,
  popupOn: () => Promise<Popup>,
  fits: (popup: Popup) => Promise<boolean>,
): Promise<Popup> {
  return waitUntil(`a popup that ${does}`, async () => {
    const popup = await popupOn();
    if (await fits(popup)) return popup;
    await popup.close();
    return undefined;
  });
}

const offersToken = async (popup: Popup) => !(await popup.isDisabled('button', 'Copy User Token'));

describe('Nothing is created twice', () => {
  it('while the page takes its time, whatever becomes of the popup and of the background', async () => {
    const { browser, sites } = stage;
    const { organization, popupOn } = await onTokensPage('late');
    const answer = gate();
    sites.dagster.holdNext('create', answer.closed);
    const first = await popupOn();
    await first.press('button', CREATE);
    await first.waitForStatus('Pressing in the page…');
    const asked = () =>
      sites.requests.some(({ method, path }) => method === 'POST' && path === '/api/tokens');
    await waitUntil('the page to ask for a token', asked);
    await first.close();
    await browser.stopBackground();
    const second = await popupOn();
    await second.waitForStatus(/^An earlier press may still be going on|^Pressed “Create user token”/);
    expect(await second.has('button', CREATE)).toBe(false);
    await second.close();
    // More than the five seconds for which the page is watched.
    const third = await popupThat('says that the press is over', popupOn, async (popup) =>
      NO_ROW.test(await popup.waitForStatus(/./)),
    );
    expect(await third.has('button', CREATE)).toBe(false);
    await third.close();
    answer.open();
    await waitUntil('the token', () => organization.userTokens.length === 1);
    const fourth = await popupThat(
      'has seen the row',
      popupOn,
      async (popup) => (await popup.waitForStatus(/./)) === CREATED,
    );
    expect(await fourth.has('button', CREATE)).toBe(false);
    await fourth.press('button', 'Reveal token');
    await fourth.waitForStatus('Revealed the token.');
    await fourth.waitForText(`user:••••${organization.userTokens[0]?.value.slice(-4)}`);
    expect(organization.userTokens).toHaveLength(1);
  });

  it('by a press that goes on after the popup was closed: the next popup has the token', async () => {
    const { sites } = stage;
    const { organization, popupOn } = await onTokensPage('goes-on');
    const answer = gate();
    sites.dagster.holdNext('create', answer.closed);
    const first = await popupOn();
    await first.press('button', CREATE);
    await first.waitForStatus('Pressing in the page…');
    await first.close();
    answer.open();
    const popup = await popupThat('has the token', popupOn, offersToken);
    await popup.waitForText(`user:••••${organization.userTokens[0]?.value.slice(-4)}`);
    expect(organization.userTokens).toHaveLength(1);
  });
});

describe('Reveal token', () => {
  it('reveals the chosen row and no other', async () => {
    const { organization, tab, popupOn } = await onTokensPage('hidden', ['Laptop', 'Notebook']);
    const popup = await popupOn();
    await popup.waitForRole('radiogroup', 'Which token?');
    expect(await popup.namesOf('radio')).toEqual(['Notebook · Apr 3, 2026', 'Laptop · Apr 3, 2026']);
    expect(await popup.isDisabled('button', 'Reveal token')).toBe(true);
    await popup.choose(/^Laptop/);
    await popup.press('button', 'Reveal token');
    await popup.waitForStatus('Revealed the token.');
    const [notebook, laptop] = organization.userTokens;
    await popup.waitForText(`user:••••${laptop?.value.slice(-4)}`);
    const page = await tab.evaluate(() => document.body.textContent ?? '');
    expect([page.includes(laptop?.value ?? ''), page.includes(notebook?.value ?? '')]).toEqual([true, false]);
    expect(organization.userTokens.map(({ revoked }) => revoked)).toEqual([null, null]);
  });

  it('does not obey in the first moment, nor a press that a script makes', async () => {
    const { tab, popupOn } = await onTokensPage('script', ['Laptop']);
    const popup = await popupOn();
    await popup.waitForRole('button', 'Reveal token');
    await waitUntilPressesCount(popup);
    await popup.evaluate(() => {
      for (const button of document.querySelectorAll('button')) button.click();
    });
    expect(await popup.status()).toBe('');
    expect(await tab.evaluate(() => document.body.textContent?.includes('user:'))).toBe(false);
  });
});

describe('The popup comes back', () => {
  /** Presses "Open Tokens page" on a page of a new organization. */
  async function openFrom(slug: string) {
    const organization = addOrganization(stage.sites, { slug });
    const tab = await stage.browser.newTab(addressOf(organization, 'prod', 'overview'));
    const popup = await stage.browser.pressToolbarButton(tab);
    await popup.press('button', OPEN);
    await waitUntil('the popup to close', () => popup.closed());
    return tab;
  }

  it('also when the background was stopped while the page loaded', async () => {
    const page = gate();
    stage.sites.dagster.holdNext('page', page.closed);
    await openFrom('stopped');
    await stage.browser.stopBackground();
    page.open();
    const popup = await stage.browser.popupThatOpens();
    await popup.waitForRole('button', CREATE);
  });

  it('only over its own tab: else the badge says that it is time to press, until the person does', async () => {
    const { browser, sites } = stage;
    const list = gate();
    sites.dagster.holdNext('page', list.closed);
    const other = await browser.newTab(sites.quietPage);
    const tab = await openFrom('elsewhere');
    await other.bringToFront();
    list.open();
    await waitUntil('the badge', async () => (await browser.badge(tab)) === '→');
    expect(await browser.actionTitle(tab)).toMatch(/The Tokens page is open\. Press this button to go on\.$/);
    expect(await browser.popupOpen()).toBe(false);
    const popup = await browser.pressToolbarButton(tab);
    await popup.waitForRole('button', CREATE);
    await waitUntil('the usual button', async () => (await browser.badge(tab)) === '');
  });
});
