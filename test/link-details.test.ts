import { describe, expect, test } from 'vitest';
import { isDeployment, isUnusualUserToken, isUserToken, maskToken } from '../src/link-details';
import { UNUSUAL_USER_TOKEN, USER_TOKEN } from './samples';

const HEX = '0afb128e57084fce8fd15c62d75e4bd6';

describe('a user token', () => {
  test('is “user:” and 32 lower-case hex digits', () => {
    expect(isUserToken(USER_TOKEN)).toBe(true);
    expect(USER_TOKEN).toHaveLength(37);
  });

  test.each([
    ['without its prefix', HEX],
    ['of an agent', `agent:acme:${HEX}`],
    ['with a digit too few', `user:${HEX.slice(1)}`],
    ['with a digit too many', `user:${HEX}0`],
    ['in upper case', `user:${HEX.toUpperCase()}`],
    ['with a letter that is no hex digit', `user:g${HEX.slice(1)}`],
    ['that is cut', 'user:0afb…4bd6'],
    ['that is masked', `user:${'•'.repeat(32)}`],
    ['with a space before it', ` ${USER_TOKEN}`],
    ['with a line end after it', `${USER_TOKEN}\n`],
    ['of an unusual shape', UNUSUAL_USER_TOKEN],
    ['of no length', ''],
  ])('is none %s', (_, text) => {
    expect(isUserToken(text)).toBe(false);
  });

  test('is unusual with a dashed UUID instead of the 32 digits', () => {
    expect(isUnusualUserToken(UNUSUAL_USER_TOKEN)).toBe(true);
    expect(isUnusualUserToken(USER_TOKEN)).toBe(false);
    expect(isUnusualUserToken(`${UNUSUAL_USER_TOKEN}\n`)).toBe(false);
    expect(isUnusualUserToken(UNUSUAL_USER_TOKEN.replace('user:', ''))).toBe(false);
  });
});

describe('a deployment', () => {
  test.each(['prod', 'Data-Eng_prod.2', 'données', '0123456789abcdef0123456789abcdef'])(
    'can be %s',
    (name) => {
      expect(isDeployment(name)).toBe(true);
    },
  );

  test.each(['', 'my branch', 'feature/x', 'prod?x', 'prod#x', 'prod\n', 'p'.repeat(256)])(
    'cannot be “%s”',
    (name) => {
      expect(isDeployment(name)).toBe(false);
    },
  );
});

describe('the masked token', () => {
  test.each([USER_TOKEN, UNUSUAL_USER_TOKEN])(
    'shows the last four characters of %s and no others',
    (token) => {
      expect(maskToken(token)).toBe('user:••••4bd6');
    },
  );
});
