import { afterEach, describe, expect, test } from 'vitest';
import type { DagsterPageWorld } from '../../src/dagster/in-page';
import type { TimedTokenPress, TokenLook, TokenMaker, TokenPress } from '../../src/dagster/token-press';
import type { Scripting } from '../../src/tabs/linking-page';
import {
  isTokensPageReady,
  lookAtTokens,
  pointInTokensPage,
  pressInTokensPage,
} from '../../src/tabs/token-page';

const world = globalThis as DagsterPageWorld;
const LOOK: TokenLook = {
  document: 'd',
  address: 'https://acme.dagster.cloud/prod/org-settings/tokens',
  look: 'l',
  creatable: true,
  rows: [],
  told: null,
  pointable: false,
};

const PRESS: TokenPress = { document: LOOK.document, address: LOOK.address, look: LOOK.look, kind: 'create' };

/** A page in which `maker` is once the scripts have been put in; it runs the functions that are sent to it. */
function pageWith(maker: Partial<TokenMaker>) {
  const targets: unknown[] = [];
  const scripting: Scripting = {
    async executeScript({ target, files, func, args = [] }) {
      targets.push(target);
      if (files) world.tokenMaker = maker as TokenMaker;
      return [{ frameId: 0, result: await func?.(...args) }];
    },
  };
  return { scripting, targets };
}

const closed: Scripting = { executeScript: () => Promise.reject(new Error('No tab with id: 7.')) };

afterEach(() => {
  delete world.tokenMaker;
});

describe('A Tokens page', () => {
  test('is asked, in the page itself, what it offers', async () => {
    const { scripting, targets } = pageWith({ look: () => LOOK });
    expect(await lookAtTokens(scripting, 7)).toEqual(LOOK);
    expect(targets).toEqual([
      { tabId: 7, frameIds: [0] },
      { tabId: 7, frameIds: [0] },
    ]);
  });

  test('that has gone offers nothing', async () => {
    expect(await lookAtTokens(closed, 7)).toBeNull();
  });

  test.each([true, false])('is pointed at, and says whether the control is there: %s', async (there) => {
    const { scripting } = pageWith({});
    world.tokenMaker = { point: () => there } as TokenMaker;
    expect(await pointInTokensPage(scripting, 7)).toBe(there);
  });

  test('in which nothing points has no control', async () => {
    expect(await pointInTokensPage(pageWith({}).scripting, 7)).toBe(false);
  });

  test.each([true, false])('says within the time whether its lists are drawn: %s', async (drawn) => {
    const asked: number[] = [];
    const ready = async (limitMs: number) => {
      asked.push(limitMs);
      return drawn;
    };
    expect(await isTokensPageReady(pageWith({ ready }).scripting, 7, 250)).toBe(drawn);
    expect(asked).toEqual([250]);
  });

  test('gets a press with the time until which it may begin', async () => {
    const presses: TimedTokenPress[] = [];
    const press: TokenMaker['press'] = async (wanted) => {
      presses.push(wanted);
      return { kind: 'created' };
    };
    const { scripting } = pageWith({ press });
    expect(await pressInTokensPage(scripting, 7, PRESS, () => 5_000)).toEqual({ kind: 'created' });
    expect(presses).toEqual([{ wanted: PRESS, startBefore: 6_000 }]);
  });

  test('that has gone before the press is another one; one that does not say is unanswered', async () => {
    expect(await pressInTokensPage(closed, 7, PRESS, Date.now)).toEqual({ kind: 'refused', why: 'changed' });
    const silent = pageWith({ press: async () => undefined } as never);
    expect(await pressInTokensPage(silent.scripting, 7, PRESS, Date.now)).toEqual({ kind: 'unanswered' });
  });
});
