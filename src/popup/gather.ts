/** Asks the browser and the open tabs for everything that the popup must know. */
import { type OrganizationAddress, readAddress } from '../dagster/address';
import { LONGEST, pageText } from '../page/text';
import type { Policy } from '../policy';
import type { Embedding } from '../session/confirmed-pages';
import type { HeldDetails } from '../session/held-details';
import type { KeptPasted } from '../session/pasted-values';
import { type Privacy, privacyOf } from '../session/session-area';
import {
  chooseForm,
  type FormSearch,
  type FormTab,
  holdsDagsterForm,
  type SearchedTab,
  seenPage,
} from '../tabs/choose-form';
import {
  askTab,
  type DagsterTab,
  FRONT_ANSWER_LIMIT_MS,
  mayShowToken,
  type OpenTab,
  openDagsterTabs,
  type TabAccess,
  type TabAnswer,
} from '../tabs/dagster-tabs';
import { lookAtTab, type Scripting, type TabLook } from '../tabs/linking-page';
import { lookAtTokens } from '../tabs/token-page';
import type { Facts, FrontTab, OpenDeployment } from './facts';

/** The Hub's own host, where Auth Links and the dashboard show the linking form. */
const HUB_ORIGIN = 'https://app.stackone.com/*';

/**
 * How long the popup waits for tabs behind the one in front, in milliseconds: as long as no press counts anyway. What a
 * tab answers later is shown when it comes.
 */
const BEHIND_LIMIT_MS = 300;

/** The few browser functions that gathering needs. */
export interface Surroundings {
  readonly tabs: TabAccess;
  readonly scripting: Scripting;
  frontTab(): Promise<OpenTab | undefined>;
  dagsterAllowed(): Promise<boolean>;
  held(privacy: Privacy): Promise<HeldDetails | null>;
  pasted(privacy: Privacy): Promise<KeptPasted | null>;
  confirmed(privacy: Privacy): Promise<readonly Embedding[]>;
  policy(): Promise<Policy>;
}

/**
 * @param tell gets the facts as soon as there are some, and again with each answer that comes in, however late
 * @returns the facts when all is known, or said to be too busy to tell
 */
export async function gather(surroundings: Surroundings, tell: (facts: Facts) => void): Promise<Facts> {
  const tab = await surroundings.frontTab();
  const privacy = tab ? privacyOf(tab) : 'ordinary';
  const [dagsterAllowed, held, pasted, confirmed, policy, dagsterTabs] = await Promise.all([
    surroundings.dagsterAllowed(),
    surroundings.held(privacy),
    surroundings.pasted(privacy),
    surroundings.confirmed(privacy),
    surroundings.policy(),
    openDagsterTabs(surroundings.tabs, privacy),
  ]);
  const addresses = dagsterTabs.flatMap(({ address }) => (address.kind === 'organization' ? [address] : []));
  const front = frontOf(tab);
  let facts: Facts = {
    front,
    privacy,
    others: [],
    asking: true,
    held,
    pasted,
    tokenLook: null,
    search: null,
    page: null,
    confirmed,
    dagsterAllowed,
    policy,
    openDeployments: addresses.flatMap(deploymentOf),
    openOrganization: front.kind === 'dagster' ? null : (addresses[0] ?? null),
  };
  const learn = (more: Partial<Facts>): void => {
    facts = { ...facts, ...more };
    tell(facts);
  };
  await Promise.all([
    learnAccounts(surroundings, front, dagsterTabs, learn),
    learnForms(surroundings, front, privacy, learn),
  ]);
  return facts;
}

type Learn = (more: Partial<Facts>) => void;

async function learnAccounts(
  { tabs, scripting }: Surroundings,
  front: FrontTab,
  dagsterTabs: readonly DagsterTab[],
  learn: Learn,
): Promise<void> {
  if (front.kind === 'dagster') {
    const { tabId } = front;
    const container = dagsterTabs.find((tab) => tab.tabId === tabId)?.container ?? null;
    const answered = (answer: TabAnswer): void => {
      const openOrganization = answer.kind === 'read' ? answer.address : null;
      learn({ front: { ...front, answer }, asking: false, openOrganization });
    };
    const answer = await askTab(tabs, { tabId, container }, FRONT_ANSWER_LIMIT_MS, answered);
    answered(answer);
    if (mayMakeToken(answer)) learn({ tokenLook: await lookAtTokens(scripting, tabId) });
    return;
  }
  const asked = dagsterTabs.filter(mayShowToken);
  let others: readonly TabAnswer[] = [];
  const answers = asked.map((tab, position) =>
    askTab(tabs, tab, BEHIND_LIMIT_MS, (answer) => {
      others = others.with(position, answer);
      learn({ others });
    }),
  );
  others = await Promise.all(answers);
  learn({ others, asking: false });
}

/** Where a token is shown already, there is nothing to make or reveal. */
const mayMakeToken = (answer: TabAnswer): boolean =>
  answer.kind === 'read' && answer.address.page === 'tokens' && answer.reading.tokens.length === 0;

async function learnForms(
  surroundings: Surroundings,
  front: FrontTab,
  privacy: Privacy,
  learn: Learn,
): Promise<void> {
  const { tabs, scripting } = surroundings;
  if (front.kind === 'web') {
    const tab: FormTab = { tabId: front.tabId, inFront: true, title: '', address: '' };
    const looked = (look: TabLook): void => {
      const frames = look.kind === 'looked' ? look.frames : [];
      const search: FormSearch =
        look.kind === 'busy' ? { kind: 'busy', origin: front.origin } : chooseForm([{ tab, frames }]);
      learn({ search, page: seenPage(front.tabId, frames) });
    };
    return looked(await lookAtTab(scripting, front.tabId, looked));
  }
  if (front.kind === 'closed') return;
  const open = await tabs.query({ url: [HUB_ORIGIN], discarded: false });
  const searched = await Promise.all(
    open
      .filter((tab) => privacyOf(tab) === privacy)
      .map(async (tab): Promise<SearchedTab[]> => {
        if (tab.id === undefined) return [];
        const look = await lookAtTab(scripting, tab.id);
        return look.kind === 'looked' ? [{ tab: formTab(tab, tab.id), frames: look.frames }] : [];
      }),
  );
  const search = chooseForm(searched.flat());
  if (holdsDagsterForm(search)) learn({ search });
}

/** Without the query: on StackOne's own pages it holds what the page was opened with. */
function formTab({ title = '', url = '' }: OpenTab, tabId: number): FormTab {
  const { origin, pathname } = new URL(url);
  return {
    tabId,
    inFront: false,
    title: pageText(title),
    address: pageText(origin + pathname, LONGEST.sentence),
  };
}

function frontOf(tab: OpenTab | undefined): FrontTab {
  if (tab?.id === undefined || !tab.url) return { kind: 'closed' };
  const address = readAddress(tab.url);
  if (address.kind !== 'not-dagster') return { kind: 'dagster', tabId: tab.id, address, answer: null };
  const { protocol, origin } = new URL(tab.url);
  return /^https?:$/.test(protocol) ? { kind: 'web', tabId: tab.id, origin } : { kind: 'closed' };
}

const deploymentOf = ({ base, deployment }: OrganizationAddress): OpenDeployment[] =>
  deployment ? [{ base, name: deployment.name }] : [];
