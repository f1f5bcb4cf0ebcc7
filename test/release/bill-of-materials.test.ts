import { expect, it } from 'vitest';
import { billOfMaterials } from '../../release/bill-of-materials';

const fromNpm = (folder: string, moment: string, npm: string): string =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    serialNumber: `urn:uuid:${moment}`,
    metadata: {
      timestamp: moment,
      tools: [{ vendor: 'npm', name: 'cli', version: npm }],
      component: { name: folder, version: '1.0.0' },
    },
    components: [{ name: 'preact', version: '11.2.0' }],
  });

it('is the same wherever, whenever and with whichever npm it is made, and names the project and what is in it', () => {
  const date = new Date('2026-03-29T01:30:00Z');
  const here = billOfMaterials(fromNpm('here', '2026-04-01T00:00:00Z', '10.8.2'), 'link-helper', date);
  const there = billOfMaterials(fromNpm('there', '2027-01-01T00:00:00Z', '11.0.0'), 'link-helper', date);
  expect(there).toBe(here);
  expect(JSON.parse(here)).toEqual({
    bomFormat: 'CycloneDX',
    metadata: {
      timestamp: '2026-03-29T01:30:00.000Z',
      tools: [{ vendor: 'npm', name: 'cli' }],
      component: { name: 'link-helper', version: '1.0.0' },
    },
    components: [{ name: 'preact', version: '11.2.0' }],
  });
});
