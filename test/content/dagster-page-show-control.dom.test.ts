import { afterEach, expect, it } from 'vitest';
import '../../src/content/dagster-reader';
import '../../src/content/show-control';
import type { DagsterPageWorld } from '../../src/dagster/in-page';
import type { PageControl } from '../../src/dagster/page-reading';

afterEach(() => document.body.replaceChildren());

const show = (name: PageControl) => (globalThis as DagsterPageWorld).controlPointer?.show(name);

it('flashes the control and leaves the DOM as it is', async () => {
  document.body.innerHTML = '<p style="height: 3000px"></p><button>Create user token</button>';
  const button = document.querySelector('button') as HTMLButtonElement;
  const before = document.documentElement.outerHTML;
  const observer = new MutationObserver(() => {});
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  expect(show('create-user-token')).toBe(true);

  expect(button.getAnimations()).toHaveLength(1);
  expect(observer.takeRecords()).toEqual([]);
  expect(document.documentElement.outerHTML).toBe(before);
  observer.disconnect();
  await expect.poll(() => button.getBoundingClientRect().top).toBeLessThan(innerHeight);
  button.getAnimations()[0]?.finish();
  expect(button.getAnimations()).toEqual([]);
});

it('says that a control is not on the page', () => {
  document.body.innerHTML = '<button hidden>Create user token</button><h1>Tokens</h1>';
  expect(show('create-user-token')).toBe(false);
  expect(show('tokens-tab')).toBe(false);
});
