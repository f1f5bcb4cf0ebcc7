/** Whichever Dagster+ page is in front, the popup says where the person is and leads on; it reads only the right token. */
import { describe, expect, it } from 'vitest';
import type { Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import type { Rendering } from '../sites/dagster-plus/rendering';
import { addOrganization, addressOf, copiedToken, currentStep, drawn, revealTokens } from './dagster-tab';
import { useStage } from './stage';

const stage = useStage();
const open = (address: string) => stage.browser.newTab(address);
const popupOn = (tab: Tab) => stage.browser.pressToolbarButton(tab);

const RENDERINGS: readonly Partial<Rendering>[] = [
  { rows: 'divs', truncation: 'middle-invisible' },
  { token: 'input', navigation: 'top', settings: 'cloud-settings' },
  { token: 'button', characters: 'zero-width' },
  { token: 'code', truncation: 'middle', rows: 'divs', root: 'shadow' },
  { language: 'fr', rows: 'divs', navigation: 'top' },
];

describe('the revealed token', () => {
  it('is read exactly, however the page draws it', async () => {
    const organization = addOrganization(stage.sites, { slug: 'drawings' });
    const { value } = organization.createToken();
    const tab = await open(addressOf(organization));
    for (const rendering of RENDERINGS) {
      const page = `${rendering.settings ?? 'org-settings'}/tokens${drawn(rendering)}`;
      await tab.goto(addressOf(organization, 'prod', page));
      await revealTokens(tab);
      const popup = await popupOn(tab);
      expect({ rendering, token: await copiedToken(stage, popup) }).toEqual({ rendering, token: value });
      await popup.close();
    }
  });

  it('is noticed where the app came without a load', async () => {
    const organization = addOrganization(stage.sites, { slug: 'no-load' });
    const { value } = organization.createToken();
    const tab = await open(addressOf(organization, 'prod', 'org-settings/users'));
    const first = await popupOn(tab);
    expect(await first.waitForText(/Open the Tokens tab/)).toContain('No user token is revealed');
    await first.close();
    await tab.press({ role: 'link', name: 'Tokens' });
    await revealTokens(tab);
    expect(await copiedToken(stage, await popupOn(tab))).toBe(value);
  });

  it('is not offered when it is revoked', async () => {
    const organization = addOrganization(stage.sites, { slug: 'revoked' });
    organization.createToken({ revoked: new Date() });
    const tab = await open(addressOf(organization));
    await revealTokens(tab);
    const popup = await popupOn(tab);
    await popup.waitForText('The token on this page is revoked.');
    expect(await popup.isDisabled('button', 'Copy User Token')).toBe(true);
  });

  it('is not taken from the Provisioning tab', async () => {
    const organization = addOrganization(stage.sites, { slug: 'provisioning' });
    const tab = await open(addressOf(organization, 'prod', 'org-settings/provisioning'));
    await revealTokens(tab);
    const popup = await popupOn(tab);
    await popup.waitForText('No user token is revealed on this page.');
    expect(await popup.isDisabled('button', 'Copy User Token')).toBe(true);
  });

  it('needs one more press when its shape is unusual', async () => {
    const organization = addOrganization(stage.sites, { slug: 'unusual' });
    const value = 'user:0afb128e-5708-4fce-8fd1-5c62d75e4bd6';
    organization.createToken({ value });
    const tab = await open(addressOf(organization));
    await revealTokens(tab);
    const popup = await popupOn(tab);
    await popup.waitForText('This token has an unusual shape.');
    expect(await popup.isDisabled('button', 'Copy User Token')).toBe(true);
    await popup.press('button', 'Use this unusual token');
    expect(await copiedToken(stage, popup)).toBe(value);
  });

  it("is nobody else's: where another user's tokens are managed, none is offered", async () => {
    const tab = await open('https://acme.dagster.cloud/prod/org-settings/tokens');
    await tab.press({ role: 'button', name: 'Ada Lindqvist (you)' });
    await tab.press({ role: 'menuitem', name: 'Grace Okafor' });
    await tab.waitFor(() => document.body.textContent?.includes('Notebook'));
    const popup = await popupOn(tab);
    await popup.waitForText('“Manage tokens for” shows another user.');
    expect(await popup.isDisabled('button', 'Copy User Token')).toBe(true);
  });
});

describe('where the person is', () => {
  it('is told on the sign-in page, and Open Dagster+ leads to sign-in', async () => {
    const popup = await popupOn(await open('https://eu.dagster.cloud/'));
    await popup.waitForText('No organization is open here. Sign in to Dagster+ first.');
    expect(await currentStep(popup)).toBe('Sign in to Dagster+');
    await popup.press('button', 'Open Dagster+');
    await waitUntil('a tab with sign-in', async () => {
      const addresses = await Promise.all((await stage.browser.tabs()).map((tab) => tab.url()));
      return addresses.includes('https://dagster.cloud/');
    });
  });

  it('is told in a region that nobody knows, where nothing is offered', async () => {
    const popup = await popupOn(await open(addressOf(addOrganization(stage.sites, AP), 'prod')));
    await popup.waitForText('a region that this extension does not know (“ap”)');
    for (const name of ['Organization slug', 'User Token'])
      expect(await popup.has('button', `Copy ${name}`)).toBe(false);
  });

  it('is told on any page of an organization, and one press leads to the Tokens page in the same tab', async () => {
    const organization = addOrganization(stage.sites, {
      slug: 'way-there',
      deployments: [{ name: 'data-eng', branch: null }],
    });
    const tab = await open(addressOf(organization, 'data-eng', 'runs?view=all#latest'));
    const popup = await popupOn(tab);
    expect(await popup.waitForText(/way-there\.dagster\.cloud/)).toContain('US');
    expect(await popup.valueOf('combobox', 'Deployment')).toBe('data-eng');
    expect(await currentStep(popup)).toBe('Open Organization settings');
    await popup.press('button', 'Open Tokens page');
    await waitUntil('the Tokens page', async () => (await tab.url()) === addressOf(organization, 'data-eng'));
  });

  it('is known at each step on the way', async () => {
    const organization = addOrganization(stage.sites, { slug: 'steps' });
    const tab = await open(addressOf(organization, 'prod', 'org-settings/users'));
    const step = async () => {
      const popup = await popupOn(tab);
      const current = await currentStep(popup);
      await popup.close();
      return current;
    };
    expect(await step()).toBe('Open the Tokens tab');
    await tab.press({ role: 'link', name: 'Tokens' });
    await tab.waitFor(() => document.body.textContent?.includes('No active tokens'));
    expect(await step()).toBe('Press “+ Create user token”');
    await tab.press({ role: 'button', name: 'Create user token' });
    await tab.waitFor(() => document.body.textContent?.includes('Reveal token'));
    expect(await step()).toBe('Press “Reveal token” in its row');
    await tab.press({ role: 'button', name: 'Reveal token' });
    await tab.waitFor(() => document.body.textContent?.includes('user:'));
    expect(await step()).toBe('Go to the linking form and press the toolbar button there');
  });
});

const AP = { slug: 'acme-ap', region: 'ap' };

describe('Show me', () => {
  /** The words of the element that flashes, once one does. */
  const flashing = (tab: Tab): Promise<string> =>
    tab.waitFor(() => {
      const [animation] = document.getAnimations();
      const target = animation?.effect instanceof KeyframeEffect ? animation.effect.target : null;
      return target && (target.textContent || target.getAttribute('aria-label'));
    }) as Promise<string>;

  /** Presses Show me. @returns the words of what flashes, when the page has stayed as it was */
  async function shown(tab: Tab): Promise<string> {
    const popup = await popupOn(tab);
    const before = await tab.evaluate(() => document.documentElement.outerHTML);
    await popup.press('button', 'Show me');
    const words = await flashing(tab);
    expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    if (!(await popup.closed())) await popup.close();
    await tab.evaluate(() => {
      for (const animation of document.getAnimations()) animation.finish();
    });
    return words;
  }

  it('flashes the control of each step and leaves the page as it is', async () => {
    const organization = addOrganization(stage.sites, { slug: 'show-me' });
    const tab = await open(addressOf(organization, 'prod', 'runs'));
    await tab.press({ role: 'button', name: 'Mika Solheim' });
    await tab.waitFor(() => document.body.textContent?.includes('Organization settings'));
    expect(await shown(tab)).toBe('Organization settings');
    await tab.goto(addressOf(organization, 'prod', 'org-settings/users'));
    expect(await shown(tab)).toBe('Tokens');
    await tab.press({ role: 'link', name: 'Tokens' });
    await tab.waitFor(() => document.body.textContent?.includes('No active tokens'));
    expect(await shown(tab)).toContain('Create user token');
    await tab.press({ role: 'button', name: 'Create user token' });
    await tab.waitFor(() => document.body.textContent?.includes('Reveal token'));
    expect(await shown(tab)).toBe('Reveal token');
    await revealTokens(tab);
    expect(await shown(tab)).toContain('Edit description');
  });
});
