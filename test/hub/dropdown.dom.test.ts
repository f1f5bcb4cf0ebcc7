/** Choosing from a dropdown that is not as it should be; the Hub's own are chosen from in `fill-real-hub.dom.test.ts`. */
import { afterEach, expect, test } from 'vitest';
import { chooseOption } from '../../src/hub/dropdown';

afterEach(() => document.body.replaceChildren());

interface Drawn {
  readonly options: readonly string[];
  /** What the dropdown shows once an option was pressed, in place of its words. */
  readonly shows?: string;
}

/** A dropdown that draws its options at a press, and what was pressed. */
function dropdown({ options, shows }: Drawn) {
  const pressed: string[] = [];
  const control = document.createElement('button');
  control.type = 'button';
  control.textContent = 'Choose one';
  const panel = document.createElement('div');
  for (const text of options) {
    const option = document.createElement('button');
    option.type = 'button';
    option.dataset.dropdownOption = '';
    option.textContent = text;
    option.addEventListener('click', () => {
      pressed.push(text);
      control.textContent = shows ?? text;
      panel.remove();
    });
    panel.append(option);
  }
  control.addEventListener('click', () => {
    pressed.push('dropdown');
    if (panel.isConnected) panel.remove();
    else document.body.append(panel);
  });
  document.body.append(control);
  return { control, pressed };
}

const FREE = { secret: 'secret', mayOpen: () => true, isVisible: () => true, mayChoose: () => true };

test('An option is pressed, and what the dropdown shows then is read', async () => {
  const { control, pressed } = dropdown({ options: ['staging', 'prod'] });
  expect(await chooseOption(control, 'prod', FREE)).toEqual({ result: 'filled' });
  expect(pressed).toEqual(['dropdown', 'prod']);
});

test('What the dropdown shows in its place is not what was chosen', async () => {
  const { control } = dropdown({ options: ['prod'], shows: 'staging' });
  expect(await chooseOption(control, 'prod', FREE)).toEqual({ result: 'refused', error: '' });
});

test('Of two options with the same words none is pressed, and the dropdown is closed', async () => {
  const { control, pressed } = dropdown({ options: ['prod', 'prod'] });
  expect(await chooseOption(control, 'prod', FREE)).toEqual({ result: 'refused', error: '' });
  expect(pressed).toEqual(['dropdown', 'dropdown']);
});

test('It is not opened where it may not be', async () => {
  const { control, pressed } = dropdown({ options: ['prod'] });
  const closed = { ...FREE, mayOpen: () => false };
  expect(await chooseOption(control, 'prod', closed)).toEqual({ result: 'hidden' });
  expect(pressed).toEqual([]);
});

test.each([
  ['is not seen', { ...FREE, isVisible: () => false }],
  ['may not be chosen any more', { ...FREE, mayChoose: () => false }],
])('An option that %s is not pressed', async (_, conditions) => {
  const { control, pressed } = dropdown({ options: ['prod'] });
  expect(await chooseOption(control, 'prod', conditions)).toEqual({ result: 'hidden' });
  expect(pressed).toEqual(['dropdown']);
});

test('What stood behind the dropdown before the press is none of its options', async () => {
  const { control, pressed } = dropdown({ options: [] });
  const panel = document.createElement('div');
  panel.innerHTML = '<span>prod</span>';
  panel.addEventListener('click', () => pressed.push('panel'));
  control.after(panel);
  expect(await chooseOption(control, 'prod', FREE)).toEqual({ result: 'no-option', options: [] });
  expect(pressed).toEqual(['dropdown']);
});

/** A dropdown of the browser's own, and the events that it has had. */
function native() {
  const select = document.createElement('select');
  select.innerHTML = '<option value="1">staging</option><option value="2"> prod </option>';
  const events: string[] = [];
  select.addEventListener('change', () => events.push(select.value));
  document.body.append(select);
  return { select, events };
}

test.each([
  ['with these words is chosen', 'prod', { result: 'filled' }, '2', ['2']],
  ['with this value is chosen', '2', { result: 'filled' }, '2', ['2']],
  ['that is chosen already stays', 'staging', { result: 'kept' }, '1', []],
  ['that is not there is not chosen', 'dev', { result: 'no-option', options: ['staging', 'prod'] }, '1', []],
])('Of a dropdown of the browser’s own the option %s', async (_, wanted, outcome, chosen, told) => {
  const { select, events } = native();
  expect(await chooseOption(select, wanted, FREE)).toEqual(outcome);
  expect(select.value).toBe(chosen);
  expect(events).toEqual(told);
});

test('A dropdown of the browser’s own is left as it is where it may not be opened', async () => {
  const { select } = native();
  const closed = { ...FREE, mayOpen: () => false };
  expect(await chooseOption(select, 'prod', closed)).toEqual({ result: 'hidden' });
  expect(select.value).toBe('1');
});
