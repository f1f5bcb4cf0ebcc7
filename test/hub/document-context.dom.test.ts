import { afterEach, describe, expect, test } from 'vitest';
import { createFinder } from '../../src/hub/find';
import { mayBeFilled } from '../../src/hub/may-be-filled';
import { look, lookAndFill } from './look-and-fill';
import { plainForm } from './plain-form';

afterEach(() => document.body.replaceChildren());

describe('a document may be filled', () => {
  const at = (address: string) => new URL(address);
  test.each([
    ['https://app.stackone.com/embedded', true],
    ['https://customer.example:8443/', true],
    ['http://localhost:3000/', true],
    ['http://127.0.0.1/', true],
    ['http://[::1]:8080/', true],
    ['http://customer.example/', false],
    ['http://localhost.evil.example/', false],
    ['http://127.0.0.1.evil.example/', false],
    ['http://127.0.0.2/', false],
    ['ftp://localhost/', false],
    ['file:///home/me/form.html', false],
    ['about:srcdoc', false],
    ['blob:https://customer.example/1', false],
    ['data:text/html,x', false],
  ])('%s: %s', (address, fillable) => {
    expect(mayBeFilled(at(address))).toBe(fillable);
  });

  test('not without a window, in which nobody sees it', () => {
    const report = createFinder(document.implementation.createHTMLDocument(), {}).report();
    expect(report).toMatchObject({ fillable: false, origin: 'null' });
  });

  test('by one name for as long as it lives', () => {
    expect(look().document).toBe(look().document);
  });

  test('not in a sandbox, whatever its address', () => {
    expect(mayBeFilled({ origin: 'null', protocol: 'https:', hostname: 'app.stackone.com' })).toBe(false);
  });
});

const frame = (attributes: Record<string, string>, style = 'width: 400px; height: 300px') => {
  const element = document.createElement('iframe');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.style.cssText = style;
  return element;
};

const FRAMES: readonly [string, HTMLIFrameElement, string[]][] = [
  ['of another origin', frame({ src: 'https://hub.example/connect?token=1' }), ['https://hub.example']],
  ['of the same origin', frame({ src: '/nothing' }), [location.origin]],
  ['without an address', frame({}), [location.origin]],
  [
    'that is sandboxed',
    frame({ src: 'https://hub.example/', sandbox: 'allow-scripts allow-forms' }),
    ['null'],
  ],
  [
    'that is sandboxed but keeps its origin',
    frame({ src: 'https://hub.example/', sandbox: 'allow-scripts allow-same-origin' }),
    ['https://hub.example'],
  ],
  ['with its content in srcdoc', frame({ srcdoc: '<p>x</p>' }), ['about:srcdoc']],
  ['with its content in a sandboxed srcdoc', frame({ srcdoc: '<p>x</p>', sandbox: '' }), ['null']],
  ['with a data address', frame({ src: 'data:text/html,x' }), ['null']],
  ['with an address that is none', frame({ src: 'https://' }), [location.origin]],
  ['that is one pixel large', frame({ src: 'https://tracker.example/' }, 'width: 1px; height: 1px'), []],
  ['that is not displayed', frame({ src: 'https://tracker.example/' }, 'display: none'), []],
];

describe('the report names a frame', () => {
  test.each(FRAMES)('%s', (_, element, origins) => {
    document.body.append(element);
    expect(look().frameOrigins).toEqual(origins);
  });

  test('inside shadow roots, and each origin once', () => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    for (const path of ['a', 'b']) root.append(frame({ src: `https://hub.example/${path}` }));
    root.append(frame({ src: 'https://other.example/' }));
    expect(look().frameOrigins).toEqual(['https://hub.example', 'https://other.example']);
  });
});

describe('a form inside a frame', () => {
  /** Loads a frame of this origin with a linking form in it. */
  async function framedForm(attributes: Record<string, string>): Promise<Document | null> {
    const element = frame(attributes);
    const loaded = new Promise((done) => element.addEventListener('load', done, { once: true }));
    document.body.append(element);
    await loaded;
    const inner = element.contentDocument;
    if (inner) plainForm({}, inner.body);
    return inner;
  }

  test('of the same origin is reported with the way to it', async () => {
    const inner = await framedForm({ src: '/nothing' });
    expect(inner && createFinder(inner, {}).report()).toMatchObject({
      fillable: true,
      path: [...look().path, 0],
    });
  });

  test('in srcdoc is refused', async () => {
    const inner = (await framedForm({ srcdoc: '<p>x</p>' })) as Document;
    expect(createFinder(inner, {}).report()).toMatchObject({ fillable: false });
    expect(await lookAndFill({}, 0, createFinder(inner, {}))).toEqual({
      kind: 'not-filled',
      reason: 'not-fillable',
    });
    const values = Array.from(
      inner.body.lastElementChild?.shadowRoot?.querySelectorAll('input') ?? [],
      ({ value }) => value,
    );
    expect(values).toEqual(['', '', '']);
  });
});

describe('a form inside a closed shadow root of the page', () => {
  const closed = new WeakMap<Element, ShadowRoot>();
  const finder = createFinder(document, { closedRoot: (element) => closed.get(element) ?? null });
  function closedForm(name = 'customer-modal') {
    const host = document.createElement(name);
    const root = host.attachShadow({ mode: 'closed' });
    closed.set(host, root);
    document.body.append(host);
    return plainForm({}, root);
  }

  test('is not found where the browser offers no way in', () => {
    closedForm();
    expect(look().forms).toEqual([]);
  });

  test.each(['customer-modal', 'div'])('is found and filled where it does (%s)', async (name) => {
    const form = closedForm(name);
    expect(finder.report().forms).toHaveLength(1);
    expect(await lookAndFill({}, 0, finder)).toMatchObject({
      kind: 'written',
    });
    expect(form.field('deployment').value).toBe('prod');
  });

  test('is not looked for where an open form stands', () => {
    closedForm();
    plainForm();
    expect(finder.report().forms).toHaveLength(1);
  });
});
