import { expect, test } from 'vitest';
import { createPermissionFlow } from '../../src/background/permission-flow';
import type { PermissionPurpose } from '../../src/messages';
import { createAwaitedPermission } from '../../src/session/awaited-permission';
import { createQueue } from '../../src/session/queue';
import { FILLED } from '../samples';
import { sessionArea } from '../session-area';

const PATTERNS = ['https://frame.example/*'];
const FILL = {
  kind: 'fill',
  tabId: 7,
  privacy: 'ordinary',
  origin: 'https://frame.example',
  page: 'https://shop.example',
} as const;

function flow() {
  const done: unknown[] = [];
  const permissions = createPermissionFlow({
    awaited: createAwaitedPermission<PermissionPurpose>({
      session: sessionArea(),
      queue: createQueue(),
      isGranted: async () => true,
      now: () => 0,
    }),
    fillAllowed: async (purpose) => {
      done.push(purpose);
      return FILLED;
    },
    showPopup: async () => {
      done.push('popup');
    },
  });
  return { permissions, done };
}

test('What a prompt was for is done once, and both who hear of the grant are told what came of it', async () => {
  const { permissions, done } = flow();
  await permissions.asking({ patterns: PATTERNS, purpose: FILL });
  const heard = await Promise.all([permissions.granted(PATTERNS), permissions.granted(PATTERNS)]);
  expect(heard).toEqual([FILLED, FILLED]);
  expect(await permissions.granted(PATTERNS)).toEqual(FILLED);
  expect(done).toEqual([FILL]);
});

test('After a grant of Dagster+ the popup is shown again', async () => {
  const { permissions, done } = flow();
  await permissions.asking({ patterns: PATTERNS, purpose: { kind: 'popup' } });
  expect(await permissions.granted(PATTERNS)).toBeNull();
  expect(done).toEqual(['popup']);
});

test('A grant that nobody asked for, or after a refusal, does nothing', async () => {
  const { permissions, done } = flow();
  expect(await permissions.granted(PATTERNS)).toBeNull();
  await permissions.asking({ patterns: PATTERNS, purpose: FILL });
  await permissions.refused();
  expect(await permissions.granted(PATTERNS)).toBeNull();
  expect(done).toEqual([]);
});

test('A grant that is told in parts is told what came of it each time', async () => {
  const { permissions, done } = flow();
  const patterns = [...PATTERNS, 'https://inner.example/*'];
  await permissions.asking({ patterns, purpose: FILL });
  expect(await permissions.granted(patterns.slice(0, 1))).toEqual(FILLED);
  expect(await permissions.granted(patterns.slice(1))).toEqual(FILLED);
  expect(await permissions.granted(['https://third.example/*', ...PATTERNS])).toEqual(FILLED);
  expect(done).toEqual([FILL]);
});

test('A grant of something else is not told what came of a prompt', async () => {
  const { permissions } = flow();
  await permissions.asking({ patterns: PATTERNS, purpose: FILL });
  await permissions.granted(PATTERNS);
  expect(await permissions.granted(['https://other.example/*'])).toBeNull();
});

test('A new prompt is not answered with what came of the one before', async () => {
  const { permissions } = flow();
  await permissions.asking({ patterns: PATTERNS, purpose: FILL });
  await permissions.granted(PATTERNS);
  await permissions.asking({ patterns: PATTERNS, purpose: FILL });
  await permissions.refused();
  expect(await permissions.granted(PATTERNS)).toBeNull();
});
