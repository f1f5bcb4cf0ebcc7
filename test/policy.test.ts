import { describe, expect, test } from 'vitest';
import { isFormAllowed, isOrganizationAllowed, isSlugAllowed, NO_POLICY, readPolicy } from '../src/policy';
import { organizationAddress } from './samples';

test.each([[undefined], [null], [{}], ['policy'], [{ other: 1 }]])('%j sets nothing', (managed) => {
  expect(readPolicy(managed)).toEqual(NO_POLICY);
});

describe('what can be read counts, and what cannot allows nothing', () => {
  test.each([
    [{ holdMinutes: 5 }, { holdMinutes: 5, unreadable: [] }],
    [{ holdMinutes: 15 }, { holdMinutes: 15, unreadable: [] }],
    [{ holdMinutes: 2 }, { holdMinutes: 2, unreadable: [] }],
    [{ holdMinutes: 16 }, { holdMinutes: 2, unreadable: ['holdMinutes'] }],
    [{ holdMinutes: 1 }, { holdMinutes: 2, unreadable: ['holdMinutes'] }],
    [{ holdMinutes: '5' }, { holdMinutes: 2, unreadable: ['holdMinutes'] }],
    [{ formOrigins: ['https://a.example'] }, { formOrigins: ['https://a.example'], unreadable: [] }],
    [{ formOrigins: [] }, { formOrigins: [], unreadable: [] }],
    [
      { formOrigins: ['https://a.example', 'https://a.example/', 'a.example', 1] },
      { formOrigins: ['https://a.example'], unreadable: ['formOrigins'] },
    ],
    [{ formOrigins: 'https://a.example' }, { formOrigins: [], unreadable: ['formOrigins'] }],
    [{ organizations: ['acme', 'nord.eu'] }, { organizations: ['acme', 'nord.eu'], unreadable: [] }],
    [{ organizations: ['Acme Inc.', 'acme'] }, { organizations: ['acme'], unreadable: ['organizations'] }],
    [{ organizations: null }, { organizations: [], unreadable: ['organizations'] }],
  ])('%j', (managed, expected) => {
    expect(readPolicy(managed)).toMatchObject({ ...expected, set: Object.keys(managed) });
  });
});

test('A form is allowed by its very origin', () => {
  const policy = readPolicy({ formOrigins: ['https://hub.example'] });
  const origins = [
    'https://hub.example',
    'http://hub.example',
    'https://hub.example:8443',
    'https://a.hub.example',
  ];
  expect(origins.map((origin) => isFormAllowed(policy, origin))).toEqual([true, false, false, false]);
  expect(isFormAllowed(NO_POLICY, 'https://any.example')).toBe(true);
});

test('An organization is allowed in its region', () => {
  const policy = readPolicy({ organizations: ['acme', 'nord.eu'] });
  const hosts = ['acme', 'acme.eu', 'nord', 'nord.eu'];
  const addresses = hosts.map((host) => organizationAddress(`https://${host}.dagster.cloud/prod`));
  expect(addresses.map((address) => isOrganizationAllowed(policy, address))).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('A slug is allowed that can stand for an organization that is', () => {
  const policy = readPolicy({ organizations: ['acme', 'nord.eu'] });
  const slugs = ['acme', 'acme.eu', 'nord', 'nord.eu', 'nor'];
  expect(slugs.map((slug) => isSlugAllowed(policy, slug))).toEqual([true, false, true, true, false]);
});
