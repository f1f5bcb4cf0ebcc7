import { describe, expect, test } from 'vitest';
import { mountHub } from './hub-in-page';
import { HUB_COMPONENTS, HUB_VERSIONS } from './hub-releases';

const releases = HUB_VERSIONS.flatMap((version) =>
  HUB_COMPONENTS.map((component) => ({ version, component })),
);

describe.each(releases)('Hub $version as $component', (release) => {
  test('shows the three fields of the Dagster form', async () => {
    const hub = await mountHub({ ...release, scenario: 'dagster' });
    const names = [...hub.root.querySelectorAll('input')].map((input) => input.name);
    expect(names).toEqual(['user_token', 'organization', 'deployment']);
    expect(hub.api.unexpected).toEqual([]);
    hub.unmount();
  });
});
