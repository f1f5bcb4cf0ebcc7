/** What is pressed in a Tokens page for "Create and reveal a token" and "Reveal token", and what never is. */
import fc from 'fast-check';
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createControlSight } from '../../src/dagster/may-be-pressed';
import { createTokenMaker } from '../../src/dagster/token-maker';
import { CHANGE_LIMIT_MS, type TokenMaker, type TokenPressOutcome } from '../../src/dagster/token-press';
import { cases } from '../fuzz';
import {
  ADDRESS,
  AGENTS,
  type AppToken,
  HEADER,
  LAPTOP,
  NEW,
  NOTEBOOK,
  type TokensApp,
  type TokensAppOptions,
  tokensApp,
} from './tokens-app';

const CREATE = 'Create user token';
const REVEAL = 'Reveal token';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  document.body.replaceChildren();
});

const makerAt = (address: () => string = () => ADDRESS): TokenMaker =>
  createTokenMaker(document, address, createControlSight(document));

/** Lets the page and the maker come to their end. */
async function ended<T>(running: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(3 * CHANGE_LIMIT_MS);
  return running;
}

type Wanted = { kind: 'create' } | { kind: 'reveal'; row: number };

/** A press as the popup has it made: of what was shown before. */
const begin = (
  maker: TokenMaker,
  wanted: Wanted = { kind: 'create' },
  changes = {},
  inBetween = (): void => undefined,
) => {
  const { document, address, look } = maker.look();
  inBetween();
  return maker.press({
    wanted: { document, address, look, ...wanted, ...changes },
    startBefore: Date.now() + 60_000,
  });
};
const pressIn = (maker: TokenMaker, wanted?: Wanted): Promise<TokenPressOutcome> =>
  ended(begin(maker, wanted));

const create = async (options: TokensAppOptions = {}) => {
  const app = tokensApp(options);
  return { app, outcome: await pressIn(makerAt()) };
};

const revealed = ({ tokens }: TokensApp): string[] =>
  tokens.flatMap(({ revealed, value }) => (revealed ? [value] : []));

const later =
  <Args extends unknown[]>(ms: number, work: (...args: Args) => void) =>
  (...args: Args): void =>
    void setTimeout(work, ms, ...args);

/** A Tokens page as React draws one. */
function ReactApp() {
  const [tokens, setTokens] = useState<readonly AppToken[]>([LAPTOP]);
  const reveal = (token: AppToken) =>
    setTokens((all) => all.map((one) => (one === token ? { ...one, revealed: true } : one)));
  const row = (token: AppToken) =>
    h(
      'tr',
      { key: token.value },
      h('td', {}, token.description),
      h('td', {}, token.revealed ? token.value : '••••'),
      h('td', {}, token.created),
      h(
        'td',
        {},
        h('button', { type: 'button', onClick: () => reveal(token) }, token.revealed ? 'Hide token' : REVEAL),
      ),
    );
  const add = () => setTokens((all) => [NEW, ...all]);
  return [
    h('h2', { key: 'title' }, 'Manage tokens for your account'),
    h('button', { key: 'create', type: 'button', onClick: add }, h('span', {}, '+ '), CREATE),
    h('table', { key: 'list' }, h('tbody', {}, tokens.map(row))),
  ];
}

describe('Create and reveal a token', () => {
  const drawings = (['kept', 'moved', 'anew'] as const).flatMap((drawing) =>
    (['table', 'divs'] as const).map((rows) => ({ drawing, rows })),
  );

  test.each(drawings)(
    'presses two controls and reveals the new token only: $drawing in $rows',
    async (drawn) => {
      const { app, outcome } = await create(drawn);
      expect(outcome).toEqual({ kind: 'revealed', created: true });
      expect(app.presses).toEqual([CREATE, REVEAL]);
      expect(revealed(app)).toEqual([NEW.value]);
    },
  );

  test('reveals the first token that there is', async () => {
    const { app, outcome } = await create({ tokens: [] });
    expect([outcome.kind, app.presses]).toEqual(['revealed', [CREATE, REVEAL]]);
  });

  test('takes a row that shows its token by itself as it is', async () => {
    const { app, outcome } = await create({ onCreate: (app) => app.add({ revealed: true }) });
    expect([outcome, app.presses]).toEqual([{ kind: 'revealed', created: true }, [CREATE]]);
  });

  test('tells the new row from one that reads the same, where the elements stay with their tokens', async () => {
    const { app, outcome } = await create({ tokens: [{ ...NEW, value: LAPTOP.value }] });
    expect([outcome.kind, revealed(app)]).toEqual(['revealed', [NEW.value]]);
  });

  test.each(['moved', 'anew'] as const)(
    'reveals nothing where the new row cannot be told from one that reads the same: %s',
    async (drawing) => {
      const { app, outcome } = await create({ drawing, tokens: [{ ...NEW, value: LAPTOP.value }] });
      expect([outcome, app.presses]).toEqual([{ kind: 'unclear' }, [CREATE]]);
    },
  );

  test('works in an application inside of a shadow root', async () => {
    const app = tokensApp();
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(document.querySelector('main') as Element);
    document.body.replaceChildren(host);
    expect(await pressIn(makerAt())).toEqual({ kind: 'revealed', created: true });
    expect(revealed(app)).toEqual([NEW.value]);
  });

  test('works in an application made with React', async () => {
    const place = document.body.appendChild(document.createElement('div'));
    const root = createRoot(place);
    root.render(h(ReactApp));
    vi.useRealTimers();
    await expect.poll(() => place.querySelectorAll('tr').length).toBe(1);
    expect(await begin(makerAt())).toEqual({ kind: 'revealed', created: true });
    expect(place.textContent).toContain(NEW.value);
    expect(place.textContent).not.toContain(LAPTOP.value);
    root.unmount();
    vi.useFakeTimers();
  });
});

describe('When the page answers late, not at all, or twice', () => {
  const LATE_MS = CHANGE_LIMIT_MS + 1_000;

  test('a row and a token that come within 5 s are waited for', async () => {
    const { app, outcome } = await create({
      onCreate: later(4_500, (app: TokensApp) => app.add()),
      onReveal: later(4_500, (app: TokensApp, token: AppToken) => {
        token.revealed = true;
        app.draw();
      }),
    });
    expect([outcome.kind, app.presses, CHANGE_LIMIT_MS]).toEqual(['revealed', [CREATE, REVEAL], 5_000]);
  });

  test('a creation that is refused is told, and not begun again in that document', async () => {
    const app = tokensApp({ onCreate: () => undefined });
    const maker = makerAt();
    expect(await pressIn(maker)).toEqual({ kind: 'unchanged' });
    expect(maker.look()).toMatchObject({ creatable: false, told: { kind: 'unchanged' }, pointable: true });
    expect(await pressIn(maker)).toEqual({ kind: 'tried' });
    expect(app.presses).toEqual([CREATE]);
  });

  test('a row that comes too late is not revealed by itself, is told, and can be revealed by a press', async () => {
    const app = tokensApp({ onCreate: later(LATE_MS, (app: TokensApp) => app.add()) });
    const maker = makerAt();
    const first = begin(maker);
    await vi.advanceTimersByTimeAsync(CHANGE_LIMIT_MS + 500);
    expect([await first, maker.look().told]).toEqual([{ kind: 'unchanged' }, { kind: 'unchanged' }]);
    expect(await pressIn(maker)).toEqual({ kind: 'tried' });
    expect(maker.look()).toMatchObject({ told: { kind: 'created' }, creatable: false });
    expect(await pressIn(maker)).toEqual({ kind: 'created' });
    expect(await pressIn(maker, { kind: 'reveal', row: 0 })).toEqual({ kind: 'revealed', created: false });
    expect(app.presses).toEqual([CREATE, REVEAL]);
    expect(revealed(app)).toEqual([NEW.value]);
  });

  test('of two new rows none is revealed', async () => {
    const twice = (app: TokensApp) => {
      app.add();
      app.add({ value: `user:${'1'.repeat(32)}` });
    };
    const { app, outcome } = await create({ onCreate: twice });
    expect([outcome, app.presses]).toEqual([{ kind: 'unclear' }, [CREATE]]);
  });

  test('of two rows that come one after the other none is revealed', async () => {
    const twice = (app: TokensApp) => {
      app.add();
      setTimeout(() => app.add({ description: 'again' }), 150);
    };
    const { app, outcome } = await create({ onCreate: twice });
    expect([outcome, app.presses]).toEqual([{ kind: 'unclear' }, [CREATE]]);
  });

  test('a row that cannot be revealed is told as created, is pointed at, and nothing is created beside it', async () => {
    const app = tokensApp({ onReveal: () => undefined });
    const maker = makerAt();
    expect(await pressIn(maker)).toEqual({ kind: 'created' });
    expect(maker.look()).toMatchObject({ told: { kind: 'created' }, creatable: false, pointable: true });
    expect(maker.point()).toBe(true);
    const control = document.querySelector('#list button:nth-of-type(1):not([aria-label])');
    expect(control?.getAnimations()).toHaveLength(1);
    expect(await pressIn(maker)).toEqual({ kind: 'created' });
    expect(app.presses).toEqual([CREATE, REVEAL]);
  });

  test('a token that is shown cut is said to be not whole', async () => {
    const { outcome } = await create({
      onReveal: (app, token) => {
        app.tokens[0] = { ...token, value: 'user:e5b0…7c60', revealed: true };
        app.draw();
      },
    });
    expect(outcome).toEqual({ kind: 'not-whole', created: true });
  });

  test('a second press while one goes on presses nothing', async () => {
    const app = tokensApp({ onCreate: later(1_000, (app: TokensApp) => app.add()) });
    const maker = makerAt();
    const first = begin(maker);
    expect(maker.look()).toMatchObject({ told: { kind: 'running' }, creatable: false });
    expect(await begin(maker)).toEqual({ kind: 'running' });
    expect(await ended(first)).toEqual({ kind: 'revealed', created: true });
    expect(app.presses).toEqual([CREATE, REVEAL]);
  });

  test('what was not told is told once', async () => {
    tokensApp({ header: '<h2>Manage tokens for your account</h2>' });
    const maker = makerAt();
    await pressIn(maker);
    expect([maker.look().told, maker.look().told]).toEqual([{ kind: 'refused', why: 'missing' }, null]);
  });
});

describe('Reveal token', () => {
  test('lists the hidden tokens of the person, with what tells them apart', () => {
    tokensApp({ tokens: [LAPTOP, { ...NOTEBOOK, revealed: true }, NEW] });
    expect(makerAt().look().rows).toEqual([
      { description: 'Laptop', created: 'Apr 3, 2026' },
      { description: '', created: 'Jun 1, 2026' },
    ]);
  });

  test('reveals the chosen one, also when its row has moved', async () => {
    const app = tokensApp();
    const maker = makerAt();
    const { document, address, look } = maker.look();
    app.tokens.reverse();
    app.draw();
    const wanted = { kind: 'reveal', row: 1, document, address, look } as const;
    const outcome = await ended(maker.press({ wanted, startBefore: Date.now() + 1 }));
    expect([outcome.kind, app.presses, revealed(app)]).toEqual(['revealed', [REVEAL], [NOTEBOOK.value]]);
  });

  test.each(['moved', 'anew'] as const)(
    'presses nothing when another token stands there now: %s',
    async (drawing) => {
      const app = tokensApp({ drawing });
      const maker = makerAt();
      const { document, address, look } = maker.look();
      app.tokens.reverse();
      app.draw();
      const wanted = { kind: 'reveal', row: 1, document, address, look } as const;
      expect(await ended(maker.press({ wanted, startBefore: Date.now() + 1 }))).toEqual({
        kind: 'refused',
        why: 'changed',
      });
      expect(app.presses).toEqual([]);
    },
  );

  test('says when the row does not change', async () => {
    const app = tokensApp({ onReveal: () => undefined });
    expect(await pressIn(makerAt(), { kind: 'reveal', row: 0 })).toEqual({ kind: 'not-revealed' });
    expect(app.presses).toEqual([REVEAL]);
  });

  test.each<[string, string, (control: HTMLElement) => void]>([
    ['is covered', 'hidden', () => document.body.append(cover())],
    ['is disabled', 'disabled', (control) => control.setAttribute('aria-disabled', 'true')],
    ['has another name', 'changed', (control) => control.setAttribute('aria-label', 'Revoke')],
  ])('presses nothing when the control of the chosen row %s by then', async (_, why, change) => {
    const app = tokensApp();
    const pressed = begin(makerAt(), { kind: 'reveal', row: 0 }, {}, () =>
      change(document.querySelector('#list td:last-child button') as HTMLElement),
    );
    expect([await ended(pressed), app.presses]).toEqual([{ kind: 'refused', why }, []]);
  });

  test('does not know rows of an earlier look', async () => {
    const app = tokensApp();
    const maker = makerAt();
    const { look } = maker.look();
    expect(await ended(begin(maker, { kind: 'reveal', row: 0 }, { look }))).toMatchObject({ why: 'changed' });
    expect(app.presses).toEqual([]);
  });

  test('leaves revoked tokens out', () => {
    tokensApp({
      tokens: [],
      after: `<section><h3>Revoked tokens</h3><table><tr><td>Old</td><td>•••</td><td>Feb 2, 2026</td>
        <td><button>Reveal token</button></td></tr></table></section>`,
    });
    expect(makerAt().look().rows).toEqual([]);
  });
});

describe('Nothing is pressed', () => {
  const own = (control: string) => `<h2>Manage tokens for your account</h2>${control}`;
  const styled = (style: string) => own(`<button style="${style}">Create user token</button>`);
  const over = '<div style="position: fixed; inset: 0; background: white"></div>';

  test.each<[string, string, TokensAppOptions]>([
    ['there is no such button', 'missing', { header: own('') }],
    [
      'there are two',
      'several',
      { header: own('<button>Create user token</button><a href="#">Add user token</a>') },
    ],
    ['it is not rendered', 'hidden', { header: styled('display: none') }],
    ['it is transparent', 'hidden', { header: styled('opacity: 0') }],
    [
      'it is too small',
      'hidden',
      { header: styled('width: 1px; height: 1px; padding: 0; overflow: hidden') },
    ],
    ['it lies outside of the page', 'hidden', { header: styled('position: absolute; left: -500px') }],
    ['something lies over it', 'hidden', { after: over }],
    [
      'something that takes no presses lies over it',
      'hidden',
      { after: over.replace('style="', 'style="pointer-events: none; ') },
    ],
    ['a dialog is open', 'hidden', { after: '<dialog id="dialog">Revoke token?</dialog>' }],
    ['it is disabled', 'disabled', { header: own('<button disabled>Create user token</button>') }],
    [
      'it is said to be disabled',
      'disabled',
      { header: own('<button aria-disabled="true">Create user token</button>') },
    ],
    [
      'what it stands in is said to be disabled',
      'disabled',
      { header: own('<div aria-disabled="true"><button>Create user token</button></div>') },
    ],
    [
      'its fieldset is disabled',
      'disabled',
      { header: own('<fieldset disabled><div role="button">Create user token</div></fieldset>') },
    ],
    ['it takes no presses', 'disabled', { header: styled('pointer-events: none') }],
    [
      'it stands among agent tokens',
      'agent-section',
      { header: own(''), after: AGENTS.replace('Create agent token', 'Create user token') },
    ],
    [
      'the tab of agent tokens is chosen',
      'agent-section',
      {
        header:
          '<div role="tab">User tokens</div><div role="tab" aria-selected="true">Agent tokens</div><button>Create user token</button>',
        after: '',
      },
    ],
    [
      'it cannot be told whose tokens there are',
      'agent-section',
      { header: '<h2>Tokens of the house</h2><button>Create user token</button>' },
    ],
    [
      'another user is named above',
      'other-user',
      {
        before: '<p>Manage tokens for <button>Bob Ray</button></p>',
        header: '<h2>User tokens</h2><button>Create user token</button>',
      },
    ],
    [
      'another user is named in the heading',
      'other-user',
      { header: '<h2>Manage tokens for Bob Ray</h2><button>Create user token</button>' },
    ],
    [
      'another user is chosen',
      'other-user',
      {
        before: 'Manage tokens for <select><option>Me<option selected>Bob Ray</select>',
        header: '<h2>User tokens</h2><button>Create user token</button>',
      },
    ],
    ...[
      '<button>Create user tokens</button>',
      '<button>Create user token now</button>',
      '<button>Create user token<span hidden>Revoke</span></button>',
      '<button aria-label="Create user token">Revoke</button>',
      '<button aria-label="Revoke">Create user token</button>',
      '<button aria-labelledby="x">Create user token</button><i id="x">Edit</i>',
      '<button>Create agent token</button>',
      '<button>Créer un jeton utilisateur</button>',
      '<b>Create user token</b>',
    ].map((control): [string, string, TokensAppOptions] => [
      `it is not known by its name: ${control}`,
      'missing',
      { header: own(control), after: '' },
    ]),
  ])('when %s', async (_, why, options) => {
    const app = tokensApp(options);
    document.querySelector<HTMLDialogElement>('#dialog')?.showModal();
    const maker = makerAt();
    expect(maker.look().creatable).toBe(false);
    expect([await pressIn(maker), app.presses]).toEqual([{ kind: 'refused', why }, []]);
  });

  test.each<[string, object]>([
    ['another document', { document: 'another' }],
    ['another organization', { address: ADDRESS.replace('acme', 'globex') }],
    ['another deployment', { address: ADDRESS.replace('prod', 'staging') }],
  ])('when it was wanted of %s', async (_, changes) => {
    const app = tokensApp();
    expect(await begin(makerAt(), { kind: 'create' }, changes)).toEqual({ kind: 'refused', why: 'changed' });
    expect(app.presses).toEqual([]);
  });

  test('when the page is no Tokens page', async () => {
    const app = tokensApp();
    const maker = makerAt(() => 'https://acme.dagster.cloud/prod/org-settings/users');
    expect([await begin(maker), app.presses]).toEqual([{ kind: 'refused', why: 'changed' }, []]);
  });

  test('when the press comes too late', async () => {
    const app = tokensApp();
    const maker = makerAt();
    const { document, address, look } = maker.look();
    const wanted = { kind: 'create', document, address, look } as const;
    expect(await maker.press({ wanted, startBefore: Date.now() })).toEqual({
      kind: 'refused',
      why: 'too-late',
    });
    expect(app.presses).toEqual([]);
  });

  test('after the page has gone to another place in between', async () => {
    let address = ADDRESS;
    const app = tokensApp({
      onCreate: (app) => {
        app.add();
        setTimeout(() => {
          address = address.replace('acme', 'globex');
        }, 150);
      },
    });
    expect((await pressIn(makerAt(() => address))).kind).not.toBe('revealed');
    expect(app.presses).toEqual([CREATE]);
  });

  test.each<[string, (row: Element) => void]>([
    ['has become Revoke', (row) => replaceText(row, 'Revoke')],
    ['is covered', (row) => row.append(cover())],
    ['is disabled', (row) => row.querySelector('td:last-child button')?.setAttribute('disabled', '')],
    [
      'is there twice',
      (row) =>
        row.querySelector('td:last-child')?.insertAdjacentHTML('beforeend', '<button>Reveal token</button>'),
    ],
    [
      'stands beside Edit',
      (row) => row.querySelector('td:last-child')?.insertAdjacentHTML('beforeend', '<button>Edit</button>'),
    ],
  ])('in the new row when its control %s', async (_, change) => {
    const { app, outcome } = await create({
      onCreate: (app) => {
        app.add();
        change(document.querySelector('#list tr') as Element);
      },
    });
    expect(outcome.kind).not.toBe('revealed');
    expect(app.presses).toEqual([CREATE]);
  });

  test('when the control has become another one at the very press before', async () => {
    const { app, outcome } = await create({
      onCreate: (app) => {
        app.add();
        setTimeout(() => replaceText(document.querySelector('#list tr') as Element, 'Revoke'), 190);
      },
    });
    expect([outcome.kind === 'revealed', app.presses]).toEqual([false, [CREATE]]);
  });
});

function replaceText(row: Element, words: string): void {
  const control = row.querySelector('td:last-child button');
  if (control) control.textContent = words;
}

function cover(): HTMLElement {
  const cover = document.createElement('div');
  cover.style.cssText = 'position: fixed; inset: 0; background: white';
  return cover;
}

describe('Whatever stands on the page', () => {
  const names = fc.constantFrom(
    ...[
      CREATE,
      REVEAL,
      'Revoke',
      'Edit',
      'Hide token',
      'Create agent token',
      '+ Create agent token',
      'Revoke token',
    ],
    ...[
      'Delete',
      'Reveal',
      'Reveal tokens',
      'Connect',
      'Sign out',
      'Edit description',
      'Save',
      '',
      'Rotate token',
    ],
  );
  const control = fc.record({
    tag: fc.constantFrom('button', 'a', 'div role="button"', 'span style="cursor: pointer"'),
    text: names,
    label: fc.option(names, { nil: undefined }),
  });
  const row = fc.record({ date: fc.boolean(), controls: fc.array(control, { maxLength: 3 }) });
  const section = fc.record({
    title: fc.constantFrom(
      'Manage tokens for your account',
      'Agent tokens',
      'User tokens',
      'Service tokens',
      'Revoked tokens',
    ),
    level: fc.constantFrom('h2', 'h3', 'div'),
    nested: fc.boolean(),
    controls: fc.array(control, { maxLength: 2 }),
    rows: fc.array(row, { maxLength: 3 }),
  });
  /** So that both controls are pressed on some page in any case. */
  const HONEST: Section = {
    title: 'Manage tokens for your account',
    level: 'h2',
    nested: true,
    controls: [{ tag: 'button', text: 'Create user token', label: undefined }],
    rows: [{ date: true, controls: [{ tag: 'button', text: 'Reveal token', label: undefined }] }],
  };
  type Section = typeof section extends fc.Arbitrary<infer T> ? T : never;
  type Control = typeof control extends fc.Arbitrary<infer T> ? T : never;

  const drawControl = ({ tag, text, label }: Control) =>
    `<${tag}${label === undefined ? '' : ` aria-label="${label}"`}>${text}</${tag.split(' ')[0]}>`;
  const drawSection = ({ title, level, nested, controls, rows }: Section) => {
    const content = `<${level}>${title}</${level}>${controls.map(drawControl).join('')}<table>${rows
      .map(
        ({ date, controls }) =>
          `<tr><td>Laptop</td><td>${date ? 'Apr 3, 2026' : ''}</td><td>${controls.map(drawControl).join('')}</td></tr>`,
      )
      .join('')}</table>`;
    return nested ? `<section data-title="${title}">${content}</section>` : content;
  };

  test('only “Create user token” and “Reveal token” are pressed, each by its whole name, and none among agent tokens', async () => {
    const pressed = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(section, { maxLength: 3 }), async (sections) => {
        document.body.innerHTML = `<main>${sections.map(drawSection).join('')}</main>`;
        const presses: Element[] = [];
        document
          .querySelector('main')
          ?.addEventListener('click', ({ target }) => presses.push(target as Element));
        const wanted: Wanted[] = [
          { kind: 'create' },
          ...[0, 1, 2, 3].map((row) => ({ kind: 'reveal', row }) as const),
        ];
        for (const one of wanted) {
          presses.length = 0;
          await pressIn(makerAt(), one);
          expect(presses.length).toBeLessThanOrEqual(1);
          for (const target of presses) {
            const { textContent, ariaLabel } = target as HTMLElement;
            const expected = one.kind === 'create' ? CREATE : REVEAL;
            pressed.add(expected);
            for (const name of [textContent, ariaLabel]) if (name) expect(name).toBe(expected);
            expect(textContent || ariaLabel).toBe(expected);
            const section = target.closest('[data-title]')?.getAttribute('data-title') ?? '';
            expect(section).not.toMatch(one.kind === 'create' ? /Agent/ : /Agent|Revoked|Service/);
          }
        }
      }),
      {
        ...cases(100),
        examples: [[[HONEST]], [[HONEST, { ...HONEST, title: 'Agent tokens', controls: [] }]]],
      },
    );
    // The pages were such that both were pressed at all.
    expect([...pressed].sort()).toEqual([CREATE, REVEAL]);
  });

  test('looking changes nothing in the page and sends it nothing', () => {
    tokensApp();
    const before = document.documentElement.outerHTML;
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    expect(makerAt().look().creatable).toBe(true);
    expect([observer.takeRecords(), document.documentElement.outerHTML]).toEqual([[], before]);
    observer.disconnect();
  });

  test.each([
    HEADER,
    '<h2>User tokens</h2><div style="cursor: pointer">+ Create user token</div>',
    '<p>Manage tokens for <span>your account</span></p><a role="button"><svg width="16" height="16"><title>plus</title></svg>New user token</a>',
    '<button>Create user token</button>',
  ])('can be pressed where it is without doubt the person’s own: %s', async (header) => {
    const after = header.startsWith('<button') ? '' : AGENTS;
    const { app, outcome } = await create({ header, after });
    expect(outcome).toEqual({ kind: 'revealed', created: true });
    expect(app.presses).toHaveLength(2);
  });
});

describe('Whether the page is ready', () => {
  test('is said as soon as its lists are drawn', async () => {
    document.body.replaceChildren();
    const ready = makerAt().ready(10_000);
    setTimeout(() => tokensApp(), 3_000);
    await vi.advanceTimersByTimeAsync(3_200);
    expect(await ready).toBe(true);
  });

  test('is not waited for longer than asked, nor on another page', async () => {
    document.body.replaceChildren();
    expect(await ended(makerAt().ready(1_000))).toBe(false);
    expect(await makerAt(() => 'https://acme.dagster.cloud/prod/overview').ready(10_000)).toBe(false);
  });
});
