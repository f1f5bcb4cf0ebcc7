/**
 * Every case that a person can be in when the popup is open, by name. The tests say what each shows and does;
 * `npm run stories` draws each.
 */

import type { AccountChoices } from '../../src/dagster/account';
import { type OrganizationAddress, readAddress } from '../../src/dagster/address';
import type { CheckOutcome } from '../../src/dagster/check';
import type { PageReading, RevealedToken } from '../../src/dagster/page-reading';
import type { TokenLook } from '../../src/dagster/token-press';
import type { FieldOutcome, FieldState, FillOutcome } from '../../src/hub/report';
import type { DetailName } from '../../src/link-details';
import { describeOutcome, isVerified } from '../../src/outcome';
import { readPolicy } from '../../src/policy';
import { describeCheck } from '../../src/popup/check-sentence';
import {
  type Activity,
  AT_FIRST,
  type Facts,
  type FrontTab,
  NOTHING_KNOWN,
  type PopupChoices,
} from '../../src/popup/facts';
import { type PopupState, popupState, selectionOf } from '../../src/popup/state';
import type { ReadTab } from '../../src/selection';
import type { HeldDetails } from '../../src/session/held-details';
import type { KeptPasted } from '../../src/session/pasted-values';
import type { Destination, FormSearch } from '../../src/tabs/choose-form';
import type { TabAnswer } from '../../src/tabs/dagster-tabs';
import type { Translate } from '../../src/words';
import { translate } from '../translate';

export interface PopupCase {
  readonly facts: Facts;
  readonly choices?: PopupChoices;
  /** What the person decided about the account that is offered. */
  readonly decided?: AccountChoices;
  readonly activity?: Partial<Activity>;
  /** What the status says, in whichever language. */
  readonly says?: (t: Translate) => string;
}

export const TOKEN = 'user:0afb128e57084fce8fd15c62d75e4bd6';
export const SECOND_TOKEN = 'user:7c1e90d24ab846f3b5a6e21f0d93c857';
export const UNUSUAL_TOKEN = 'user:0afb128e-5708-4fce-8fd1-5c62d75e4bd6';

const HUB = 'https://app.stackone.com';
const PROD = 'https://acme.dagster.cloud/prod';
const TOKENS_PAGE = `${PROD}/org-settings/tokens`;
const EU_TOKENS_PAGE = 'https://acme.eu.dagster.cloud/prod/org-settings/tokens';
const BRANCH = '2f6a9c0b7d1e4f83a5c6';
const LONG_SLUG = 'northern-hemisphere-renewable-energy-forecasting-and-trading-uk';

/** 14:32 on the clock of the tests. */
const HELD_UNTIL = Date.UTC(2026, 10, 21, 14, 32);

const clock = (moment: number): string => new Date(moment).toISOString().slice(11, 16);

const revealed = (value: string, row: Partial<RevealedToken> = {}): RevealedToken => ({
  value,
  unusual: false,
  description: '',
  created: '',
  ...row,
});

const CI = revealed(TOKEN, { description: 'StackOne integration', created: 'Nov 21, 2026' });
const LAPTOP = revealed(SECOND_TOKEN, { description: 'Local CLI', created: 'Apr 3, 2026' });

function readTab(url: string, reading: Partial<PageReading> = {}, tabId = 1): ReadTab {
  const address = readAddress(url);
  if (address.kind !== 'organization') throw new Error(`${url} is no page of an organization.`);
  return {
    kind: 'read',
    tabId,
    address,
    container: null,
    reading: {
      address: url,
      tokens: [],
      refused: [],
      otherUser: false,
      controls: [],
      organizationName: '',
      ...reading,
    },
  };
}

const NOTHING_ELSE: Omit<Facts, 'front'> = {
  ...NOTHING_KNOWN,
  page: { tabId: 9, document: 'document', origin: HUB },
};

/** Details as they are held after they were complete on a tab. */
function heldFrom(url: string, token: RevealedToken = CI, choices: HeldDetails['choices'] = {}): HeldDetails {
  return { account: { address: readTab(url).address, token }, choices, until: HELD_UNTIL };
}

/** The popup on a Dagster+ tab that answered. */
function onDagster(url: string, reading: Partial<PageReading> = {}, rest: Partial<Facts> = {}): Facts {
  const tab = readTab(url, reading);
  const [only, ...others] = tab.reading.tokens;
  const complete = only && others.length === 0 && !only.unusual && tab.address.deployment;
  return {
    ...NOTHING_ELSE,
    front: { kind: 'dagster', tabId: 1, address: tab.address, answer: tab },
    held: complete ? heldFrom(url, only) : null,
    openOrganization: tab.address,
    openDeployments: tab.address.deployment
      ? [{ base: tab.address.base, name: tab.address.deployment.name }]
      : [],
    ...rest,
  };
}

/** The popup on a Dagster+ tab of which nothing can be read. */
function onUnread(url: string, answer: TabAnswer, rest: Partial<Facts> = {}): Facts {
  const address = readAddress(url);
  if (address.kind === 'not-dagster') throw new Error(`${url} is not Dagster+.`);
  const front: FrontTab = { kind: 'dagster', tabId: 1, address, answer };
  return { ...NOTHING_ELSE, front, ...rest };
}

const noOrganization = (url: string): TabAnswer => ({ kind: 'no-organization', tabId: 1, address: url });
const UNREACHABLE: TabAnswer = { kind: 'unreachable', tabId: 1 };

/** The popup on a page that is not Dagster+. */
function onPage(search: FormSearch, rest: Partial<Facts> & { tabs?: readonly ReadTab[] } = {}): Facts {
  const { tabs = [], ...facts } = rest;
  return {
    ...NOTHING_ELSE,
    front: { kind: 'web', tabId: 9, origin: HUB },
    others: tabs,
    search,
    openOrganization: tabs[0]?.address ?? null,
    openDeployments: tabs.flatMap(({ address: { base, deployment } }) =>
      deployment ? [{ base, name: deployment.name }] : [],
    ),
    ...facts,
  };
}

interface FormLook {
  readonly translated?: Destination['form']['translated'];
  readonly fields?: Partial<Record<DetailName, FieldState>>;
  readonly connector?: Destination['form']['connector'];
  readonly origin?: string;
  /** Origins of the pages around it. */
  readonly pages?: readonly string[];
  readonly index?: number;
  readonly label?: string;
  /** Where it waits behind the tab in front. */
  readonly waits?: { readonly tabId: number; readonly title: string };
}

function form({
  fields,
  connector,
  origin = HUB,
  pages = [],
  index = 0,
  label = '',
  waits,
  translated = null,
}: FormLook = {}): Destination {
  return {
    tab: { tabId: 9, inFront: !waits, title: '', address: `${origin}/embedded`, ...waits },
    page: NOTHING_ELSE.page,
    frameId: 0,
    origin,
    pages,
    look: 'look',
    count: 1,
    form: {
      index,
      connector: connector ?? { kind: 'dagster', name: 'Dagster' },
      label,
      fields: { userToken: 'ready', organizationSlug: 'ready', deployment: 'ready', ...fields },
      points: [],
      translated,
    },
  };
}

const found = (look: FormLook = {}): FormSearch => ({ kind: 'found', found: form(look) });
const waiting: FormSearch = found({ waits: { tabId: 5, title: 'StackOne' } });

const TWO_FORMS: FormSearch = {
  kind: 'several',
  found: [form({ index: 0, label: 'Production account' }), form({ index: 1, label: 'Test account' })],
};

const HELD = { held: heldFrom(TOKENS_PAGE) };
const LIVE = { tabs: [readTab(TOKENS_PAGE, { tokens: [CI] })], ...HELD };

/** What a person has pasted, as the popup keeps it. */
function pasted(
  values: readonly string[],
  address: OrganizationAddress | null = null,
  account?: AccountChoices,
): Partial<Facts> {
  const tokens = values.map((value) => revealed(value, { unusual: value === UNUSUAL_TOKEN }));
  const choices: KeptPasted['choices'] = account ? { account: { ...account, of: values[0] ?? null } } : {};
  return { pasted: { tokens, address, choices, until: HELD_UNTIL } };
}

const ACME = readTab(TOKENS_PAGE).address;
const GLOBEX = readTab('https://globex.dagster.cloud/prod/org-settings/tokens').address;

const ALL_FILLED = { userToken: 'filled', organizationSlug: 'filled', deployment: 'filled' } as const;

type Results = Readonly<Record<DetailName, FieldOutcome | FieldOutcome['result']>>;

function written(results: Results, editPressed: readonly DetailName[] = []): FillOutcome {
  const fields = Object.fromEntries(
    Object.entries(results).map(([name, result]) => [
      name,
      typeof result === 'string' ? ({ result } as FieldOutcome) : result,
    ]),
  ) as Record<DetailName, FieldOutcome>;
  return { kind: 'written', fields, editPressed };
}

/** The popup after a fill of held details, as the composition root leaves it. */
function after(outcome: FillOutcome): PopupCase {
  const verified = isVerified(outcome);
  return {
    facts: onPage(found(), verified ? {} : HELD),
    says: (t) => describeOutcome(outcome, t),
    activity: {
      statusTone: verified ? 'good' : 'bad',
      linked: verified ? readTab(TOKENS_PAGE).address : null,
    },
  };
}

function checked(outcome: CheckOutcome, url = TOKENS_PAGE, decided: AccountChoices = {}): PopupCase {
  const facts = onDagster(url, { tokens: [CI] });
  const region = readTab(url).address.region;
  const statusTone = outcome.kind === 'ok' ? 'good' : 'bad';
  return {
    facts,
    decided,
    says: (t) => describeCheck(outcome, region, t),
    activity: { checked: outcome, statusTone },
  };
}

const REACH = {
  organizationName: 'acme',
  deploymentName: 'prod',
  isBranchDeployment: false,
  fullDeployments: ['prod', 'staging', 'data-eng-prod'],
};

const LAPTOP_ROW = { description: 'Laptop', created: 'Apr 3, 2026' };
const HIDDEN_ROWS = [
  LAPTOP_ROW,
  { description: '', created: 'Feb 11, 2026' },
  LAPTOP_ROW,
  { description: '', created: '' },
];

/** On a Tokens page of the person's own that shows no token. */
const onTokensPage = (controls: PageReading['controls'], look: Partial<TokenLook>): Facts =>
  onDagster(
    TOKENS_PAGE,
    { controls },
    {
      tokenLook: {
        document: 'document',
        address: TOKENS_PAGE,
        look: 'look',
        creatable: false,
        rows: [],
        told: null,
        pointable: false,
        ...look,
      },
    },
  );

const NO_FORM: FormSearch = { kind: 'none' };
const UNREACHED: FormSearch = { kind: 'unreached', origins: ['https://frame.example'], page: HUB };
const CUSTOMER = 'https://portal.customer.example';

export const CASES = {
  // On a Dagster+ tab, without a token.
  'sign-in-host': {
    facts: onUnread('https://dagster.cloud/', noOrganization('https://dagster.cloud/')),
  },
  'api-host': {
    facts: onUnread('https://acme.agent.dagster.cloud/', noOrganization('https://acme.agent.dagster.cloud/')),
  },
  'unknown-region': {
    facts: onUnread(
      'https://acme.xx.dagster.cloud/prod',
      noOrganization('https://acme.xx.dagster.cloud/prod'),
    ),
  },
  'organization-page': {
    facts: onDagster(`${PROD}/overview`, { controls: ['organization-settings'] }),
  },
  'page-without-deployment': {
    facts: onDagster('https://acme.dagster.cloud/runs', { controls: ['organization-settings'] }),
  },
  'organization-settings': {
    facts: onDagster(`${PROD}/org-settings/deployments`, { controls: ['tokens-tab'] }),
  },
  'tokens-page-empty': {
    facts: onDagster(TOKENS_PAGE, { controls: ['create-user-token'] }),
  },
  'tokens-page-hidden-token': {
    facts: onDagster(TOKENS_PAGE, { controls: ['create-user-token', 'reveal-token', 'description'] }),
  },
  'tokens-page-creatable': {
    facts: onTokensPage(['create-user-token'], { creatable: true }),
  },
  'tokens-page-one-hidden': {
    facts: onTokensPage(['create-user-token', 'reveal-token'], { creatable: true, rows: [LAPTOP_ROW] }),
  },
  'tokens-page-several-hidden': {
    facts: onTokensPage(['create-user-token', 'reveal-token'], { creatable: true, rows: HIDDEN_ROWS }),
  },
  'tokens-page-row-chosen': {
    facts: onTokensPage(['create-user-token', 'reveal-token'], { creatable: true, rows: HIDDEN_ROWS }),
    choices: { hiddenRow: 'look/1' },
  },
  'token-pressing': {
    facts: onTokensPage(['create-user-token'], { creatable: true }),
    says: (t) => t('token_pressing'),
    activity: { busy: 'token' },
  },
  'token-created-only': {
    facts: onTokensPage(['create-user-token', 'reveal-token'], { rows: [LAPTOP_ROW], pointable: true }),
    says: (t) => t('token_created'),
    activity: { statusTone: 'bad' },
  },
  'token-tried': {
    facts: onTokensPage(['create-user-token'], { pointable: true }),
    says: (t) => t('token_tried'),
    activity: { statusTone: 'bad' },
  },
  'tokens-page-translated': { facts: onDagster(TOKENS_PAGE) },
  'agent-token': {
    facts: onDagster(TOKENS_PAGE, { refused: ['agent'], controls: ['create-user-token'] }),
  },
  'scim-token': { facts: onDagster(TOKENS_PAGE, { refused: ['scim'] }) },
  'cut-token': { facts: onDagster(TOKENS_PAGE, { refused: ['cut'], controls: ['reveal-token'] }) },
  'revoked-token': {
    facts: onDagster(TOKENS_PAGE, { refused: ['revoked'], controls: ['create-user-token'] }),
  },
  'old-token': { facts: onDagster(TOKENS_PAGE, { refused: ['old'], controls: ['create-user-token'] }) },
  'other-user': { facts: onDagster(TOKENS_PAGE, { otherUser: true }) },
  'no-token-but-held': { facts: onDagster(`${PROD}/overview`, {}, HELD) },
  'dagster-busy': { facts: onUnread(TOKENS_PAGE, { kind: 'busy', tabId: 1 }) },
  'reload-needed': { facts: onUnread(TOKENS_PAGE, UNREACHABLE) },
  'withheld-dagster-tab': { facts: onUnread(TOKENS_PAGE, UNREACHABLE, { dagsterAllowed: false }) },

  // On a Dagster+ tab, with a token.
  'one-token': { facts: onDagster(TOKENS_PAGE, { tokens: [CI], controls: ['description'] }) },
  'token-shown': { facts: onDagster(TOKENS_PAGE, { tokens: [CI] }), choices: { shownToken: TOKEN } },
  'not-armed': { facts: onDagster(TOKENS_PAGE, { tokens: [CI] }), activity: { armed: false } },
  'several-tokens': {
    facts: onDagster(TOKENS_PAGE, { tokens: [CI, LAPTOP, revealed(`user:${'c'.repeat(32)}`)] }),
  },
  'several-tokens-chosen': {
    facts: onDagster(TOKENS_PAGE, { tokens: [CI, LAPTOP] }),
    choices: { token: SECOND_TOKEN },
  },
  'unusual-token': {
    facts: onDagster(EU_TOKENS_PAGE, { tokens: [revealed(UNUSUAL_TOKEN, { unusual: true })] }),
  },
  'unusual-token-accepted': {
    facts: onDagster(TOKENS_PAGE, { tokens: [revealed(UNUSUAL_TOKEN, { unusual: true })] }),
    decided: { unusualTokenAccepted: true },
  },
  eu: { facts: onDagster(EU_TOKENS_PAGE, { tokens: [CI] }) },
  'eu-chosen': {
    facts: onDagster(EU_TOKENS_PAGE, { tokens: [CI] }),
    decided: { organizationSlug: 'acme.eu' },
  },
  'branch-deployment': {
    facts: onDagster(`https://acme.dagster.cloud/${BRANCH}/org-settings/tokens`, { tokens: [CI] }),
  },
  'unusual-deployment': {
    facts: onDagster('https://acme.dagster.cloud/my%20team/org-settings/tokens', { tokens: [CI] }),
  },
  'no-deployment': {
    facts: onDagster('https://acme.dagster.cloud/org-settings/tokens', { tokens: [CI] }),
  },
  'several-deployments': {
    facts: onDagster(
      TOKENS_PAGE,
      { tokens: [CI] },
      {
        openDeployments: [
          { base: 'https://acme.dagster.cloud', name: 'staging' },
          { base: 'https://globex.dagster.cloud', name: 'theirs' },
        ],
      },
    ),
  },
  'pasted-address': {
    facts: onDagster(TOKENS_PAGE, { tokens: [CI] }),
    decided: { deploymentText: 'https://acme.dagster.cloud/data-eng-prod/runs' },
  },
  'pasted-address-of-other-organization': {
    facts: onDagster(TOKENS_PAGE, { tokens: [CI] }),
    decided: { deploymentText: 'https://globex.dagster.cloud/prod' },
  },
  'pasted-address-without-deployment': {
    facts: onDagster(TOKENS_PAGE, { tokens: [CI] }),
    decided: { deploymentText: 'https://acme.dagster.cloud/' },
  },
  'deployment-is-no-name': {
    facts: onDagster(TOKENS_PAGE, { tokens: [CI] }),
    decided: { deploymentText: 'my deployment' },
  },
  'deployment-emptied': { facts: onDagster(TOKENS_PAGE, { tokens: [CI] }), decided: { deploymentText: '' } },
  'other-display-name': { facts: onDagster(TOKENS_PAGE, { tokens: [CI], organizationName: 'acmerockets' }) },
  'token-but-withheld': { facts: onDagster(TOKENS_PAGE, { tokens: [CI] }, { dagsterAllowed: false }) },
  'waiting-hub': { facts: onDagster(TOKENS_PAGE, { tokens: [CI] }, { search: waiting }) },
  'waiting-hub-without-token': {
    facts: onDagster(TOKENS_PAGE, { controls: ['reveal-token'] }, { search: waiting }),
  },
  'waiting-hubs-in-two-tabs': {
    facts: onDagster(
      TOKENS_PAGE,
      { tokens: [CI] },
      {
        search: {
          kind: 'several',
          found: [
            form({ waits: { tabId: 5, title: 'Accounts' } }),
            form({ waits: { tabId: 6, title: 'Connect your tools' } }),
          ],
        },
      },
    ),
  },

  // On another page.
  'nothing-known': { facts: onPage(NO_FORM) },
  'nothing-known-organization-open': {
    facts: onPage(NO_FORM, { openOrganization: readTab(`${PROD}/overview`).address }),
  },
  'browser-page': { facts: { ...onPage(NO_FORM), front: { kind: 'closed' }, search: null } },
  'browser-page-held': { facts: { ...onPage(NO_FORM, HELD), front: { kind: 'closed' }, search: null } },
  'withheld-page': { facts: onPage(found(), { dagsterAllowed: false }) },
  'form-but-nothing-known': { facts: onPage(found()) },
  'held-and-form': { facts: onPage(found(), HELD) },
  'live-and-form': { facts: onPage(found(), LIVE) },
  'held-and-no-form': { facts: onPage(NO_FORM, HELD) },
  'held-eu-and-form': { facts: onPage(found(), { held: heldFrom(EU_TOKENS_PAGE) }) },
  'several-tabs': {
    facts: onPage(found(), {
      tabs: [
        readTab(TOKENS_PAGE, { tokens: [CI] }, 1),
        readTab('https://globex.dagster.cloud/org-settings/tokens', { tokens: [LAPTOP] }, 2),
      ],
    }),
  },
  'several-tabs-chosen': {
    facts: onPage(found(), {
      tabs: [
        readTab(TOKENS_PAGE, { tokens: [CI] }, 1),
        readTab('https://globex.dagster.cloud/staging/org-settings/tokens', { tokens: [LAPTOP] }, 2),
      ],
    }),
    choices: { tabId: 2 },
  },
  'several-tabs-several-tokens': {
    facts: onPage(found(), {
      tabs: [
        readTab(TOKENS_PAGE, { tokens: [CI, LAPTOP] }, 1),
        readTab('https://globex.eu.dagster.cloud/staging/org-settings/tokens', { tokens: [LAPTOP] }, 2),
      ],
    }),
    choices: { tabId: 1 },
  },
  'several-containers': {
    facts: onPage(found(), {
      tabs: [
        readTab(TOKENS_PAGE, { tokens: [CI] }, 1),
        { ...readTab(TOKENS_PAGE, { tokens: [LAPTOP] }, 2), container: '2' },
      ],
    }),
  },
  'name-from-right-to-left': {
    facts: onPage(found({ connector: { kind: 'unknown', name: 'موصل البيانات' } }), HELD),
  },
  'unknown-connector': {
    facts: onPage(found({ connector: { kind: 'unknown', name: 'Orchestrator' } }), HELD),
  },
  'unknown-connector-unnamed': { facts: onPage(found({ connector: { kind: 'unknown', name: '' } }), HELD) },
  'other-connector': { facts: onPage({ kind: 'other-connector', name: 'Astronomer', origin: HUB }, HELD) },
  'connector-list': { facts: onPage({ kind: 'choosing', origin: HUB }, HELD) },
  'several-forms': { facts: onPage(TWO_FORMS, HELD) },
  'several-forms-chosen': { facts: onPage(TWO_FORMS, HELD), choices: { form: '9/0/look/1' } },
  'field-missing': { facts: onPage(found({ fields: { deployment: 'missing' } }), HELD) },
  'field-twice': { facts: onPage(found({ fields: { userToken: 'twice' } }), HELD) },
  'field-hidden': { facts: onPage(found({ fields: { organizationSlug: 'hidden' } }), HELD) },
  'field-locked': { facts: onPage(found({ fields: { userToken: 'locked' } }), HELD) },
  'edit-mode': { facts: onPage(found({ fields: { userToken: 'redacted', deployment: 'dropdown' } }), HELD) },
  'insecure-page': { facts: onPage({ kind: 'not-fillable', origin: 'http://intranet.example' }, HELD) },
  'sealed-frame-with-form': { facts: onPage({ kind: 'sealed-frame', holdsForm: true }, HELD) },
  'sealed-frame': { facts: onPage({ kind: 'sealed-frame', holdsForm: false }, HELD) },
  'translated-form': {
    facts: onPage(
      found({
        translated: {
          userToken: 'Jeton utilisateur',
          organizationSlug: 'Slug de l’organisation',
          deployment: 'Déploiement',
        },
      }),
      HELD,
    ),
  },
  'form-inside-page': { facts: onPage(found({ pages: [CUSTOMER] }), HELD) },
  'form-inside-confirmed-page': {
    facts: onPage(found({ pages: [CUSTOMER] }), { ...HELD, confirmed: [{ form: HUB, pages: [CUSTOMER] }] }),
  },
  'form-in-hidden-frame': { facts: onPage({ kind: 'hidden-frame', origin: HUB }, HELD) },
  'form-not-allowed': {
    facts: onPage(found(), { ...HELD, policy: readPolicy({ formOrigins: ['https://only.example'] }) }),
  },
  'organization-not-allowed': {
    facts: onPage(found(), { ...HELD, policy: readPolicy({ organizations: ['globex'] }) }),
  },
  'page-busy': { facts: onPage({ kind: 'busy', origin: HUB }, HELD) },
  'still-asking': { facts: onPage(found(), { ...HELD, asking: true }) },
  expired: { facts: onPage(found()), activity: { expired: true } },
  'frame-to-allow': { facts: onPage(UNREACHED, HELD) },
  'frame-refused': {
    facts: onPage(UNREACHED, HELD),
    choices: { refusedOrigins: ['https://frame.example'] },
    says: (t) => t('access_refused', 'https://frame.example'),
    activity: { statusTone: 'bad' },
  },
  'frame-but-nothing-known': { facts: onPage(UNREACHED) },
  'long-values': {
    facts: onPage(
      {
        kind: 'several',
        found: [
          form({ origin: `https://${LONG_SLUG}.customers.partner-portal.example`, label: 'x'.repeat(80) }),
          form({ origin: `https://${LONG_SLUG}.customers.partner-portal.example`, index: 1 }),
        ],
      },
      {
        tabs: [
          readTab(
            `https://${LONG_SLUG}.eu.dagster.cloud/data-engineering-production-europe-west-3/org-settings/tokens`,
            {
              tokens: [
                revealed(TOKEN, {
                  description:
                    'Token for the StackOne integration of the finance team, renewed by Alex every quarter',
                  created: 'Wednesday, September 30, 2026 at 11:59:59 PM GMT+13',
                }),
                LAPTOP,
              ],
            },
          ),
        ],
      },
    ),
    choices: { token: TOKEN, shownToken: TOKEN },
  },

  // With what the person pasted.
  'token-on-unread-page': { facts: onDagster(TOKENS_PAGE, { refused: ['cut'] }) },
  'paste-instead': { facts: onDagster(TOKENS_PAGE, { tokens: [CI] }), choices: { byHand: true } },
  'pasted-token-on-dagster': { facts: onDagster(TOKENS_PAGE, {}, pasted([SECOND_TOKEN])) },
  'pasted-token': { facts: onPage(found(), pasted([SECOND_TOKEN])) },
  'pasted-token-of-one-of-two': {
    facts: onPage(found(), { ...pasted([SECOND_TOKEN]), openOrganization: GLOBEX, ...HELD }),
  },
  'pasted-token-in-either-region': {
    facts: onPage(found(), {
      ...pasted([SECOND_TOKEN], readTab(EU_TOKENS_PAGE).address),
      openOrganization: ACME,
    }),
  },
  'pasted-two-tokens': { facts: onPage(found(), pasted([TOKEN, SECOND_TOKEN])) },
  'pasted-unusual-token': { facts: onPage(found(), pasted([UNUSUAL_TOKEN], ACME, { address: ACME })) },
  'pasted-token-and-address': { facts: onPage(found(), pasted([SECOND_TOKEN], ACME, { address: ACME })) },
  'pasted-token-shown': {
    facts: onPage(found(), pasted([SECOND_TOKEN], ACME, { address: ACME })),
    choices: { shownToken: SECOND_TOKEN },
  },
  'pasted-over-what-was-read': {
    facts: onPage(found(), { ...LIVE, ...pasted([SECOND_TOKEN], GLOBEX, { address: GLOBEX }) }),
  },
  'pasted-address-alone': { facts: onPage(found(), pasted([], ACME)) },
  'pasted-address-waits': { facts: onPage(found(), { ...LIVE, ...pasted([], GLOBEX) }) },
  'pasted-password': {
    facts: onPage(found(), HELD),
    choices: { byHand: true },
    says: (t) => t('pasted_no_token'),
    activity: { statusTone: 'bad' },
  },

  // While something goes on, and after it.
  'busy-filling': { facts: onPage(found(), HELD), activity: { busy: 'fill' } },
  'busy-checking': { facts: onDagster(TOKENS_PAGE, { tokens: [CI] }), activity: { busy: 'check' } },
  copied: {
    facts: onDagster(TOKENS_PAGE, { tokens: [CI] }),
    says: (t) => t('copied', 'User Token'),
    activity: { statusTone: 'good', tokenCopied: true },
  },
  'copy-failed': {
    facts: onDagster(TOKENS_PAGE, { tokens: [CI] }),
    says: (t) => t('copy_failed'),
    activity: { statusTone: 'bad' },
  },
  forgotten: { facts: onPage(found()), says: (t) => t('forgotten') },
  filled: after(written(ALL_FILLED)),
  'filled-after-edit': after(written({ ...ALL_FILLED, organizationSlug: 'kept' }, ['userToken'])),
  'filled-from-dagster-tab': {
    facts: onDagster(TOKENS_PAGE, { tokens: [CI] }, { held: null, search: waiting }),
    says: (t) => describeOutcome(written(ALL_FILLED), t),
    activity: {
      statusTone: 'good',
      linked: readTab(TOKENS_PAGE).address,
    },
  },
  'partly-filled': after(
    written({ ...ALL_FILLED, deployment: { result: 'refused', error: 'Use a name of your team.' } }),
  ),
  'no-option': after(
    written({ ...ALL_FILLED, deployment: { result: 'no-option', options: ['staging', 'production'] } }),
  ),
  'none-filled': after(
    written({
      userToken: { result: 'refused', error: '' },
      organizationSlug: { result: 'refused', error: '' },
      deployment: { result: 'refused', error: '' },
    }),
  ),
  'not-filled-form-gone': after({ kind: 'not-filled', reason: 'form-changed' }),
  'not-filled-other-origin': after({
    kind: 'not-filled',
    reason: 'other-origin',
    origin: 'https://elsewhere.example',
  }),
  'check-ok': checked({ kind: 'ok', ...REACH }),
  'check-ok-branch': checked(
    { kind: 'ok', ...REACH, deploymentName: 'fix-sensor', isBranchDeployment: true },
    `https://acme.dagster.cloud/${BRANCH}/org-settings/tokens`,
  ),
  'check-mismatch': checked({ kind: 'mismatch', ...REACH, deploymentName: 'staging' }),
  'check-unauthorized': checked({ kind: 'unauthorized' }),
  'check-unauthorized-eu': checked({ kind: 'unauthorized' }, EU_TOKENS_PAGE, { organizationSlug: 'acme' }),
  'check-forbidden': checked({ kind: 'forbidden' }),
  'check-redirected': checked({ kind: 'redirected' }),
  'check-graphql-errors': checked({
    kind: 'graphql-errors',
    message: 'Cannot query field "x" on type "Query".',
  }),
  'check-graphql-errors-unnamed': checked({ kind: 'graphql-errors', message: '' }),
  'check-rate-limited': checked({ kind: 'rate-limited' }),
  'check-server-error': checked({ kind: 'server-error', status: 503 }),
  'check-timeout': checked({ kind: 'timeout' }),
  'check-no-network': checked({ kind: 'no-network' }),
  'check-not-json': checked({ kind: 'not-json' }),
  'check-too-large': checked({ kind: 'too-large' }),
} satisfies Record<string, PopupCase>;

export type CaseName = keyof typeof CASES;

export const CASE_NAMES = Object.keys(CASES) as CaseName[];

const AT_REST: Activity = { ...AT_FIRST, armed: true, gathering: false };

/** The popup in this case, with what a test adds to it. */
export function stateOf(
  name: CaseName,
  added: Partial<PopupCase> = {},
  t: Translate = translate,
): PopupState {
  const { facts, choices = {}, decided, says, ...rest }: PopupCase = { ...CASES[name], ...added };
  const activity = { ...AT_REST, holds: facts.held, status: says?.(t) ?? '', ...rest.activity };
  const of = selectionOf(facts, choices, activity).token?.value ?? null;
  const made = decided ? { ...choices, account: { ...decided, of } } : choices;
  return popupState(facts, made, activity, t, clock);
}
