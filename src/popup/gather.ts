/** Asks the browser and the open tabs for everything that the popup must know. */
import { type OrganizationAddress, readAddress } from '../dagster/address';
import { chooseForm } from '../hub/choose-form';
import { offerOfFrontTab, offerOfOpenTabs } from '../offer';
import type { HeldDetails } from '../session/held-details';
import { askOpenTabs, askTab, DAGSTER_ORIGINS, type TabAccess, type TabAnswer } from '../tabs/dagster-tabs';
import { reportTab, type Scripting } from '../tabs/linking-page';
import { holdsDagsterForm } from './destination-card';
import type { Destination, Facts, FrontTab, OpenDeployment } from './facts';

/** The Hub's own host, where Auth Links and the dashboard show the linking form. */
const HUB_ORIGIN = 'https://app.stackone.com/*';

/** What the browser says about a tab; `url` is missing where the extension may not know it. */
interface Tab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
}

/** The few browser functions that gathering needs. */
export interface Surroundings {
  readonly tabs: TabAccess & { query(query: { url: string[]; discarded?: boolean }): Promise<Tab[]> };
  readonly scripting: Scripting;
  frontTab(): Promise<Tab | undefined>;
  dagsterAllowed(): Promise<boolean>;
  held(): Promise<HeldDetails | null>;
}

export async function gather(surroundings: Surroundings): Promise<Facts> {
  const [tab, dagsterAllowed, held, dagsterTabs] = await Promise.all([
    surroundings.frontTab(),
    surroundings.dagsterAllowed(),
    surroundings.held(),
    surroundings.tabs.query({ url: DAGSTER_ORIGINS }),
  ]);
  const addresses = dagsterTabs.flatMap(organizationOf);
  const common = { held, dagsterAllowed, openDeployments: addresses.flatMap(deploymentOf) };
  const front = await frontTabOf(surroundings, tab);
  if (front.kind === 'dagster') {
    const offer = offerOfFrontTab(front.answer);
    const destination = await waitingHub(surroundings);
    return { ...common, front, offer, destination, openOrganization: organizationIn(front.answer) };
  }
  const [answers, destination] = await Promise.all([
    askOpenTabs(surroundings.tabs),
    front.kind === 'web' ? destinationIn(surroundings, front.tabId, true) : null,
  ]);
  const offer = offerOfOpenTabs(answers, held);
  return { ...common, front, offer, destination, openOrganization: addresses[0] ?? null };
}

async function frontTabOf({ tabs }: Surroundings, tab: Tab | undefined): Promise<FrontTab> {
  if (tab?.id === undefined || !tab.url) return { kind: 'closed' };
  const address = readAddress(tab.url);
  if (address.kind !== 'not-dagster')
    return { kind: 'dagster', tabId: tab.id, address, answer: await askTab(tabs, tab.id) };
  const { protocol, origin } = new URL(tab.url);
  return /^https?:$/.test(protocol) ? { kind: 'web', tabId: tab.id, origin } : { kind: 'closed' };
}

async function destinationIn(
  { scripting }: Surroundings,
  tabId: number,
  inFront: boolean,
): Promise<Destination> {
  return { tabId, inFront, search: chooseForm(await reportTab(scripting, tabId)) };
}

/** The first open tab of the Hub's own host that shows a Dagster form. */
async function waitingHub(surroundings: Surroundings): Promise<Destination | null> {
  const open = await surroundings.tabs.query({ url: [HUB_ORIGIN], discarded: false });
  const found = await Promise.all(
    open.flatMap(({ id }) => (id === undefined ? [] : [destinationIn(surroundings, id, false)])),
  );
  return found.find(({ search }) => holdsDagsterForm(search)) ?? null;
}

const organizationIn = (answer: TabAnswer): OrganizationAddress | null =>
  answer.kind === 'read' ? answer.address : null;

function organizationOf({ url }: Tab): OrganizationAddress[] {
  const address = readAddress(url ?? '');
  return address.kind === 'organization' ? [address] : [];
}

const deploymentOf = ({ base, deployment }: OrganizationAddress): OpenDeployment[] =>
  deployment ? [{ base, name: deployment.name }] : [];
