import { describe, expect, test } from 'vitest';
import type { ChildFrame, Sighting } from '../../src/hub/in-page';
import type { Point } from '../../src/page/boxes';
import { type FrameAccess, type FrameReport, isSeenThroughFrames, pagesAround } from '../../src/tabs/frames';
import { documentReport, HUB_ORIGIN, linkingForm } from '../samples';

const SHOP = 'https://shop.example';
const ADS = 'https://ads.example';

const frame = (frameId: number, path: number[], changes: Partial<FrameReport> = {}): FrameReport => ({
  ...documentReport({ path, ...changes }),
  frameId,
});

const page = frame(0, [], { origin: SHOP });
const form = linkingForm();

describe('the pages around a form', () => {
  const inner = frame(4, [1, 0]);

  test.each<[string, readonly FrameReport[], FrameReport, string[] | null]>([
    ['are none for a form in the page itself', [page], page, []],
    ['are none where all have the origin of the form', [frame(0, []), frame(2, [1])], frame(2, [1]), []],
    [
      'are named as they were reached, the innermost first',
      [page, frame(2, [1], { origin: ADS })],
      inner,
      [ADS, SHOP],
    ],
    ['are named once each', [page, frame(2, [1], { origin: SHOP })], inner, [SHOP]],
    [
      'are named by the browser where they may not be looked into',
      [page],
      { ...inner, ancestorOrigins: [ADS, SHOP] },
      [ADS, SHOP],
    ],
    ['are not known where neither tells', [page], inner, null],
    [
      'are not known where the browser hides one',
      [page],
      { ...inner, ancestorOrigins: ['null', SHOP] },
      null,
    ],
    [
      'are not known where two frames cannot be told apart',
      [page, frame(2, [-1]), frame(3, [-1], { origin: ADS })],
      frame(4, [-1, 0]),
      null,
    ],
  ])('%s', (_, frames, at, pages) => {
    expect(pagesAround(at, frames)).toEqual(pages);
  });
});

describe('a form in frames', () => {
  /** Documents around that see what `sees` says, each ten pixels further in. */
  function access(sees: Record<number, boolean>, fromInside: 'seen' | 'unseen' | 'untold' = 'untold') {
    const asked: [number, ChildFrame, readonly Point[]][] = [];
    const frameAccess: FrameAccess = {
      seeThrough: async (frameId, child, points): Promise<Sighting> => {
        asked.push([frameId, child, points]);
        return { seen: sees[frameId] ?? false, points: points.map(({ x, y }) => ({ x: x + 10, y: y + 10 })) };
      },
      seenFromInside: async () => fromInside,
    };
    return { frameAccess, asked };
  }

  const outer = frame(2, [1], { origin: ADS });
  const inner = frame(4, [1, 0], { origin: HUB_ORIGIN });

  test('is seen when each document around sees the frame in it, and the points in that', async () => {
    const { frameAccess, asked } = access({ 2: true, 0: true });
    expect(await isSeenThroughFrames(frameAccess, [page, outer, inner], inner, form)).toBe(true);
    expect(asked).toEqual([
      [2, { index: 0, frameId: 4 }, [{ x: 10, y: 20 }]],
      [0, { index: 1, frameId: 2 }, [{ x: 20, y: 30 }]],
    ]);
  });

  test.each([
    { 2: true, 0: false },
    { 2: false, 0: true },
  ])('is not seen when one of them does not see it: %o', async (sees) => {
    const { frameAccess } = access(sees);
    expect(await isSeenThroughFrames(frameAccess, [page, outer, inner], inner, form)).toBe(false);
  });

  test.each([
    ['seen', true],
    ['unseen', false],
    ['untold', false],
  ] as const)('is asked from inside where a document around is out of reach: %s', async (said, seen) => {
    const { frameAccess } = access({ 0: true }, said);
    expect(await isSeenThroughFrames(frameAccess, [page, inner], inner, form)).toBe(seen);
  });

  test('is not seen when the page does not see what is between, though the browser says so from inside', async () => {
    const { frameAccess } = access({ 0: false }, 'seen');
    expect(await isSeenThroughFrames(frameAccess, [page, inner], inner, form)).toBe(false);
  });

  test('in the page itself needs nobody to be asked', async () => {
    const { frameAccess, asked } = access({});
    expect(await isSeenThroughFrames(frameAccess, [page], page, form)).toBe(true);
    expect(asked).toEqual([]);
  });
});
