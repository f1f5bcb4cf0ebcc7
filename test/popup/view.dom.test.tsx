import { getByRole, queryByRole, within } from '@testing-library/dom';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { plainText } from '../../src/words';
import { drawPopup, setTheme } from './popup-in-page';
import { CASE_NAMES, type CaseName, SECOND_TOKEN, stateOf } from './states';

const draw = (name: CaseName, ...added: [Parameters<typeof stateOf>[1]?]) =>
  drawPopup(stateOf(name, ...added));
const button = (name: string) => getByRole(document.body, 'button', { name });
const status = () => getByRole(document.body, 'status');

beforeAll(() => page.viewport(376, 1200));
beforeEach(() => setTheme('light'));

describe('Roles and names', () => {
  test.each([
    ['held-and-form', 'button', 'Fill linking form'],
    ['one-token', 'button', 'Copy User Token'],
    ['one-token', 'button', 'Copy Organization slug'],
    ['one-token', 'button', 'Copy Deployment'],
    ['one-token', 'button', 'Show User Token'],
    ['token-shown', 'button', 'Hide User Token'],
    ['one-token', 'combobox', 'Deployment'],
    ['several-tokens', 'radiogroup', 'Which token?'],
    ['several-tokens', 'radio', 'StackOne integration · Nov 21, 2026 · user:••••4bd6'],
    ['several-tokens', 'radio', 'user:••••cccc'],
    ['several-tabs', 'radiogroup', 'Which Dagster+ tab?'],
    ['several-tabs', 'radio', 'acme / prod'],
    ['eu', 'radiogroup', 'Which organization slug?'],
    ['eu', 'radio', 'acme'],
    ['eu', 'radio', 'acme.eu'],
    ['several-forms', 'radiogroup', 'Which form?'],
    ['several-forms', 'radio', 'Production account on https://app.stackone.com'],
    ['unusual-token', 'button', 'Use this unusual token'],
    ['tokens-page-creatable', 'button', 'Create and reveal a token'],
    ['tokens-page-one-hidden', 'button', 'Reveal token'],
    ['tokens-page-several-hidden', 'radiogroup', 'Which token?'],
    ['tokens-page-several-hidden', 'radio', 'Laptop · Apr 3, 2026 · #1'],
    ['token-created-only', 'button', 'Show me'],
    ['unknown-connector', 'button', 'Fill this form anyway'],
    ['form-inside-page', 'button', 'Fill inside this page'],
    ['waiting-hubs-in-two-tabs', 'radio', 'Accounts · https://app.stackone.com/embedded'],
    ['several-containers', 'radio', 'acme / prod · container 2'],
    ['one-token', 'button', 'Check with Dagster+'],
    ['one-token', 'button', 'Forget'],
    ['sign-in-host', 'button', 'Open Dagster+'],
    ['organization-page', 'button', 'Open Tokens page'],
    ['filled', 'button', 'Open Tokens page'],
    ['tokens-page-empty', 'button', 'Show me'],
    ['frame-to-allow', 'button', 'Allow access to https://frame.example'],
    ['withheld-page', 'button', 'Allow access to Dagster+'],
    ['held-and-form', 'heading', 'Dagster form on https://app.stackone.com'],
  ] as const)('%s has the %s "%s"', (name, role, accessibleName) => {
    draw(name);
    expect(getByRole(document.body, role, { name: accessibleName }).checkVisibility()).toBe(true);
  });

  test.each(CASE_NAMES)('%s: the status is there once and says what there is to say', (name) => {
    draw(name);
    expect(status().textContent).toBe(plainText(stateOf(name).status));
  });

  test.each([
    ['one-token', 'Fill linking form'],
    ['sign-in-host', 'Copy User Token'],
    ['held-and-form', 'Use this unusual token'],
    ['unknown-connector', 'Fill linking form'],
    ['form-inside-page', 'Fill linking form'],
    ['held-and-form', 'Fill this form anyway'],
    ['nothing-known', 'Forget'],
    ['nothing-known', 'Check with Dagster+'],
    ['frame-refused', 'Allow access to https://frame.example'],
    ['tokens-page-empty', 'Show User Token'],
    ['tokens-page-empty', 'Create and reveal a token'],
    ['tokens-page-creatable', 'Reveal token'],
    ['token-tried', 'Create and reveal a token'],
    ['one-token', 'Allow access to Dagster+'],
  ] as const)('%s lacks the button "%s"', (name, accessibleName) => {
    draw(name);
    expect(queryByRole(document.body, 'button', { name: accessibleName })).toBeNull();
  });

  test.each([
    ['several-tokens', 'Copy User Token', 'Choose one above'],
    ['tokens-page-empty', 'Copy User Token', 'Not revealed yet'],
    ['unusual-token', 'Copy User Token', 'user:••••4bd6'],
    ['eu', 'Copy Organization slug', 'Choose one below'],
    ['no-deployment', 'Copy Deployment', 'Choose or write a deployment, usually “prod”.'],
    ['no-deployment', 'Check with Dagster+', 'Still missing: Deployment.'],
    [
      'form-but-nothing-known',
      'Fill linking form',
      'Still missing: User Token, Organization slug and Deployment.',
    ],
    ['several-forms', 'Fill linking form', 'Choose the form first.'],
    ['tokens-page-several-hidden', 'Reveal token', 'Choose the token first.'],
    ['field-hidden', 'Fill linking form', 'The field “Organization slug” cannot be seen.'],
  ] as const)('%s: the button "%s" is disabled and says "%s"', (name, accessibleName, why) => {
    draw(name);
    const found = button(accessibleName);
    expect(found.matches(':disabled')).toBe(true);
    expect(document.getElementById(found.getAttribute('aria-describedby') ?? '')?.textContent).toBe(why);
  });

  test('no radio is chosen before the person chooses one', () => {
    for (const name of [
      'several-tokens',
      'tokens-page-several-hidden',
      'several-tabs',
      'eu',
      'several-forms',
    ] as const) {
      draw(name);
      expect(document.querySelectorAll('input[type=radio]').length).toBeGreaterThan(1);
      expect(document.querySelectorAll('input[type=radio]:checked')).toHaveLength(0);
    }
  });

  test('the step to take is marked as the current one', () => {
    draw('tokens-page-hidden-token');
    const steps = within(getByRole(document.body, 'list')).getAllByRole('listitem');
    const current = steps.filter((step) => step.getAttribute('aria-current') === 'step');
    expect(current.map((step) => step.querySelector('.text')?.textContent)).toEqual([
      'Press “Reveal token” in its row',
    ]);
  });

  test('the status is there and empty before the first facts are, and stays the same element', () => {
    const popup = drawPopup(null);
    const first = status();
    expect(first.textContent).toBe('');
    popup.redraw(stateOf('one-token'));
    popup.redraw(stateOf('filled'));
    expect(status()).toBe(first);
    expect(first.textContent).toContain('Filled');
  });
});

test('words of somebody else’s page are drawn apart, so that they turn nothing around', () => {
  const isolated = () => [...document.querySelectorAll('bdi')].map(({ textContent }) => textContent);
  draw('unknown-connector');
  expect(isolated()).toEqual(['Orchestrator']);
  draw('several-tokens');
  expect(isolated()).toContain('Local CLI');
  draw('waiting-hubs-in-two-tabs');
  expect(isolated()[0]).toBe('Accounts');
});

test('after a fill the details step back, and what stands below them stays where it is', () => {
  const popup = draw('held-and-form');
  const heading = () =>
    getByRole(document.body, 'heading', { name: /^Dagster form on/ }).getBoundingClientRect();
  const before = heading().top;
  popup.redraw(stateOf('busy-filling'));
  popup.redraw(stateOf('filled'));
  expect(queryByRole(document.body, 'button', { name: 'Copy User Token' })).toBeNull();
  expect(heading().top).toBe(before);
  popup.redraw(stateOf('nothing-known'));
  expect(document.querySelector('main')?.style.minHeight).toBe('');
});

describe('Presses', () => {
  test('a real press of each button asks for its action', async () => {
    const { actions } = draw('waiting-hub');
    for (const name of [
      'Copy User Token',
      'Show User Token',
      'Check with Dagster+',
      'Forget',
      'Fill linking form',
    ])
      await userEvent.click(button(name));
    expect(actions.map(({ type }) => type)).toEqual(['copy', 'choose', 'check', 'forget', 'fill']);
    expect(actions[0]).toEqual({ type: 'copy', name: 'userToken' });
  });

  test('a real press makes or reveals a token once, and no more while that goes on', async () => {
    const { actions, redraw } = draw('tokens-page-row-chosen');
    await userEvent.click(button('Create and reveal a token'));
    await userEvent.click(button('Reveal token'));
    expect(actions).toEqual([{ type: 'create-token' }, { type: 'reveal-token' }]);
    redraw(stateOf('token-pressing'));
    await userEvent.click(button('Create and reveal a token'), { force: true });
    expect(actions).toHaveLength(2);
  });

  test.each([
    'waiting-hub',
    'tokens-page-row-chosen',
    'several-tokens',
    'unusual-token',
    'unknown-connector',
    'withheld-page',
    'eu',
  ] as const)('%s: presses that a script makes do nothing', (name) => {
    const { actions } = draw(name);
    const controls = document.querySelectorAll<HTMLElement>('.button, .option, input[type=radio]');
    expect(controls.length).toBeGreaterThan(1);
    for (const control of controls) {
      control.click();
      control.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    }
    expect(actions).toEqual([]);
  });

  test('a real press of a radio chooses what it stands for', async () => {
    const { actions } = draw('several-tokens');
    await userEvent.click(getByRole(document.body, 'radio', { name: /^Local CLI/ }));
    expect(actions).toEqual([{ type: 'choose', choices: { token: SECOND_TOKEN } }]);
  });

  test('the arrow keys choose among radios', async () => {
    const { actions } = draw('eu');
    getByRole(document.body, 'radio', { name: 'acme' }).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(actions).toEqual([{ type: 'decide', decision: { organizationSlug: 'acme.eu' } }]);
  });

  test.each(['waiting-hub', 'several-tokens', 'eu'] as const)(
    '%s: before the popup is armed a real press does nothing',
    async (name) => {
      const { actions } = draw(name, { activity: { armed: false } });
      const controls = [
        ...document.querySelectorAll<HTMLElement>('.button:enabled:not([tabindex]), input[type=radio]'),
      ];
      expect(controls.length).toBeGreaterThan(1);
      for (const control of controls) {
        await userEvent.click(control, { force: true });
        await userEvent.keyboard(' ');
      }
      expect(actions).toEqual([]);
      expect(document.querySelector('input:checked')).toBeNull();
    },
  );

  test('before the popup is armed the Tab key reaches all that it reaches later, and nothing is dimmed', () => {
    const notFor = (armed: boolean) => {
      draw('waiting-hub', { activity: { armed } });
      return [...document.querySelectorAll('.button:disabled')].map(({ textContent }) => textContent);
    };
    expect(notFor(false)).toEqual(notFor(true));
    expect(document.querySelector('[aria-disabled]')).toBeNull();
    draw('waiting-hub', { activity: { armed: false } });
    expect(document.querySelectorAll('.button[aria-disabled="true"]').length).toBeGreaterThan(4);
  });

  test('a second press while a fill goes on does nothing, and the button keeps the focus', async () => {
    const popup = draw('held-and-form');
    await userEvent.click(button('Fill linking form'));
    popup.redraw(stateOf('busy-filling'));
    expect(document.activeElement).toBe(button('Fill linking form'));
    await userEvent.keyboard('{Enter}');
    expect(popup.actions.map(({ type }) => type)).toEqual(['fill']);
  });
});

describe('The keyboard', () => {
  const focusedName = () => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? activeElement?.id;
  };

  test('reaches every control in the order in which they stand', async () => {
    draw('waiting-hub');
    const reached: (string | null | undefined)[] = [];
    for (let press = 0; press < 10; press++) {
      await userEvent.tab();
      reached.push(document.activeElement?.id || focusedName());
    }
    expect(reached).toEqual([
      'Show User Token',
      'Copy User Token',
      'Copy Organization slug',
      'deployment',
      'Copy Deployment',
      'Check with Dagster+',
      'Forget',
      'Paste instead',
      'Copy “StackOne integration”',
      'Fill linking form',
    ]);
  });

  test('Enter and space press the button in focus', async () => {
    const { actions } = draw('held-and-form');
    button('Fill linking form').focus();
    await userEvent.keyboard('{Enter}');
    button('Forget').focus();
    await userEvent.keyboard(' ');
    expect(actions.map(({ type }) => type)).toEqual(['fill', 'forget']);
  });

  // A control that happens to lie under the footer is within the window, so the browser alone would not move it.
  test.each([400, 450, 500, 550, 600])(
    'never reaches a control under the footer, %d pixels high',
    async (height) => {
      await page.viewport(376, height);
      try {
        const { root } = draw('several-tabs-several-tokens');
        expect(root.scrollHeight).toBeGreaterThan(height);
        for (let press = 0; press < 6; press++) {
          await userEvent.tab();
          const focused = document.activeElement as HTMLElement;
          const { x, y, width, height } = focused.getBoundingClientRect();
          const seen = document.elementFromPoint(x + width / 2, y + height / 2);
          expect(focused.contains(seen), focusedName() ?? '').toBe(true);
        }
      } finally {
        await page.viewport(376, 1200);
      }
    },
  );
});
