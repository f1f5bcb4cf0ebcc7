import { afterEach, describe, expect, test } from 'vitest';
import type { ScenarioName } from './connectors';
import { type MountedHub, mountHub, pressConnect } from './hub-in-page';
import { HUB_COMPONENTS, HUB_VERSIONS } from './hub-releases';

const VALUES = {
  user_token: 'user:0afb128e57084fce8fd15c62d75e4bd6',
  organization: 'acme',
  deployment: 'prod',
};

const releases = HUB_VERSIONS.flatMap((version) =>
  HUB_COMPONENTS.map((component) => ({ version, component })),
);

describe.each(releases)('Hub $version as $component', (release) => {
  let hub: MountedHub;
  const show = async (scenario: ScenarioName) => {
    hub = await mountHub({ ...release, scenario });
  };
  afterEach(() => hub.unmount());

  test('shows the form of the only connector and sends what was typed into it', async () => {
    await show('dagster');
    expect(fieldNames(hub)).toEqual(Object.keys(VALUES));
    for (const [name, value] of Object.entries(VALUES)) type(hub, name, value);
    await pressConnect(hub);
    expect(hub.api.received.at(-1)).toEqual({
      method: 'POST',
      path: '/hub/accounts',
      body: { integration_id: 'integration-dagster', credentials: VALUES },
    });
    expect(hub.root.textContent).toContain('Connection Successful');
    expect(hub.api.unexpected).toEqual([]);
  });

  test('shows an error and an empty form after a refused Connect', async () => {
    await show('dagster');
    hub.api.refuseNextConnect('Dagster+ answered 401');
    for (const [name, value] of Object.entries(VALUES)) type(hub, name, value);
    await pressConnect(hub);
    expect(hub.root.textContent).toContain('Dagster+ answered 401');
    expect(fieldNames(hub).map((name) => field(hub, name).value)).toEqual(['', '', '']);
    expect(hub.api.accounts).toEqual([]);
  });

  test('shows a list where several connectors are offered', async () => {
    await show('list');
    expect(fieldNames(hub)).toEqual(['search']);
    expect(hub.root.textContent).toMatch(/Astronomer.*Dagster.*Prefect/s);
  });

  test('shows a stored secret by its ending only, in a disabled field', async () => {
    await show('edit');
    const secret = field(hub, 'user_token-display');
    expect([secret.disabled, secret.value]).toEqual([true, '••••••••••4bd6']);
    expect(field(hub, 'deployment').value).toBe('staging');
  });
});

const fieldNames = ({ root }: MountedHub) => [...root.querySelectorAll('input')].map(({ name }) => name);

function field({ root }: MountedHub, name: string): HTMLInputElement {
  const input = root.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  if (!input) throw new Error(`no field ${name}`);
  return input;
}

/** React ignores a value that is set on the element itself: it listens on the prototype's setter. */
function type(hub: MountedHub, name: string, value: string): void {
  const input = field(hub, name);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
