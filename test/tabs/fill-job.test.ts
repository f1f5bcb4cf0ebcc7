import { expect, test } from 'vitest';
import type { Destination } from '../../src/tabs/choose-form';
import { fillJob } from '../../src/tabs/fill-job';
import { DETAILS, HUB_ORIGIN, linkingForm } from '../samples';

const FOUND: Destination = {
  tab: { tabId: 7, inFront: true, title: '', address: '' },
  page: null,
  frameId: 0,
  origin: HUB_ORIGIN,
  pages: [],
  look: 'look',
  count: 1,
  form: linkingForm(),
};

const BEHIND: Destination = { ...FOUND, tab: { ...FOUND.tab, inFront: false } };

test('A form that waits behind comes to the front, one that is there stays', () => {
  const agreed = { confirmsPages: false };
  expect(fillJob(FOUND, DETAILS, 1, agreed).bringToFront).toBe(false);
  expect(fillJob(BEHIND, DETAILS, 1, agreed).bringToFront).toBe(true);
});
