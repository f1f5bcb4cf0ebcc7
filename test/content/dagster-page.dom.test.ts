import { afterEach, beforeEach, expect, it, vi } from 'vitest';

type Listener = (message: unknown, sender: { id?: string }, respond: (answer: unknown) => void) => unknown;

let listeners: Set<Listener>;
const OWN_ID = 'own-extension';

beforeEach(() => {
  listeners = new Set();
  vi.stubGlobal('chrome', {
    runtime: {
      id: OWN_ID,
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  });
});

afterEach(() => vi.unstubAllGlobals());

let injections = 0;

/** Runs the script as the browser does each time it puts the file into the page. */
const inject = (): Promise<unknown> =>
  import(/* @vite-ignore */ `../../src/content/dagster-page.ts?injection=${injections++}`);

function ask(message: unknown, sender: { id?: string }): unknown[] {
  const answers: unknown[] = [];
  for (const listener of listeners) listener(message, sender, (answer) => answers.push(answer));
  return answers;
}

it('answers what the page shows, to the own extension only', async () => {
  await inject();
  expect(ask({ type: 'what-do-you-show' }, { id: OWN_ID })).toEqual([
    expect.objectContaining({ address: location.origin + location.pathname, tokens: [] }),
  ]);
  expect(ask({ type: 'what-do-you-show' }, { id: 'another-extension' })).toEqual([]);
  expect(ask({ type: 'what-do-you-show' }, {})).toEqual([]);
  for (const message of [{ type: 'something-else' }, null, undefined, 'what-do-you-show', 7]) {
    expect(ask(message, { id: OWN_ID }), String(message)).toEqual([]);
  }
});

it('answers once after it was put into the page a second time', async () => {
  await inject();
  await inject();
  expect(ask({ type: 'what-do-you-show' }, { id: OWN_ID })).toHaveLength(1);
});

it('does nothing at load but listen', async () => {
  const used = [
    vi.spyOn(document, 'createTreeWalker'),
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
  expect(listeners.size).toBe(1);
  expect(calls).toEqual(used.map(() => 0));
});
