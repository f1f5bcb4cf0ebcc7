import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DagsterPageWorld } from '../../src/dagster/in-page';

type Listener = (message: unknown, sender: { id?: string }, respond: (answer: unknown) => void) => unknown;

const world = globalThis as DagsterPageWorld;

let listeners: Set<Listener>;
const OWN_ID = 'own-extension';

beforeEach(() => {
  listeners = new Set();
  const onMessage = {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
  };
  // Chromium 150 lets nobody define this property anew, as `stubGlobal` would.
  Object.assign(globalThis, { chrome: { runtime: { id: OWN_ID, onMessage } } });
});

afterEach(() => {
  vi.unstubAllGlobals();
  delete world.dagsterReader;
});

let injections = 0;

/** Runs a script as the browser does each time it puts the file into the page. */
const injectListener = (): Promise<unknown> =>
  import(/* @vite-ignore */ `../../src/content/dagster-page.ts?injection=${injections++}`);
const injectReader = (): Promise<unknown> =>
  import(/* @vite-ignore */ `../../src/content/dagster-reader.ts?injection=${injections++}`);

const QUESTION = { type: 'what-do-you-show' };

function ask(message: unknown, sender: { id?: string }): unknown[] {
  const answers: unknown[] = [];
  for (const listener of listeners) listener(message, sender, (answer) => answers.push(answer));
  return answers;
}

it('answers what the page shows, to the own extension only', async () => {
  await injectListener();
  await injectReader();
  expect(ask(QUESTION, { id: OWN_ID })).toEqual([
    expect.objectContaining({ address: location.origin + location.pathname, tokens: [] }),
  ]);
  expect(ask(QUESTION, { id: 'another-extension' })).toEqual([]);
  expect(ask(QUESTION, {})).toEqual([]);
  for (const message of [{ type: 'something-else' }, null, undefined, 'what-do-you-show', 7]) {
    expect(ask(message, { id: OWN_ID }), String(message)).toEqual([]);
  }
});

it('says that the reader is missing while it is, and after it was put in anew', async () => {
  await injectListener();
  expect(ask(QUESTION, { id: OWN_ID })).toEqual([{ needsReader: true }]);
  await injectReader();
  await injectListener();
  expect(ask(QUESTION, { id: OWN_ID })).toEqual([{ needsReader: true }]);
});

it('answers once after it was put into the page a second time', async () => {
  await injectListener();
  await injectListener();
  expect(ask(QUESTION, { id: OWN_ID })).toHaveLength(1);
});

it('takes no element of the page for what it has left there itself', async () => {
  document.body.innerHTML = '<img id="dagsterListener"><img id="dagsterReader">';
  expect(world.dagsterReader).toBeInstanceOf(HTMLElement);
  await injectListener();
  expect(ask(QUESTION, { id: OWN_ID })).toEqual([{ needsReader: true }]);
  await injectReader();
  expect(ask(QUESTION, { id: OWN_ID })).toHaveLength(1);
  document.body.replaceChildren();
});

it.each([
  ['does nothing at load but listen', injectListener, 1],
  ['does nothing at load but leave the function that reads', injectReader, 0],
])('%s', async (_, inject, listening) => {
  const used = [
    vi.spyOn(document, 'createTreeWalker'),
    vi.spyOn(document, 'querySelectorAll'),
    vi.spyOn(globalThis, 'setTimeout'),
    vi.spyOn(globalThis, 'setInterval'),
    vi.spyOn(globalThis, 'requestAnimationFrame'),
    vi.spyOn(globalThis, 'MutationObserver'),
    vi.spyOn(document, 'addEventListener'),
    vi.spyOn(globalThis, 'addEventListener'),
  ];
  await inject();
  const calls: unknown[] = used.map(({ mock }) => mock.calls.length);
  for (const spy of used) spy.mockRestore();
  expect(calls).toEqual(used.map(() => 0));
  expect(listeners.size).toBe(listening);
});
