import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { acceptRequest } from '../src/messages';
import { cases } from './fuzz';

const BROWSERS = [
  { id: 'abcdefghijklmnopabcdefghijklmnop', origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' },
  { id: 'dagster-plus-link-helper@example', origin: 'moz-extension://2f6e1f0e-3c1c-4a4e-8d52-6a4c0b1f7d11' },
];

const REQUESTS = [
  { type: 'opened', privacy: 'ordinary', tabId: null, page: null },
  { type: 'hold', privacy: 'ordinary', account: {}, choices: {}, anew: false },
  { type: 'choose', privacy: 'ordinary', choices: {} },
  { type: 'keep-pasted', privacy: 'ordinary', pasted: {}, anew: true },
  { type: 'forget-pasted', privacy: 'ordinary' },
  { type: 'forget', privacy: 'ordinary' },
  { type: 'fill', privacy: 'ordinary', job: {} },
  { type: 'press-token', privacy: 'ordinary', tabId: 1, wanted: {} },
  { type: 'open-tokens-page', url: '', tabId: null, inTab: false },
  { type: 'asking-permission', patterns: [], purpose: { kind: 'popup' } },
  { type: 'permission-answered', patterns: [], granted: true },
];

describe.each(BROWSERS)('the gate of the background at $origin', (own) => {
  const popup = { id: own.id, url: `${own.origin}/extension/popup.html` };

  test.each(REQUESTS)('lets “$type” of its own popup in as it is', (request) => {
    expect(acceptRequest(request, popup, own)).toBe(request);
  });

  test.each([
    ['another extension', { id: 'another', url: 'chrome-extension://another/popup.html' }],
    ['another extension that gives our address', { id: 'another', url: popup.url }],
    ['a sender without an id', { url: popup.url }],
    ['our content script on a Dagster+ page', { id: own.id, url: 'https://acme.dagster.cloud/prod' }],
    ['our script on a page with a form', { id: own.id, url: 'https://app.stackone.com/accounts' }],
    ['a sender without an address', { id: own.id }],
    ['a sender with an empty address', { id: own.id, url: '' }],
    ['an address that starts alike', { id: own.id, url: `${own.origin}.evil/extension/popup.html` }],
    ['an origin without a path', { id: own.id, url: own.origin }],
    ['an address that holds ours further back', { id: own.id, url: `https://evil.example/${popup.url}` }],
    ['a blob of ours', { id: own.id, url: `blob:${own.origin}/1` }],
  ])('lets nothing of %s in', (_, sender) => {
    for (const request of REQUESTS) expect(acceptRequest(request, sender, own)).toBeNull();
  });

  test.each([
    ['an unknown type', { type: 'read-held-details' }],
    ['a question for a page', { type: 'what-do-you-show' }],
    ['a type of another case', { type: 'Fill' }],
    ['a list for a type', { type: ['fill'] }],
    ['a name that every object has', { type: 'toString' }],
    ['no type', {}],
    ['a bare word', 'fill'],
    ['a number', 1],
    ['null', null],
    ['nothing', undefined],
  ])('answers nothing to %s', (_, message) => {
    expect(acceptRequest(message, popup, own)).toBeNull();
  });
});

it('lets in nothing whose type is not its own and one of these, whatever comes from whomever', () => {
  const types = REQUESTS.map(({ type }) => type);
  const [own] = BROWSERS as [(typeof BROWSERS)[number]];
  const urls = fc.oneof(fc.constant(`${own.origin}/extension/popup.html`), fc.webUrl(), fc.string());
  const sender = fc.record({ id: fc.constantFrom(own.id, 'another', ''), url: urls }, { requiredKeys: [] });
  const message = fc.oneof(
    fc.anything({ maxDepth: 1, maxKeys: 3 }),
    fc.record({ type: fc.oneof(fc.constantFrom(...types), fc.anything({ maxDepth: 1, maxKeys: 3 })) }),
  );
  fc.assert(
    fc.property(message, sender, (message, sender) => {
      const accepted = acceptRequest(message, sender as never, own);
      if (accepted === null) return;
      expect(accepted).toBe(message);
      expect(types).toContain(accepted.type);
      expect([sender.id, sender.url?.startsWith(`${own.origin}/`)]).toEqual([own.id, true]);
    }),
    cases(200),
  );
});
