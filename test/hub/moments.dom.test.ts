/** The Hub at different moments: before a connector is chosen, rebuilt, gone, refused. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FillRequest } from '../../src/hub/report';
import { type HubChoice, type MountedHub, mountHub, pressConnect } from '../sites/hub-in-page';
import { HUB_COMPONENTS, HUB_VERSIONS } from '../sites/hub-releases';
import { DETAILS } from './cases';
import { fillAsShown, look, lookAndFill, requestFor } from './look-and-fill';
import { plainForm } from './plain-form';

const WRITTEN = {
  kind: 'written',
  fields: {
    userToken: { result: 'filled' },
    organizationSlug: { result: 'filled' },
    deployment: { result: 'filled' },
  },
  editPressed: [],
};
const FORM_CHANGED = { kind: 'not-filled', reason: 'form-changed' };
const SENT = { user_token: DETAILS.userToken, organization: 'acme', deployment: 'prod' };

/** The releases take turns; that each works as both is for `fill-real-hub.dom.test.ts`. */
const releases = HUB_VERSIONS.map((version, turn) => ({
  version,
  component: HUB_COMPONENTS[(turn + 1) % HUB_COMPONENTS.length] ?? 'react',
}));

describe.each(releases)('Hub $version as $component', (release) => {
  const hubs: MountedHub[] = [];
  const show = async (choice: Omit<HubChoice, 'version' | 'component'>) => {
    const hub = await mountHub({ ...release, ...choice });
    hubs.push(hub);
    return hub;
  };
  afterEach(() => {
    for (const hub of hubs.splice(0)) hub.unmount();
    document.body.replaceChildren();
  });

  test('with its list of connectors open says that none is chosen', async () => {
    await show({ scenario: 'list' });
    expect(look()).toMatchObject({ choosing: true, forms: [] });
    expect(await lookAndFill()).toEqual({ kind: 'not-filled', reason: 'connector-not-chosen' });
  });

  test('is found when Dagster is chosen from the list, and filled', async () => {
    const hub = await show({ scenario: 'list' });
    const dagster = Array.from(hub.root.querySelectorAll('button')).find((button) =>
      button.textContent?.startsWith('Dagster'),
    );
    dagster?.click();
    await expect.poll(() => look().forms[0]?.fields.deployment).toBe('ready');
    expect(look()).toMatchObject({ choosing: false });
    expect(await lookAndFill()).toEqual(WRITTEN);
    await pressConnect(hub);
    expect(hub.api.accounts.at(-1)?.credentials).toEqual(SENT);
  });

  test('is named when another connector is chosen from the list', async () => {
    const hub = await show({ scenario: 'list' });
    const astronomer = Array.from(hub.root.querySelectorAll('button')).find((button) =>
      button.textContent?.startsWith('Astronomer'),
    );
    astronomer?.click();
    await expect.poll(() => look().forms[0]?.connector).toEqual({ kind: 'other', name: 'Astronomer' });
  });

  test('is filled again after a refused Connect has emptied the form', async () => {
    const hub = await show({ scenario: 'dagster' });
    await lookAndFill();
    hub.api.refuseNextConnect('Dagster+ answered 401');
    await pressConnect(hub);
    expect(hub.api.accounts).toEqual([]);
    expect(await lookAndFill()).toEqual(WRITTEN);
    await pressConnect(hub);
    expect(hub.api.accounts.map(({ credentials }) => credentials)).toEqual([SENT]);
  });

  test('is gone when the press comes', async () => {
    const hub = await show({ scenario: 'dagster' });
    const request = requestFor(look());
    hubs.splice(0);
    hub.unmount();
    expect(await fillAsShown(request)).toEqual({ kind: 'not-filled', reason: 'no-form' });
  });

  test('is not filled in place of another one that was shown', async () => {
    const before = await show({ scenario: 'dagster' });
    const request = requestFor(look());
    hubs.splice(0);
    before.unmount();
    await show({ scenario: 'other-order' });
    expect(await fillAsShown(request)).toEqual(FORM_CHANGED);
  });

  test('keeps what it holds already', async () => {
    await show({ scenario: 'dagster' });
    await lookAndFill();
    expect(await lookAndFill()).toEqual({
      ...WRITTEN,
      fields: {
        userToken: { result: 'kept' },
        organizationSlug: { result: 'kept' },
        deployment: { result: 'kept' },
      },
    });
  });

  test('refuses a value in its own words, and the others are said to be filled', async () => {
    const hub = await show({ scenario: 'validated' });
    const details = { ...DETAILS, organizationSlug: 'acme.eu' };
    expect(await lookAndFill({ details })).toEqual({
      ...WRITTEN,
      fields: {
        ...WRITTEN.fields,
        organizationSlug: { result: 'refused', error: 'Letters, digits and hyphens only' },
      },
    });
    expect(await lookAndFill()).toMatchObject({
      fields: { organizationSlug: { result: 'filled' } },
    });
    await pressConnect(hub);
    expect(hub.api.accounts).toHaveLength(1);
  });

  test('names the options of a dropdown that has not got the deployment, and closes it', async () => {
    const hub = await show({ scenario: 'deployment-select-without-prod' });
    expect(await lookAndFill()).toMatchObject({
      fields: { deployment: { result: 'no-option', options: ['staging', 'dev'] } },
    });
    await expect.poll(() => document.querySelectorAll('[data-dropdown-option]').length).toBe(0);
    expect(hub.root.querySelector('form')?.textContent).not.toContain('staging');
  });

  test('keeps the chosen option of a dropdown and closes it', async () => {
    await show({ scenario: 'deployment-select' });
    await lookAndFill();
    const again = await lookAndFill();
    expect(again).toMatchObject({ kind: 'written' });
    expect(again.kind === 'written' && again.fields.deployment.result).toMatch(/^(kept|filled)$/);
    await expect.poll(() => document.querySelectorAll('[data-dropdown-option]').length).toBe(0);
  });

  test('of an unknown connector is filled after a further press only', async () => {
    const hub = await show({ scenario: 'unknown' });
    expect(await lookAndFill()).toMatchObject({
      reason: 'unknown-connector',
      name: 'Pipelines',
    });
    expect(await lookAndFill({ allowUnknownConnector: true })).toEqual(WRITTEN);
    await pressConnect(hub);
    expect(hub.api.accounts).toHaveLength(1);
  });

  test('without any name of its connector is unknown', async () => {
    await show({ scenario: 'unknown-without-name' });
    expect(look().forms[0]?.connector.kind).toBe('unknown');
    expect(await lookAndFill()).toMatchObject({ kind: 'not-filled' });
  });

  test('of another connector is left alone even when the further press is claimed', async () => {
    await show({ scenario: 'astronomer' });
    expect(await lookAndFill({ allowUnknownConnector: true })).toEqual({
      kind: 'not-filled',
      reason: 'other-connector',
      name: 'Astronomer',
    });
  });

  test("with Prefect's form, which has a User Token too, is no linking form", async () => {
    await show({ scenario: 'prefect' });
    expect(look().forms).toEqual([]);
    expect(await lookAndFill()).toEqual({ kind: 'not-filled', reason: 'no-form' });
  });

  test('in the dark theme is filled', async () => {
    const hub = await show({ scenario: 'dagster', theme: 'dark' });
    expect(await lookAndFill()).toEqual(WRITTEN);
    await pressConnect(hub);
    expect(hub.api.accounts[0]?.credentials).toEqual(SENT);
  });

  test('deep in shadow roots of the page is filled', async () => {
    let parent: ParentNode & Node = document.body;
    for (let depth = 0; depth < 4; depth++) {
      const host = document.createElement('section');
      parent.append(host);
      parent = host.attachShadow({ mode: 'open' });
    }
    const hub = await show({ scenario: 'dagster', parent });
    expect(await lookAndFill()).toEqual(WRITTEN);
    await pressConnect(hub);
    expect(hub.api.accounts[0]?.credentials).toEqual(SENT);
  });

  test('beside inputs of the page with similar names is filled, and the others are not', async () => {
    document.body.innerHTML = `<h1>Dagster</h1><form><label>Token <input></label><label>Deployment <input></label></form>
      <label>User Token <input></label>`;
    const own = Array.from(document.querySelectorAll('input'));
    await show({ scenario: 'dagster' });
    expect(look().forms).toHaveLength(1);
    expect(await lookAndFill()).toEqual(WRITTEN);
    expect(own.map(({ value }) => value)).toEqual(['', '', '']);
  });

  test('beside a Hub of another connector is the only one filled', async () => {
    const other = await show({ scenario: 'astronomer' });
    const hub = await show({ scenario: 'dagster' });
    expect(look().forms.map(({ connector }) => connector.kind)).toEqual(['other', 'dagster']);
    expect(await lookAndFill({}, 1)).toEqual(WRITTEN);
    expect(Array.from(other.root.querySelectorAll('input'), ({ value }) => value).join('')).toBe('');
    await pressConnect(hub);
    expect(hub.api.accounts[0]?.credentials).toEqual(SENT);
  });

  test('twice on a page is told apart by the heading before it', async () => {
    for (const name of ['Production', 'Staging']) {
      const section = document.createElement('section');
      section.innerHTML = `<h2>${name}</h2>`;
      document.body.append(section);
      await show({ scenario: 'dagster', parent: section });
    }
    expect(look().forms.map(({ label }) => label)).toEqual(['Production', 'Staging']);
    expect(await lookAndFill({}, 1)).toEqual(WRITTEN);
    const values = hubs.map(({ root }) => Array.from(root.querySelectorAll('input'), ({ value }) => value));
    expect(values).toEqual([['', '', ''], Object.values(DETAILS)]);
  });

  test('twice without headings is told apart by position', async () => {
    await show({ scenario: 'dagster' });
    await show({ scenario: 'dagster' });
    expect(look().forms.map(({ label }) => label)).toEqual(['#1', '#2']);
  });
});

describe('the gate at the moment of writing', () => {
  beforeEach(() => {
    plainForm();
  });
  afterEach(() => document.body.replaceChildren());

  const dagster = { kind: 'dagster', name: 'Dagster' } as const;
  const gated: readonly [string, (shown: FillRequest) => Partial<FillRequest>, object][] = [
    [
      'a page of another origin than was shown',
      () => ({ origin: 'https://app.stackone.com' }),
      { reason: 'other-origin', origin: location.origin },
    ],
    ['after the time to begin', () => ({ startBefore: Date.now() }), { reason: 'too-late' }],
    [
      'a form that was not shown',
      ({ form }) => ({ form: { ...form, look: 'none' } }),
      { reason: 'form-changed' },
    ],
    [
      'a form that is not there any more',
      ({ form }) => ({ form: { ...form, index: 1 } }),
      { reason: 'form-changed' },
    ],
    [
      'a form among another number of forms',
      ({ form }) => ({ form: { ...form, count: 2 } }),
      { reason: 'form-changed' },
    ],
    [
      'a form that had another name',
      ({ form }) => ({ form: { ...form, connector: { ...dagster, name: 'Dagster+' } } }),
      { reason: 'form-changed' },
    ],
    [
      'a form that was of another kind',
      ({ form }) => ({ form: { ...form, connector: { kind: 'unknown', name: 'Dagster' } } }),
      { reason: 'form-changed' },
    ],
    [
      'a form that had another label',
      ({ form }) => ({ form: { ...form, label: 'Production' } }),
      { reason: 'form-changed' },
    ],
  ];
  test.each(gated)('refuses %s', async (_, change, reason) => {
    const shown = requestFor(look());
    expect(await fillAsShown({ ...shown, ...change(shown) })).toEqual({ kind: 'not-filled', ...reason });
  });

  test('writes again into a form that is rebuilt empty just after it was filled', async () => {
    document.body.replaceChildren();
    const { root, field } = plainForm();
    const empty = root.innerHTML;
    const rebuild = () => {
      root.innerHTML = empty;
    };
    field('deployment').addEventListener('blur', () => queueMicrotask(rebuild), { once: true });
    expect(await lookAndFill()).toEqual(WRITTEN);
    expect(Array.from(root.querySelectorAll('input'), ({ value }) => value)).toEqual(Object.values(DETAILS));
  });

  /** How often a field is written to. */
  function writesTo(field: HTMLInputElement): () => number {
    let writes = 0;
    field.addEventListener('input', () => writes++);
    return () => writes;
  }

  test("takes a text after a field for the form's error, and one with an icon for a notice", async () => {
    document.body.replaceChildren();
    const { field } = plainForm();
    const writes = writesTo(field('userToken'));
    field('userToken').insertAdjacentHTML('afterend', '<span>Token is revoked</span>');
    field('deployment').insertAdjacentHTML('afterend', '<div><svg></svg><span>Mind the name</span></div>');
    expect(await lookAndFill()).toEqual({
      ...WRITTEN,
      fields: { ...WRITTEN.fields, userToken: { result: 'refused', error: 'Token is revoked' } },
    });
    // What a form has said no to is not tried again.
    expect(writes()).toBe(1);
  });

  test('reports a value that the page takes away again as not filled', async () => {
    document.body.replaceChildren();
    const form = plainForm();
    const writes = writesTo(form.field('userToken'));
    form.field('deployment').addEventListener('input', ({ target }) => {
      (target as HTMLInputElement).value = '';
    });
    expect(await lookAndFill()).toMatchObject({
      kind: 'written',
      fields: { userToken: { result: 'filled' }, deployment: { result: 'refused', error: '' } },
    });
    // Only what was lost is written again.
    expect(writes()).toBe(1);
  });

  test('does not press Edit a second time where the form masks what was written', async () => {
    document.body.replaceChildren();
    const { field } = plainForm();
    const token = field('userToken');
    token.type = 'text';
    const mask = (on: boolean) => {
      token.disabled = on;
      token.value = on ? '••••••••••4bd6' : '';
    };
    mask(true);
    token.insertAdjacentHTML('afterend', '<button type="button">Edit</button>');
    let presses = 0;
    token.nextElementSibling?.addEventListener('click', () => {
      presses++;
      mask(false);
    });
    field('deployment').addEventListener('blur', () => queueMicrotask(() => mask(true)));
    expect(await lookAndFill()).toEqual({
      ...WRITTEN,
      fields: { ...WRITTEN.fields, userToken: { result: 'refused', error: '' } },
      editPressed: ['userToken'],
    });
    expect(presses).toBe(1);
  });

  test('reports what went into a form that goes away in between as not filled', async () => {
    document.body.replaceChildren();
    const { host, field } = plainForm();
    field('deployment').addEventListener('blur', () => queueMicrotask(() => host.remove()));
    const refused = { result: 'refused', error: '' };
    expect(await lookAndFill()).toEqual({
      ...WRITTEN,
      fields: { userToken: refused, organizationSlug: refused, deployment: refused },
    });
  });
});
