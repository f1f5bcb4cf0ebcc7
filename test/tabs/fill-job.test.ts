import { expect, test } from 'vitest';
import { fillJob } from '../../src/tabs/fill-job';
import { DETAILS, destination } from '../samples';

test('A form that waits behind comes to the front, one that is there stays', () => {
  const there = destination();
  const behind = destination({ tab: { ...there.tab, inFront: false } });
  const agreed = { confirmsPages: false };
  expect(fillJob(there, DETAILS, 1, agreed).bringToFront).toBe(false);
  expect(fillJob(behind, DETAILS, 1, agreed).bringToFront).toBe(true);
});
