/** What a page can notice of a fill, and what is left of it afterwards. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WRITE_EVENTS } from '../../src/hub/write-value';
import { mountHub } from '../sites/hub-in-page';
import { HUB_VERSIONS } from '../sites/hub-releases';
import { look, lookAndFill } from './look-and-fill';
import { type PlainForm, plainForm } from './plain-form';

/** Every kind of event that a handler attribute exists for, and those without one. */
const EVENT_TYPES = [
  ...new Set(
    [window, document, HTMLElement.prototype].flatMap((target) => {
      const names: string[] = [];
      for (const name in target) if (name.startsWith('on')) names.push(name.slice(2));
      return names;
    }),
  ),
  ...['focusin', 'focusout', 'DOMActivate', 'textInput', 'compositionstart', 'beforeinput'],
  // Chromium answers a listener for these with an event of its own.
].filter((type) => !/^device(?:motion|orientation)/.test(type));

/** Listens to everything in a tree and above it until the signal says stop. */
function watchEvents(root: ShadowRoot, signal: AbortSignal): string[] {
  const seen: string[] = [];
  const heard = new Set<Event>();
  const listen = (event: Event) => {
    if (heard.has(event)) return;
    heard.add(event);
    const target = event.composedPath()[0];
    seen.push(`${target instanceof Element ? target.id : String(target)} ${event.type}`);
  };
  for (const target of [root, document, window]) {
    for (const type of EVENT_TYPES) target.addEventListener(type, listen, { capture: true, signal });
  }
  return seen;
}

describe('a form without a framework', () => {
  let form: PlainForm;
  let watching: AbortController;
  beforeEach(() => {
    form = plainForm();
    watching = new AbortController();
  });
  afterEach(() => {
    watching.abort();
    document.body.replaceChildren();
  });

  test('sees focus, input, change and blur of each field, field after field', async () => {
    const seen = watchEvents(form.root, watching.signal);
    await lookAndFill();
    expect(seen).toEqual([
      't focus',
      't input',
      't change',
      't blur',
      'o focus',
      'o input',
      'o change',
      'o blur',
      'd focus',
      'd input',
      'd change',
      'd blur',
    ]);
    expect(WRITE_EVENTS).toEqual(['focus', 'input', 'change', 'blur']);
  });

  test('sees each event in the way a person causes it, with the value in place from input on', async () => {
    const seen: unknown[] = [];
    for (const type of WRITE_EVENTS) {
      form
        .field('deployment')
        .addEventListener(type, ({ bubbles, composed, cancelable, target }) =>
          seen.push({ type, bubbles, composed, cancelable, value: (target as HTMLInputElement).value }),
        );
    }
    await lookAndFill();
    expect(seen).toEqual([
      { type: 'focus', bubbles: false, composed: true, cancelable: false, value: '' },
      { type: 'input', bubbles: true, composed: true, cancelable: false, value: 'prod' },
      { type: 'change', bubbles: true, composed: false, cancelable: false, value: 'prod' },
      { type: 'blur', bubbles: false, composed: true, cancelable: false, value: 'prod' },
    ]);
  });

  test('sees nothing at all when it is only looked at', () => {
    const seen = watchEvents(form.root, watching.signal);
    look();
    expect(seen).toEqual([]);
  });

  test('sees nothing at all when it is refused', async () => {
    form.field('deployment').disabled = true;
    const seen = watchEvents(form.root, watching.signal);
    await lookAndFill();
    expect(seen).toEqual([]);
  });

  test('has no node and no attribute changed', async () => {
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    const everything = { attributes: true, childList: true, characterData: true, subtree: true };
    for (const tree of [document, form.root]) observer.observe(tree, everything);
    await lookAndFill();
    records.push(...observer.takeRecords());
    observer.disconnect();
    expect(records).toEqual([]);
  });

  test('keeps focus, selection and scroll position', async () => {
    const own = document.createElement('input');
    own.value = 'the page has its own field';
    form.host.style.marginTop = '200vh';
    document.body.prepend(own);
    own.focus();
    own.setSelectionRange(4, 8);
    await lookAndFill();
    expect([document.activeElement, own.selectionStart, own.selectionEnd, scrollY]).toEqual([own, 4, 8, 0]);
  });

  test('never has its Connect button or its form submitted', async () => {
    const pressed = vi.fn((event: Event) => event.preventDefault());
    const connect = document.createElement('button');
    connect.textContent = 'Connect';
    form.root.querySelector('form')?.append(connect);
    for (const type of ['click', 'submit']) form.root.addEventListener(type, pressed);
    expect((await lookAndFill()).kind).toBe('written');
    expect(pressed).not.toHaveBeenCalled();
  });
});

/** What could stay behind: each call that comes out of the extension's own code, with its name. */
function watchLeftovers(): { calls: string[]; restore(): void } {
  const calls: string[] = [];
  const undo: (() => void)[] = [];
  const watch = (owner: object, name: string) => {
    const original = Reflect.get(owner, name);
    const replacement = new Proxy(original, {
      apply(target, self, args) {
        note(name);
        return Reflect.apply(target, self, args);
      },
      construct(target, args) {
        note(name);
        return Reflect.construct(target, args);
      },
    });
    Reflect.set(owner, name, replacement);
    undo.push(() => Reflect.set(owner, name, original));
  };
  const note = (name: string) => {
    if (new Error().stack?.includes('/src/hub/')) calls.push(name);
  };
  watch(EventTarget.prototype, 'addEventListener');
  for (const name of [
    'setTimeout',
    'setInterval',
    'requestAnimationFrame',
    'requestIdleCallback',
    'postMessage',
  ]) {
    watch(window, name);
  }
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'PerformanceObserver']) {
    watch(window, name);
  }
  return {
    calls,
    restore: () =>
      undo.forEach((step) => {
        step();
      }),
  };
}

describe.each(HUB_VERSIONS)('Hub %s', (version) => {
  test.each(['dagster', 'deployment-select', 'edit'] as const)(
    'has no listener, observer or timer set by a fill (%s)',
    async (scenario) => {
      const hub = await mountHub({ version, component: 'webcomponent', scenario });
      const left = watchLeftovers();
      try {
        expect((await lookAndFill()).kind).toBe('written');
      } finally {
        left.restore();
        hub.unmount();
      }
      expect(left.calls).toEqual([]);
    },
  );

  test('hears of a plain fill only the four events of each field, and no press', async () => {
    const hub = await mountHub({ version, component: 'webcomponent', scenario: 'dagster' });
    const watching = new AbortController();
    const seen: string[] = [];
    const listen = ({ target, type }: Event) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLButtonElement) {
        seen.push(`${target.name} ${type}`);
      }
    };
    // Not the style transitions with which the Hub answers.
    for (const type of EVENT_TYPES.filter((name) => !name.startsWith('transition'))) {
      hub.root.addEventListener(type, listen, { capture: true, signal: watching.signal });
    }
    await lookAndFill();
    watching.abort();
    hub.unmount();
    expect(seen).toEqual(
      ['user_token', 'organization', 'deployment'].flatMap((name) =>
        WRITE_EVENTS.map((type) => `${name} ${type}`),
      ),
    );
  });
});
