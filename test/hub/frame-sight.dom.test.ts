/** What a document shows of a frame in it. */
import { afterEach, describe, expect, test } from 'vitest';
import { seeThrough } from '../../src/hub/frame-sight';

afterEach(() => {
  document.body.replaceChildren();
  scrollTo(0, 0);
});

const POINT = { x: 100, y: 50 };

/** A frame in this document, alone or in a shadow root. */
function frameIn(style: string, parent: ParentNode = document.body): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.style.cssText = `border: 0; width: 400px; height: 300px; ${style}`;
  parent.append(frame);
  return frame;
}

const positionOf = ({ contentWindow }: HTMLIFrameElement): number =>
  Array.from(window, (_, at) => window[at]).indexOf(contentWindow as Window);

const seen = (frame: HTMLIFrameElement, points = [POINT]) =>
  seeThrough(document, { index: positionOf(frame), frameId: 7 }, points, {});

describe('a frame', () => {
  const cover = (style: string) => {
    const element = document.createElement('div');
    element.style.cssText = `position: fixed; background: white; ${style}`;
    document.body.append(element);
  };
  const FRAMES: readonly [string, () => HTMLIFrameElement, boolean][] = [
    ['as it is', () => frameIn(''), true],
    ['below the fold', () => frameIn('margin-top: 300vh'), true],
    ['that is transparent', () => frameIn('opacity: 0'), false],
    ['that is invisible', () => frameIn('visibility: hidden'), false],
    ['left of the page', () => frameIn('position: absolute; left: -9999px'), false],
    ['that is clipped', () => frameIn('clip-path: inset(0 0 100% 0)'), false],
    ['that is scaled down', () => frameIn('transform: scale(0.2); width: 2000px; height: 2000px'), false],
    ['that is blurred', () => frameIn('filter: blur(12px)'), false],
    ['that is tiny', () => frameIn('width: 20px; height: 20px'), false],
    [
      'in a box that cuts it off',
      () => {
        const box = document.createElement('div');
        box.style.cssText = 'overflow: hidden; width: 400px; height: 10px';
        document.body.append(box);
        return frameIn('', box);
      },
      false,
    ],
    [
      'with a cover over the place of the form',
      () => {
        const frame = frameIn('');
        const { left, top } = frame.getBoundingClientRect();
        cover(`left: ${left}px; top: ${top}px; width: 200px; height: 100px; pointer-events: none`);
        return frame;
      },
      false,
    ],
    [
      'with a cover over another place',
      () => {
        const frame = frameIn('');
        const { left, top } = frame.getBoundingClientRect();
        cover(`left: ${left}px; top: ${top + 120}px; width: 200px; height: 100px`);
        return frame;
      },
      true,
    ],
  ];
  test.each(FRAMES)('%s', (_, make, sight) => {
    expect(seen(make()).seen).toBe(sight);
  });

  test('tells where the points are in the document around', () => {
    const frame = frameIn('margin: 30px; border: 5px solid');
    const { left, top } = frame.getBoundingClientRect();
    expect(seen(frame)).toEqual({ seen: true, points: [{ x: left + 105, y: top + 55 }] });
  });

  test('is the one that was asked about, not another one', () => {
    frameIn('');
    expect(seen(frameIn('opacity: 0')).seen).toBe(false);
  });

  test('in a shadow root is found where it is the only one, or where the browser tells its number', () => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    const frame = frameIn('', root);
    const child = { index: -1, frameId: 7 };
    expect(seeThrough(document, child, [POINT], {}).seen).toBe(true);
    frameIn('', root);
    expect(seeThrough(document, child, [POINT], {}).seen).toBe(false);
    const frameIdOf = (one: HTMLIFrameElement) => (one === frame ? 7 : 8);
    expect(seeThrough(document, child, [POINT], { frameIdOf }).seen).toBe(true);
  });
});
