/** What a person does in Dagster+ tabs and in the popup on them, as the end-to-end tests take it. */
import type { Popup, Tab } from '../browsers/browser';
import { waitUntil } from '../browsers/wait-until';
import { type Deployment, Organization } from '../sites/dagster-plus/organization';
import type { Rendering } from '../sites/dagster-plus/rendering';
import type { Sites } from '../sites/server';
import type { Stage } from './stage';

export interface NewOrganization {
  readonly slug: string;
  readonly region?: string;
  readonly deployments?: readonly Deployment[];
}

/**
 * Adds an organization with deployment `prod` and one user, who is no administrator: the Tokens page shows that user's
 * tokens and nothing else.
 */
export function addOrganization(sites: Sites, settings: NewOrganization): Organization {
  const { slug, region = 'us', deployments = [{ name: 'prod', branch: null }] } = settings;
  const organization = new Organization({
    slug,
    displayName: slug,
    region,
    deployments,
    users: [{ name: 'Mika Solheim', email: `mika@${slug}.example`, role: 'Viewer' }],
  });
  sites.dagster.organizations.push(organization);
  return organization;
}

/** The address of a page of an organization, by default of its Tokens page. */
export function addressOf(
  { slug, region }: Organization,
  deployment = 'prod',
  page = 'org-settings/tokens',
): string {
  const labels = region === 'us' ? slug : `${slug}.${region}`;
  return `https://${labels}.dagster.cloud/${deployment}/${page}`;
}

/** The part of an address that has the stand-in draw a page so. */
export const drawn = (rendering: Partial<Rendering>): string => `?${new URLSearchParams(rendering)}`;

/** Presses all buttons that reveal a token, once there are as many as said, and waits until all are revealed. */
export async function revealTokens(tab: Tab, count = 1): Promise<void> {
  const buttons = (press: boolean) => tab.evaluate(tokenButtons, press);
  await waitUntil(`${count} hidden tokens`, async () => (await buttons(false)).reveal === count);
  await buttons(true);
  await waitUntil(`${count} revealed tokens`, async () => (await buttons(false)).hide === count);
}

/** Runs in the page. @returns how many buttons reveal or hide a token; presses the former when it is asked to */
function tokenButtons(press: boolean): { reveal: number; hide: number } {
  const roots: ParentNode[] = [document];
  for (const root of roots)
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  const all = roots.flatMap((root) => [...root.querySelectorAll('button')]);
  const called = (words: RegExp) => all.filter(({ textContent }) => words.test(textContent ?? ''));
  const reveal = called(/Reveal token|Révéler le jeton/);
  if (press) for (const button of reveal) button.click();
  return { reveal: reveal.length, hide: called(/Hide token|Masquer le jeton/).length };
}

/** Opens the Tokens page of an organization with one token, which is revealed. */
export async function openWithToken(
  stage: Stage,
  organization: Organization,
  deployment = 'prod',
): Promise<{ readonly tab: Tab; readonly token: string }> {
  const token = organization.userTokens[0] ?? organization.createToken();
  const tab = await stage.browser.newTab(addressOf(organization, deployment));
  await revealTokens(tab);
  return { tab, token: token.value };
}

/** What the popup copies as the User Token. */
export async function copiedToken(stage: Stage, popup: Popup): Promise<string> {
  await popup.press('button', 'Copy User Token');
  await popup.waitForStatus('Copied User Token.');
  return stage.browser.readClipboard();
}

/** The words of the step that the popup says is the next one. */
export const currentStep = (popup: Popup): Promise<string> =>
  popup.evaluate(() => document.querySelector('[aria-current=step] .text')?.textContent ?? '');
