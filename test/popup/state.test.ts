import { describe, expect, test } from 'vitest';
import type { CheckOutcome } from '../../src/dagster/check';
import { describeCheck } from '../../src/popup/check-sentence';
import type { PopupState } from '../../src/popup/state';
import { plainText } from '../../src/words';
import { translate } from '../translate';
import { CASE_NAMES, CASES, type CaseName, SECOND_TOKEN, stateOf, TOKEN, UNUSUAL_TOKEN } from './states';

const fillOf = (state: PopupState) => state.destination?.fill;
const noticesOf = (name: CaseName) => stateOf(name).notices.map(({ text }) => plainText(text));
const currentStep = (name: CaseName) =>
  stateOf(name).steps.find(({ progress }) => progress === 'current')?.name;
const valuesOf = (card: PopupState['card']) => {
  const { userToken = null, organizationSlug = null, deployment = null } = card?.values ?? {};
  return { userToken, organizationSlug, deployment };
};
const choicesOf = ({ tabChoice, tokenChoice, card, destination }: PopupState) =>
  [tabChoice, tokenChoice, card?.slug.choice, destination?.formChoice].filter((choice) => choice != null);

describe('In every case', () => {
  test.each(CASE_NAMES)('%s: a Fill that cannot be pressed says why, one that can says where to', (name) => {
    const fill = stateOf(name).destination?.fill;
    if (fill) expect(fill.destination === null).toBe(fill.why !== null);
  });

  test.each(CASE_NAMES)('%s: nothing is chosen that the person did not choose', (name) => {
    for (const { chosen } of choicesOf(stateOf(name, { choices: {}, decided: {} })))
      expect(chosen).toBeNull();
  });

  test.each(CASE_NAMES)('%s: what would be filled is exactly what is shown', (name) => {
    const { destination, card } = stateOf(name);
    if (!destination?.fill?.destination) return;
    for (const value of Object.values(valuesOf(card))) expect(value).not.toBeNull();
    expect([card?.slug.text, card?.deployment?.text]).toEqual([
      card?.values.organizationSlug,
      card?.values.deployment,
    ]);
  });

  test.each(CASE_NAMES)('%s: no word on the screen is missing', (name) => {
    const words = JSON.stringify([stateOf(name).notices, stateOf(name).destination, stateOf(name).card]);
    expect(words).not.toMatch(/undefined|\$\d/);
  });
});

describe('On a Dagster+ page that belongs to no organization', () => {
  test.each(['sign-in-host', 'api-host', 'unknown-region'] as const)(
    '%s offers neither values nor a check',
    (name) => {
      const state = stateOf(name);
      expect(state).toMatchObject({ card: null, check: null, destination: null });
      expect(state.notices).toHaveLength(1);
    },
  );

  test('a host for signing in leads to Dagster+', () => {
    expect(noticesOf('sign-in-host')).toEqual(['No organization is open here. Sign in to Dagster+ first.']);
    expect(stateOf('sign-in-host').steps[0]).toMatchObject({ name: 'sign-in', open: 'dagster' });
  });

  test('an unknown region is named, and no way is pretended', () => {
    expect(noticesOf('unknown-region')[0]).toContain('“xx”');
    expect(stateOf('unknown-region').steps).toEqual([]);
  });
});

describe('On the way to a token', () => {
  test.each([
    ['organization-page', 'organization-settings'],
    ['page-without-deployment', 'organization-settings'],
    ['organization-settings', 'tokens-tab'],
    ['tokens-page-empty', 'create-user-token'],
    ['tokens-page-hidden-token', 'reveal-token'],
    ['tokens-page-translated', 'create-user-token'],
    ['cut-token', 'reveal-token'],
    ['one-token', 'linking-form'],
  ] as const)('%s: the step to take is %s', (name, step) => {
    expect(currentStep(name)).toBe(step);
  });

  test('the Tokens page can be opened from any page before it', () => {
    for (const name of ['organization-page', 'organization-settings'] as const)
      expect(stateOf(name).steps.filter(({ open }) => open === 'tokens-page')).toHaveLength(1);
    expect(stateOf('tokens-page-empty').steps.every(({ open }) => open === null)).toBe(true);
  });

  test('the control of the step can be shown where the page has it, and is not offered where it has not', () => {
    const shown = (name: CaseName) => stateOf(name).steps.flatMap(({ show }) => show ?? []);
    expect(shown('tokens-page-empty')).toEqual(['create-user-token']);
    expect(shown('tokens-page-hidden-token')).toEqual(['reveal-token']);
    expect(shown('tokens-page-translated')).toEqual([]);
    expect(shown('one-token')).toEqual(['description']);
  });

  test('organization and deployment are shown before there is a token', () => {
    const { card, stepsFirst } = stateOf('organization-page');
    expect(valuesOf(card)).toEqual({ userToken: null, organizationSlug: 'acme', deployment: 'prod' });
    expect(stepsFirst).toBe(true);
  });

  test('what is behind a person with a token is left out', () => {
    expect(stateOf('one-token').steps.map(({ name }) => name)).toEqual(['description', 'linking-form']);
  });

  test('the description to copy is offered once there is a token to name', () => {
    const offered = (name: CaseName) => stateOf(name).steps.some(({ copyDescription }) => copyDescription);
    expect([offered('one-token'), offered('tokens-page-empty')]).toEqual([true, false]);
  });

  test.each([
    ['agent-token', 'agent token'],
    ['scim-token', 'SCIM'],
    ['cut-token', 'masked or cut'],
    ['revoked-token', 'revoked'],
    ['old-token', 'old kind'],
    ['other-user', 'another user'],
    ['tokens-page-empty', 'No user token is revealed'],
  ] as const)('%s: says in one sentence why there is no token', (name, words) => {
    expect(noticesOf(name)).toEqual([expect.stringContaining(words)]);
    expect(stateOf(name).card?.values.userToken).toBeNull();
  });

  test('a tab that was open before the extension asks for a reload', () => {
    expect(noticesOf('reload-needed')).toEqual([expect.stringContaining('Reload the page')]);
    expect(stateOf('reload-needed')).toMatchObject({ card: null, steps: [], allowDagster: false });
  });

  test('where the browser withholds Dagster+, access is offered instead of a reload', () => {
    expect(stateOf('withheld-dagster-tab')).toMatchObject({ notices: [], allowDagster: true });
  });

  test('what is held is not offered on a Dagster+ tab, but can be forgotten there', () => {
    const state = stateOf('no-token-but-held');
    expect(state.held).toBe('Held in memory until 14:32');
    expect(state.card?.values.userToken).toBeNull();
  });
});

describe('On a Tokens page of one’s own', () => {
  const buttons = (name: CaseName) => stateOf(name).tokenButtons;

  test('a token can be created and revealed', () => {
    expect(buttons('tokens-page-creatable')).toEqual({ create: true, reveal: null });
  });

  test('the only hidden token is named beside its button', () => {
    const { choice, what, why } = buttons('tokens-page-one-hidden')?.reveal ?? {};
    expect([choice, plainText(what ?? ''), why]).toEqual([null, 'Laptop · Apr 3, 2026', null]);
  });

  test('of several hidden tokens none is revealed before one is chosen, and each is named by what tells it apart', () => {
    const { choice, why } = buttons('tokens-page-several-hidden')?.reveal ?? {};
    expect([choice?.legend, choice?.chosen, why]).toEqual(['Which token?', null, 'Choose the token first.']);
    expect(choice?.options.map(({ label, detail }) => [plainText(label), detail])).toEqual([
      ['Laptop · Apr 3, 2026', '#1'],
      ['Feb 11, 2026', undefined],
      ['Laptop · Apr 3, 2026', '#3'],
      ['Token 4', undefined],
    ]);
    expect(buttons('tokens-page-row-chosen')?.reveal).toMatchObject({ why: null });
  });

  test('nothing is offered where nothing could be pressed, where a token is shown, and when the time is over', () => {
    const offered = (['tokens-page-empty', 'other-user', 'one-token', 'token-tried'] as const).map(buttons);
    expect(offered).toEqual([null, null, null, null]);
    const expired = stateOf('tokens-page-creatable', { activity: { expired: true } });
    expect(expired.tokenButtons).toBeNull();
  });

  test('the control of the last press is what is shown', () => {
    const shown = stateOf('token-created-only').steps.flatMap(({ show }) => show ?? []);
    expect(shown).toEqual(['pressed']);
  });
});

describe('With a token', () => {
  test('one token is masked until it is asked for', () => {
    expect(stateOf('one-token').card?.token).toMatchObject({
      text: 'user:••••4bd6',
      known: true,
      shown: false,
    });
    expect(stateOf('token-shown').card?.token).toMatchObject({ text: TOKEN, shown: true });
  });

  test('of several tokens none is taken before one is chosen, and each is named by its row', () => {
    const { card, tokenChoice } = stateOf('several-tokens');
    expect(card?.token).toMatchObject({ text: 'Choose one above', known: false, unusual: false });
    expect(tokenChoice?.legend).toBe('Which token?');
    const words = tokenChoice?.options.map(({ label, detail }) =>
      [label, detail].map((text) => text && plainText(text)),
    );
    expect(words).toEqual([
      ['StackOne integration', 'Nov 21, 2026 · user:••••4bd6'],
      ['Local CLI', 'Apr 3, 2026 · user:••••c857'],
      ['user:••••cccc', undefined],
    ]);
    expect(stateOf('several-tokens-chosen').card?.values.userToken).toBe(SECOND_TOKEN);
  });

  test('an unusual token is taken only after it was confirmed', () => {
    expect(stateOf('unusual-token').card).toMatchObject({
      values: { userToken: null },
      token: { unusual: true, known: false },
    });
    expect(stateOf('unusual-token-accepted').card?.values.userToken).toBe(UNUSUAL_TOKEN);
  });

  test('an organization in the EU has two slugs and a notice, and none is taken before one is chosen', () => {
    const { card } = stateOf('eu');
    expect(card?.slug.choice).toMatchObject({ legend: 'Which organization slug?', chosen: null });
    expect(card?.slug.choice?.options.map(({ label }) => label)).toEqual(['acme', 'acme.eu']);
    expect(card?.values.organizationSlug).toBeNull();
    expect(stateOf('eu-chosen').card?.values.organizationSlug).toBe('acme.eu');
  });

  test('an organization in the US has no slug to choose', () => {
    expect(stateOf('one-token').card).toMatchObject({ region: 'US', slug: { text: 'acme', choice: null } });
  });

  test('a branch deployment is prefilled with a warning', () => {
    const { card } = stateOf('branch-deployment');
    expect(card?.deployment?.warning).toContain('branch');
    expect(card?.deployment?.options).toContain('prod');
    expect(card?.values.deployment).toBe(card?.deployment?.text);
  });

  test('a deployment of an unusual name is prefilled and marked', () => {
    const { card } = stateOf('unusual-deployment');
    expect(card?.deployment).toMatchObject({
      text: 'my team',
      warning: expect.stringContaining('no usual name'),
    });
    expect(card?.values.deployment).toBe('my team');
  });

  test('where the address names no deployment, the field is empty with "prod" among the choices', () => {
    const { card } = stateOf('no-deployment');
    expect(card?.deployment).toMatchObject({ text: '', options: ['prod'] });
    expect(card?.values.deployment).toBeNull();
    expect(stateOf('no-deployment').check).toEqual({ why: 'Still missing: Deployment.' });
  });

  test('deployments of other open tabs are offered, those of other organizations are not', () => {
    expect(stateOf('several-deployments').card?.deployment?.options).toEqual(['prod', 'staging']);
  });

  test('a pasted address gives the deployment, and the popup says which', () => {
    const { card } = stateOf('pasted-address');
    expect(card?.values.deployment).toBe('data-eng-prod');
    expect(plainText(card?.deployment?.note ?? '')).toBe('From this address, “data-eng-prod” is used.');
  });

  test.each([
    ['pasted-address-of-other-organization', 'globex'],
    ['pasted-address-without-deployment', 'names no deployment'],
    ['deployment-is-no-name', 'cannot be a deployment'],
  ] as const)('%s: nothing can be filled, and the field says why', (name, words) => {
    const { card } = stateOf(name);
    expect(card?.values.deployment).toBeNull();
    expect(card?.deployment?.warning).toContain(words);
  });

  test('an emptied field asks for a deployment', () => {
    expect(stateOf('deployment-emptied').card?.deployment?.note).toContain('Choose or write a deployment');
  });

  test("the organization's display name is told from its slug", () => {
    expect(stateOf('other-display-name').card?.slug.note).toContain('“acme”');
    expect(stateOf('one-token').card?.slug.note).toBeNull();
  });

  test('a check needs access to Dagster+', () => {
    expect(stateOf('token-but-withheld').check).toEqual({ why: 'To check, first allow access to Dagster+.' });
  });

  test('a linking form that waits in another tab is offered, and its tab comes to the front', () => {
    const state = stateOf('waiting-hub');
    expect(fillOf(state)?.destination?.tab).toMatchObject({ tabId: 5, inFront: false });
    expect(state.steps.at(-1)?.text).toBe('step_fill');
  });

  test('without a waiting form there is no word about forms on a Dagster+ tab', () => {
    expect(stateOf('one-token').destination).toBeNull();
  });

  test('a waiting form cannot be filled before there is a token', () => {
    expect(fillOf(stateOf('waiting-hub-without-token'))?.why).toBe('Still missing: User Token.');
  });

  test('of forms that wait in two tabs none is filled before one is chosen by the title and address of its tab', () => {
    const { formChoice, fill } = stateOf('waiting-hubs-in-two-tabs').destination ?? {};
    expect(formChoice).toMatchObject({ legend: 'Which form?', chosen: null });
    expect(formChoice?.options.map(({ label }) => plainText(label))).toEqual([
      'Accounts · https://app.stackone.com/embedded',
      'Connect your tools · https://app.stackone.com/embedded',
    ]);
    expect(fill?.why).toBe('Choose the form first.');
  });

  test('a page that is too busy to answer is said to be, and offers nothing', () => {
    expect(noticesOf('dagster-busy')).toEqual([expect.stringContaining('busy')]);
    expect(stateOf('dagster-busy')).toMatchObject({ card: null, steps: [] });
  });
});

describe('On another page', () => {
  test('with nothing known, it says so and shows the way, and offers no form', () => {
    const state = stateOf('nothing-known');
    expect(noticesOf('nothing-known')).toEqual(['This is not a Dagster+ page.']);
    expect(state).toMatchObject({ card: null, destination: null, held: null });
    expect(currentStep('nothing-known')).toBe('sign-in');
    expect(currentStep('nothing-known-organization-open')).toBe('organization-settings');
  });

  test('the page and its origin are named with the Dagster form', () => {
    expect(stateOf('held-and-form').destination?.heading).toBe('Dagster form on https://app.stackone.com');
    expect(fillOf(stateOf('held-and-form'))).toMatchObject({ kind: 'fill', why: null });
  });

  test('a form in a page of another origin is named with both, and has a press of its own until that is agreed to', () => {
    const heading =
      'Dagster form on https://app.stackone.com, inside a page of https://portal.customer.example';
    expect(stateOf('form-inside-page').destination).toMatchObject({ heading, fill: { kind: 'inside' } });
    expect(stateOf('form-inside-confirmed-page').destination).toMatchObject({
      heading,
      fill: { kind: 'fill' },
    });
  });

  test('a form with labels in another language says what would go where, and has a press of its own', () => {
    expect(stateOf('translated-form').destination).toMatchObject({
      mapping: [
        { value: 'User Token', field: 'Jeton utilisateur' },
        { value: 'Organization slug', field: 'Slug de l’organisation' },
        { value: 'Deployment', field: 'Déploiement' },
      ],
      fill: { kind: 'translated', why: null },
    });
  });

  test('while tabs have not answered, nothing can be filled that they might change', () => {
    expect(fillOf(stateOf('still-asking'))?.why).toBe('Looking at your Dagster+ tabs…');
  });

  test('when the time is over nothing that was read is shown or can be filled, and the popup leads on', () => {
    const state = stateOf('expired');
    expect(noticesOf('expired')[0]).toMatch(/^\d+ minutes are over.*Press the toolbar button again/);
    expect(state).toMatchObject({
      card: null,
      held: null,
      steps: [],
      destination: { fill: { destination: null } },
    });
  });

  test('with details at hand, the way there is left out', () => {
    expect(stateOf('held-and-form').steps).toEqual([]);
    expect(stateOf('form-but-nothing-known').steps).not.toEqual([]);
  });

  test('what an open tab shows is told from what is held', () => {
    expect(stateOf('live-and-form').card?.source).toBe('From acme.dagster.cloud');
    expect(stateOf('held-and-form').card?.source).toBe('Read from acme.dagster.cloud');
  });

  test('of several Dagster+ tabs none is taken before one is chosen', () => {
    const { tabChoice, card } = stateOf('several-tabs');
    expect(tabChoice?.legend).toBe('Which Dagster+ tab?');
    expect(tabChoice?.options.map(({ label }) => label)).toEqual(['acme / prod', 'globex / no deployment']);
    expect(card).toBeNull();
    expect(fillOf(stateOf('several-tabs'))?.why).toBe('Choose the Dagster+ tab first.');
    expect(stateOf('several-containers').tabChoice?.options.map(({ detail }) => detail)).toEqual([
      undefined,
      'container 2',
    ]);
    expect(stateOf('several-tabs-chosen').card?.values).toMatchObject({
      organizationSlug: 'globex',
      deployment: 'staging',
      userToken: SECOND_TOKEN,
    });
  });

  test('the tokens of a chosen tab are still to be chosen from', () => {
    expect(stateOf('several-tabs-several-tokens')).toMatchObject({
      card: { values: { userToken: null } },
      tokenChoice: { chosen: null },
    });
  });

  test('the form of an unknown connector is filled by another press only', () => {
    const { destination } = stateOf('unknown-connector');
    expect(destination?.fill).toMatchObject({ kind: 'anyway', why: null });
    expect(plainText(destination?.note ?? '')).toContain('“Orchestrator”');
  });

  test.each([
    ['other-connector', 'This is the form for Astronomer'],
    ['connector-list', 'StackOne Hub on https://app.stackone.com'],
    ['insecure-page', 'Linking form on http://intranet.example'],
    ['form-in-hidden-frame', 'Linking form on https://app.stackone.com'],
    ['page-busy', 'https://app.stackone.com does not answer'],
    ['sealed-frame-with-form', translate('form_in_frame')],
    ['sealed-frame', 'No linking form on this page'],
    ['held-and-no-form', 'No linking form on this page'],
    ['frame-to-allow', 'No linking form on this page'],
  ] as const)('%s: there is nothing to fill, and what stands in the way is said', (name, heading) => {
    const { destination } = stateOf(name);
    expect(destination?.fill).toBeNull();
    expect(plainText(destination?.heading ?? '')).toBe(heading);
    expect(destination?.note).toBeTruthy();
  });

  test('of two forms none is filled before one is chosen', () => {
    const state = stateOf('several-forms');
    expect(state.destination?.formChoice).toMatchObject({ legend: 'Which form?', chosen: null });
    expect(fillOf(state)?.why).toBe('Choose the form first.');
    expect(fillOf(stateOf('several-forms-chosen'))?.destination?.form.index).toBe(1);
  });

  test.each([
    ['field-missing', 'The form has no field “Deployment”.'],
    ['field-twice', 'The form has the field “User Token” more than once.'],
    ['field-hidden', 'The field “Organization slug” cannot be seen.'],
    ['field-locked', 'The field “User Token” cannot be changed.'],
  ] as const)('%s: the form is not filled, and the field is named', (name, why) => {
    expect(fillOf(stateOf(name))).toMatchObject({ destination: null, why });
  });

  test('a stored secret and a dropdown do not stand in the way', () => {
    expect(fillOf(stateOf('edit-mode'))?.why).toBeNull();
  });

  test('a frame is asked for by its exact origin, once', () => {
    expect(stateOf('frame-to-allow').destination?.allow).toEqual(['https://frame.example']);
    expect(stateOf('frame-refused').destination).toMatchObject({ allow: [] });
    expect(stateOf('frame-refused').destination?.note).toContain('https://frame.example');
  });

  test('access to a frame is of no use before there are details to fill', () => {
    const name = 'frame-but-nothing-known';
    const withValues = stateOf('frame-to-allow', { decided: { deploymentText: '' } });
    expect(stateOf(name).destination?.allowWhy).toContain('User Token');
    expect(withValues.destination?.allowWhy).toBe('Still missing: Deployment.');
    expect(stateOf('frame-to-allow').destination?.allowWhy).toBeNull();
  });
});

describe('After a fill', () => {
  test('of all three values, nothing is held, the next steps are said, and there is nothing to fill', () => {
    const state = stateOf('filled');
    expect(state).toMatchObject({ held: null, card: null, revocation: true, steps: [] });
    expect(state.status).toBe('Filled User Token, Organization slug and Deployment.');
    expect(state.destination).toMatchObject({ fill: null, heading: expect.stringContaining('stackone.com') });
  });

  test('of some of them, the details stay at hand and the way to take access away is not offered', () => {
    const state = stateOf('partly-filled');
    expect(state).toMatchObject({ revocation: false, held: 'Held in memory until 14:32' });
    expect(fillOf(state)?.why).toBeNull();
  });

  test('from the Dagster+ tab, the values are still shown', () => {
    expect(stateOf('filled-from-dagster-tab')).toMatchObject({ revocation: true, held: null });
    expect(stateOf('filled-from-dagster-tab').card).not.toBeNull();
    expect(stateOf('filled-from-dagster-tab').steps).toEqual([]);
  });
});

describe('A check', () => {
  const REACH = {
    organizationName: 'acme',
    deploymentName: 'prod',
    isBranchDeployment: false,
    fullDeployments: [],
  };
  const OUTCOMES: readonly [CheckOutcome, string][] = [
    [{ kind: 'ok', ...REACH }, 'accepts this token for acme / prod.'],
    [{ kind: 'ok', ...REACH, isBranchDeployment: true }, 'branch deployment'],
    [{ kind: 'mismatch', ...REACH, deploymentName: 'staging' }, 'but for acme / staging'],
    [{ kind: 'unauthorized' }, 'create a new one'],
    [{ kind: 'forbidden' }, 'Choose another deployment'],
    [{ kind: 'redirected' }, 'Choose another deployment'],
    [{ kind: 'graphql-errors', message: 'No such field' }, '“No such field”'],
    [{ kind: 'graphql-errors', message: '' }, 'answered with an error.'],
    [{ kind: 'rate-limited' }, 'Try again in a minute'],
    [{ kind: 'server-error', status: 503 }, '(status 503)'],
    [{ kind: 'timeout' }, '10 seconds'],
    [{ kind: 'no-network' }, 'Check your network'],
    [{ kind: 'not-json' }, 'sign-in page'],
    [{ kind: 'too-large' }, 'not read'],
  ];

  test.each(OUTCOMES)('that ends in %o says "%s"', (outcome, words) => {
    expect(describeCheck(outcome, 'us', translate)).toContain(words);
  });

  test('has a sentence of its own for each outcome', () => {
    const sentences = OUTCOMES.map(([outcome]) => describeCheck(outcome, 'us', translate));
    expect(new Set(sentences).size).toBe(OUTCOMES.length);
  });

  test('that is refused points to the region in the EU, and only there', () => {
    const [eu, us] = (['eu', 'us'] as const).map((region) =>
      describeCheck({ kind: 'unauthorized' }, region, translate),
    );
    expect(eu).toContain('region');
    expect(us).not.toContain('region');
  });

  test('that was cancelled says nothing', () => {
    expect(describeCheck({ kind: 'cancelled' }, 'us', translate)).toBe('');
  });

  test('that succeeded offers the full deployments', () => {
    expect(stateOf('check-ok').card?.deployment?.options).toEqual(['prod', 'staging', 'data-eng-prod']);
  });

  test('is offered with token and deployment, whatever slug the form will get', () => {
    expect(stateOf('one-token').check).toEqual({ why: null });
    expect(stateOf('eu').check).toEqual({ why: null });
    expect(stateOf('several-tokens').check).toEqual({ why: 'Still missing: User Token.' });
  });
});

test('The names of the cases say what each is, once', () => {
  expect(new Set(Object.values(CASES)).size).toBe(CASE_NAMES.length);
});

describe('By hand', () => {
  const byHandOf = (name: CaseName) => stateOf(name).byHand;
  const questionsOf = (name: CaseName) =>
    stateOf(name).card?.whose?.questions.map(({ text, yes }) => [text, yes]);

  test.each([
    'sign-in-host',
    'unknown-region',
    'organization-page',
    'tokens-page-empty',
    'agent-token',
    'other-user',
    'dagster-busy',
    'reload-needed',
    'nothing-known',
    'browser-page',
    'form-but-nothing-known',
    'forgotten',
    'pasted-address-alone',
    'pasted-token',
    'pasted-token-on-dagster',
    'pasted-address-waits',
  ] as const)('%s: without a token, or without its organization, the fields are there', (name) => {
    expect(byHandOf(name)).toMatchObject({ open: true, link: false });
  });

  test.each([
    'one-token',
    'several-tokens',
    'several-tabs',
    'unusual-token',
    'held-and-form',
    'filled',
    'pasted-token-and-address',
    'pasted-two-tokens',
  ] as const)('%s: with a token, and after a fill, they are behind a link', (name) => {
    expect(byHandOf(name)).toMatchObject({ open: false, link: true, hint: null });
    expect(stateOf(name, { choices: { byHand: true } }).byHand).toMatchObject({ open: true, link: true });
  });

  test.each(['expired'] as const)('%s: nothing can be given any more', (name) => {
    expect(byHandOf(name)).toBeNull();
  });

  test('nothing comes and goes while tabs are still asked for tokens', () => {
    const { facts } = CASES['form-but-nothing-known'];
    expect(stateOf('form-but-nothing-known', { facts: { ...facts, asking: true } }).byHand).toBeNull();
  });

  test.each([
    ['tokens-page-empty', true],
    ['tokens-page-translated', true],
    ['organization-page', true],
    ['dagster-busy', true],
    ['reload-needed', true],
    ['token-on-unread-page', true],
    // There nothing can be had by pasting what is on the screen.
    ['agent-token', false],
    ['revoked-token', false],
    ['other-user', false],
    ['sign-in-host', false],
    ['nothing-known', false],
    ['pasted-token-on-dagster', false],
  ] as const)(
    '%s: that the page may show a token, though it is not recognized, is said: %s',
    (name, said) => {
      const hint = 'Is it on the screen? Click it to copy, then paste it here.';
      expect(byHandOf(name)?.hint).toBe(said ? hint : null);
    },
  );

  test.each(['pasted-token', 'pasted-token-and-address', 'pasted-address-alone'] as const)(
    '%s: what was pasted is shown as such',
    (name) => {
      expect(stateOf(name).card?.source).toBe('Pasted by you');
    },
  );

  test('of several pasted tokens one is to be chosen, and they are told apart by their ends', () => {
    expect(stateOf('pasted-two-tokens')).toMatchObject({
      card: null,
      tokenChoice: {
        legend: 'Which token?',
        note: 'Pasted by you',
        options: [{ label: 'user:••••4bd6' }, { label: 'user:••••c857' }],
        chosen: null,
      },
    });
    const { tokenChoice } = stateOf('pasted-two-tokens', { choices: { token: SECOND_TOKEN } });
    expect(tokenChoice?.chosen).toBe(SECOND_TOKEN);
  });

  test.each([
    ['pasted-token', []],
    ['pasted-token-on-dagster', [['Is this a token of acme?', 'Yes, use it for acme']]],
    [
      'pasted-token-of-one-of-two',
      [
        ['Is this a token of globex?', 'Yes, use it for globex'],
        ['Is this a token of acme?', 'Yes, use it for acme'],
      ],
    ],
    [
      'pasted-token-in-either-region',
      [
        ['Is this a token of acme.eu.dagster.cloud?', 'Yes, use it for acme.eu.dagster.cloud'],
        ['Is this a token of acme.dagster.cloud?', 'Yes, use it for acme.dagster.cloud'],
      ],
    ],
  ] as const)(
    '%s: before a pasted token is joined with an organization at hand, each is asked for',
    (name, questions) => {
      expect(questionsOf(name)).toEqual(questions);
      expect(valuesOf(stateOf(name).card)).toEqual({
        userToken: SECOND_TOKEN,
        organizationSlug: null,
        deployment: null,
      });
      expect(stateOf(name).card?.deployment).toBeNull();
      expect(stateOf(name).check).toBeNull();
    },
  );

  test('until it is said, nothing can be filled, and the token can be copied', () => {
    expect(fillOf(stateOf('pasted-token'))?.why).toBe('Still missing: Organization slug and Deployment.');
    expect(stateOf('pasted-token').card?.token).toMatchObject({ known: true, text: 'user:••••c857' });
  });

  test('a token with its address is as good as one that was read', () => {
    const state = stateOf('pasted-token-and-address');
    expect(valuesOf(state.card)).toEqual({
      userToken: SECOND_TOKEN,
      organizationSlug: 'acme',
      deployment: 'prod',
    });
    expect(fillOf(state)?.why).toBeNull();
    expect(state).toMatchObject({
      check: { why: null },
      card: { whose: null },
      held: 'Held in memory until 14:32',
    });
  });

  test('from what was pasted the person can go back to what was read, where there is that', () => {
    const goesBack = (name: CaseName) => byHandOf(name)?.takeBack;
    expect(goesBack('pasted-over-what-was-read')).toBe(true);
    expect(goesBack('pasted-token-of-one-of-two')).toBe(true);
    expect(goesBack('pasted-token-and-address')).toBe(false);
    expect(goesBack('held-and-form')).toBe(false);
  });

  test('an address that waits for its token is named, while what was read is offered', () => {
    expect(noticesOf('pasted-address-waits')).toEqual([
      'You pasted the address of globex. To link globex, paste its User Token too.',
    ]);
    expect(valuesOf(stateOf('pasted-address-waits').card)).toMatchObject({ organizationSlug: 'acme' });
  });

  test('with a pasted token the way goes on to the form, whatever the page says', () => {
    expect(currentStep('pasted-token-on-dagster')).toBe('linking-form');
    expect(noticesOf('pasted-token-on-dagster')).toEqual([]);
    expect(stateOf('pasted-token').steps).toEqual([]);
    expect(currentStep('pasted-address-alone')).toBe('sign-in');
  });
});
