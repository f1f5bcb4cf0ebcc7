/** Pages that try to get the values, or a press, past the person. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DocumentReport } from '../../src/hub/report';
import { DOM_NAMES } from '../page/dom-names';
import { DETAILS } from './cases';
import { fillAsShown, look, lookAndFill, requestFor } from './look-and-fill';
import { type PlainForm, plainForm } from './plain-form';

afterEach(() => {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
});

const valuesIn = ({ root }: PlainForm) => Array.from(root.querySelectorAll('input'), ({ value }) => value);

/** Moves the Hub under the heading "Production" below the one under "Staging". */
function twoForms(): { production: PlainForm; staging: PlainForm } {
  const section = (name: string): PlainForm => {
    const element = document.createElement('section');
    element.innerHTML = `<h2>${name}</h2>`;
    document.body.append(element);
    return plainForm({}, element);
  };
  return { production: section('Production'), staging: section('Staging') };
}

describe('a page that changes places between look and fill', () => {
  test('gets the values into the form that was chosen, wherever that is now', async () => {
    const { production, staging } = twoForms();
    const chosen = requestFor(look(), 0);
    const [first, second] = document.querySelectorAll('section');
    if (first && second) second.after(first);
    expect(await fillAsShown(chosen)).toMatchObject({ kind: 'written' });
    expect(valuesIn(production)).toEqual(Object.values(DETAILS));
    expect(valuesIn(staging)).toEqual(['', '', '']);
  });

  const CHANGES: readonly [string, (forms: ReturnType<typeof twoForms>) => void][] = [
    [
      'when the chosen form stands under another heading',
      ({ production, staging }) => staging.host.after(production.host),
    ],
    ['when the heading has other words', () => setText('h2', 'Testing')],
    ['when the chosen form was taken away', ({ production }) => production.host.remove()],
    ['when there is one more', () => plainForm()],
    [
      'when the other form was put into its tree',
      ({ production, staging }) => production.root.replaceChildren(...staging.root.childNodes),
    ],
    [
      'when it is another connector’s form by now',
      ({ production }) => {
        const header = production.root.querySelector('.card-header') as HTMLElement;
        header.innerHTML = '<img alt="astronomer"><span>Astronomer</span>';
      },
    ],
  ];
  test.each(CHANGES)('gets nothing %s', async (_, change) => {
    const forms = twoForms();
    const chosen = requestFor(look(), 0);
    change(forms);
    expect(await fillAsShown(chosen)).toEqual({ kind: 'not-filled', reason: 'form-changed' });
    for (const form of Object.values(forms)) expect(valuesIn(form).join('')).toBe('');
  });

  test('gets nothing where the form and what was shown beside it are both other ones', async () => {
    const form = plainForm();
    const card = `<div>${form.root.innerHTML}</div>`;
    form.root.innerHTML = card + card;
    const chosen = requestFor(look(), 0);
    form.root.innerHTML = card;
    plainForm();
    expect(await fillAsShown(chosen)).toEqual({ kind: 'not-filled', reason: 'form-changed' });
  });

  test('gets nothing by a look that many others have followed', async () => {
    plainForm();
    const chosen = requestFor(look());
    for (let more = 0; more < 10; more++) look();
    expect(await fillAsShown(chosen)).toEqual({ kind: 'not-filled', reason: 'form-changed' });
  });

  const setText = (selectors: string, text: string) => {
    const element = document.querySelector(selectors);
    if (element) element.textContent = text;
  };
});

describe('a page that waits for the focus event', () => {
  const TRICKS: readonly [string, (form: PlainForm) => void][] = [
    ['to hide the field', ({ field }) => field('userToken').style.setProperty('opacity', '0')],
    ['to take the field away', ({ field }) => field('userToken').remove()],
    ['to lock the field', ({ field }) => field('userToken').setAttribute('readonly', '')],
    [
      'to put another one there',
      ({ field }) => field('userToken').replaceWith(field('userToken').cloneNode(true)),
    ],
    [
      'to turn the form into another connector’s',
      ({ root }) => root.querySelector('.card-header img')?.setAttribute('alt', 'astronomer'),
    ],
  ];
  test.each(TRICKS)('%s does not get the token', async (_, trick) => {
    const form = plainForm();
    const field = form.field('userToken');
    field.addEventListener('focus', () => trick(form), { once: true });
    const outcome = await lookAndFill();
    expect(outcome).toMatchObject({ kind: 'written', fields: { userToken: { result: 'hidden' } } });
    expect(field.value + valuesIn(form).join()).not.toContain(DETAILS.userToken);
  });
});

describe('what a page names its fields', () => {
  const form = (extra: string) => `
    <form id="f">
      <label for="t">User Token</label><input id="t"><label for="o">Organization slug</label><input id="o">
      <label for="d">Deployment</label><input id="d">${extra}
    </form>`;
  const inACard = (content: string) =>
    `<div class="card-header"><img alt="dagster"><span>Dagster</span></div>${content}`;
  test('hides no ancestor that cannot be seen', () => {
    document.body.innerHTML = inACard(
      `<div style="opacity: 0">${form('<input name="parentNode" type="hidden">')}</div><output name="parentElement" form="f"></output>`,
    );
    expect(look().forms[0]?.fields.userToken).toBe('hidden');
  });

  test.each(['fields of its own', 'outputs elsewhere'])(
    'keeps nobody from looking at a form and filling it: %s',
    async (what) => {
      const extra = DOM_NAMES.map((name) =>
        what === 'outputs elsewhere'
          ? `<output name="${name}" form="f"></output>`
          : `<input name="${name}" type="hidden">`,
      ).join('');
      document.body.innerHTML = inACard(what === 'outputs elsewhere' ? form('') + extra : form(extra));
      // Out of view more is looked at.
      document.body.style.marginTop = '300vh';
      expect(look().forms).toMatchObject([
        { connector: { kind: 'dagster' }, fields: { userToken: 'ready' } },
      ]);
      expect(await lookAndFill()).toMatchObject({ kind: 'written' });
    },
  );

  test('keeps nobody from looking at a page with pictures of such names', () => {
    plainForm().host.style.marginTop = '300vh';
    const pictures = document.createElement('div');
    document.body.append(pictures);
    pictures.innerHTML = DOM_NAMES.map((name) => `<img name="${name}">`).join('');
    const { forms } = look();
    // Until then they are in the way of the test as well.
    pictures.remove();
    expect(forms[0]?.fields).toEqual({
      userToken: 'ready',
      organizationSlug: 'ready',
      deployment: 'ready',
    });
  });
});

describe('a press', () => {
  const masked = (button: string): string => `
    <div data-field="userToken"><label for="t">User Token</label>
      <input id="t" name="token-display" value="••••4bd6" disabled>${button}</div>
    <div data-field="organizationSlug"><label for="o">Organization slug</label><input id="o"></div>
    <div data-field="deployment"><label for="d">Deployment</label><input id="d"></div>`;

  const withDropdown = (behind = ''): string => `
    <div><label for="t">User Token</label><input id="t"></div>
    <div><label for="o">Organization slug</label><input id="o"></div>
    <div><label for="d">Deployment</label><button id="d" type="button">Select</button>${behind}</div>`;

  /** What was pressed and submitted in a form from now on. */
  function watch({ root }: PlainForm) {
    const pressed = vi.fn((event: Event) => (event.target as Element).textContent?.trim());
    const submitted = vi.fn((event: Event) => event.preventDefault());
    root.addEventListener('click', pressed);
    root.addEventListener('submit', submitted);
    return { pressed, submitted };
  }

  test.each(['Connect', 'Save', 'Edit account', 'Reveal', ''])(
    'never goes to a button "%s" beside a masked token',
    async (name) => {
      const form = plainForm({ fields: masked(`<button>${name}</button>`) });
      const { pressed } = watch(form);
      expect(await lookAndFill()).toMatchObject({ reason: 'field', field: 'userToken', state: 'locked' });
      expect(pressed).not.toHaveBeenCalled();
    },
  );

  test('on Edit submits no form, whatever kind of button it is, and is not repeated', async () => {
    const form = plainForm({ fields: masked('<button type="submit">Edit</button>') });
    const { pressed, submitted } = watch(form);
    expect(await lookAndFill()).toMatchObject({ reason: 'field', field: 'userToken', state: 'redacted' });
    expect(pressed).toHaveBeenCalledTimes(1);
    expect(submitted).not.toHaveBeenCalled();
  });

  test('never goes to what stands behind a dropdown, though it is called like the deployment', async () => {
    const form = plainForm({ fields: withDropdown('<div><button>Connect</button></div>') });
    const { pressed, submitted } = watch(form);
    await lookAndFill({ details: { ...DETAILS, deployment: 'Connect' } });
    expect(pressed.mock.results.map(({ value }) => value)).toEqual(['Select']);
    expect(submitted).not.toHaveBeenCalled();
  });

  const option = (attributes = '', text = 'prod') =>
    `<button type="button" data-dropdown-option ${attributes}>${text}</button>`;
  const shown = (html: string) => (form: PlainForm) =>
    form.root.querySelector('form')?.insertAdjacentHTML('beforeend', html);
  const panel = (html: string) => (form: PlainForm) =>
    form.root.querySelector('#d')?.insertAdjacentHTML('afterend', html);

  test.each<[string, (form: PlainForm) => void, string[]]>([
    ['the one with the value', shown(option()), ['Select', 'prod']],
    ['the one with the value in a plain panel', panel('<div><p>prod</p></div>'), ['Select', 'prod']],
    ['none that submits', shown('<button data-dropdown-option>prod</button>'), ['Select']],
    ['none that leads elsewhere', shown(`<a href="#x">${option()}</a>`), ['Select']],
    ['none of two alike', shown(option() + option()), ['Select', 'Select']],
    ['none that nobody can see', shown(option('style="opacity: 0"')), ['Select']],
    [
      'none under something else',
      shown(`${option()}<div style="position: fixed; inset: 0; background: white"></div>`),
      ['Select'],
    ],
    ['none with more than the value', shown(option('', 'prod-eu')), ['Select', 'Select']],
    ['none in a panel with other controls', panel('<div><p>prod</p><button>Drop</button></div>'), ['Select']],
    ['none that is chosen already', shown(option('data-selected="true"')), ['Select', 'Select']],
    [
      'none of what is another connector’s form by then',
      (form) => {
        shown(option())(form);
        form.root.querySelector('img')?.setAttribute('alt', 'astronomer');
      },
      ['Select'],
    ],
  ])('on a dropdown goes to its option: %s', async (_, open, presses) => {
    const form = plainForm({ fields: withDropdown() });
    // There before the press, it is no option of the dropdown.
    shown(option())(form);
    const { pressed } = watch(form);
    form.root.querySelector('#d')?.addEventListener('click', () => open(form), { once: true });
    await lookAndFill();
    expect(pressed.mock.results.map(({ value }) => value)).toEqual(presses);
  });
});

test.each([
  ['backwards', (token: string) => [...token].reverse().join('')],
  ['in capitals', (token: string) => token.toUpperCase()],
  ['without its prefix', (token: string) => token.slice(5)],
  ['spaced out', (token: string) => [...token].join(' ')],
  ['as an address writes it', encodeURIComponent],
  ['in Base64', btoa],
  ['in part', (token: string) => token.slice(10, 22)],
])('a form that repeats the token %s is told without it, in every field', async (_, written) => {
  const form = plainForm();
  for (const name of ['organizationSlug', 'deployment'] as const)
    form.field(name).addEventListener('input', ({ target }) => {
      (target as Element).after(`Wrong: ${written(form.field('userToken').value)}`);
    });
  const outcome = JSON.stringify(await lookAndFill());
  expect(outcome).toContain('refused');
  expect(outcome).not.toContain(written(DETAILS.userToken).slice(0, 12));
});

describe('what a page writes', () => {
  const named = (name: string): DocumentReport => {
    plainForm({ header: `<div class="card-header"><img alt="dagster"><span>${name}</span></div>` });
    return look();
  };

  test('reaches nobody with marks that turn text around, or at any length', () => {
    const [form] = named(`Dagster \u202egro.live ${'very '.repeat(1_000)}`).forms;
    expect(form?.connector.name).toMatch(/^Dagster gro\.live very [^\p{C}]*…$/u);
    expect(form?.connector.name.length).toBeLessThanOrEqual(81);
  });

  test('of any length is compared in a time that grows with it', () => {
    const MILLION = 1_000_000;
    for (const text of [' ', '*', '(optional', 'User ', '( ', '/api/', 'a:'].map((part) =>
      part.repeat(MILLION / part.length),
    )) {
      document.body.replaceChildren();
      const form = plainForm();
      form.root.querySelector('label')?.append(text);
      form.root.querySelector('.card-header span')?.append(text);
      form.root.querySelector('.card-header')?.insertAdjacentHTML('beforeend', '<a>guide</a>');
      form.root.querySelector('a')?.setAttribute('href', `https://docs.stackone.com/connectors/${text}`);
      form.field('userToken').after(text);
      expect(look().forms.length).toBeLessThanOrEqual(1);
    }
  });
});
