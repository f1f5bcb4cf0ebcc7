/**
 * Every case of the table, in every release of the real Hub, and as web component and as React component: these take
 * turns, so that each case meets each of both, and so does each release.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { DETAIL_NAMES } from '../../src/link-details';
import { SCENARIOS } from '../sites/connectors';
import { type MountedHub, mountHub, pressConnect } from '../sites/hub-in-page';
import { HUB_COMPONENTS, HUB_VERSIONS } from '../sites/hub-releases';
import { integrationId } from '../sites/stackone-api';
import { connectorOfCase, HUB_CASES, type HubCase } from './cases';
import { look, lookAndFill } from './look-and-fill';

const reportOf = (given: HubCase) => ({
  origin: location.origin,
  fillable: true,
  forms: [
    {
      index: 0,
      connector: connectorOfCase(given),
      label: '',
      fields: { userToken: 'ready', organizationSlug: 'ready', deployment: 'ready', ...given.states },
    },
  ],
  choosing: false,
  frameOrigins: [],
});

const values = ({ root }: MountedHub) =>
  Array.from(root.querySelectorAll<HTMLInputElement>('input, textarea'), ({ value }) => value);

describe.each(HUB_VERSIONS.map((version, turn) => ({ version, turn })))(
  'Hub $version',
  ({ version, turn }) => {
    let hub: MountedHub;
    afterEach(() => hub.unmount());

    for (const [at, given] of HUB_CASES.entries()) {
      const { scenario, happens } = given;
      const component = HUB_COMPONENTS[(at + turn) % HUB_COMPONENTS.length] ?? 'react';
      const release = { version, component };

      if ('notFilled' in happens) {
        test(`${given.meets} (${scenario}, ${component}) is left alone`, async () => {
          hub = await mountHub({ ...release, scenario });
          expect(look()).toMatchObject(reportOf(given));
          const before = values(hub);
          expect(await lookAndFill()).toEqual({
            kind: 'not-filled',
            ...happens.notFilled,
          });
          expect(values(hub)).toEqual(before);
        });
        continue;
      }

      test(`${given.meets} (${scenario}, ${component}) is filled, and Connect sends what was filled`, async () => {
        hub = await mountHub({ ...release, scenario });
        expect(look()).toMatchObject(reportOf(given));
        const outcome = await lookAndFill();
        const results = outcome.kind === 'written' && DETAIL_NAMES.map((name) => outcome.fields[name].result);
        expect(results).toEqual(DETAIL_NAMES.map((name) => happens.written[name] ?? 'filled'));
        expect(outcome).toMatchObject({ kind: 'written', editPressed: happens.editPressed ?? [] });
        if (happens.connects === 'nothing') return;
        await pressConnect(hub);
        const [connector] = SCENARIOS[scenario].connectors;
        expect(hub.api.unexpected).toEqual([]);
        expect(hub.api.accounts).toEqual([
          {
            id: expect.any(String),
            integration_id: integrationId(connector.key),
            credentials: happens.connects,
          },
        ]);
      });
    }
  },
);
