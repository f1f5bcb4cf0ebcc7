import { expect, test } from 'vitest';
import { allowedSites, shownKeys } from '../../src/options/settings';
import { translate } from '../translate';

test('The sites that were allowed are those that the manifest does not name, in order', () => {
  const required = ['https://*.dagster.cloud/*', 'https://app.stackone.com/*'];
  const granted = ['https://hub.example/*', ...required, 'https://a.example:8443/*'];
  expect(allowedSites(granted, required)).toEqual([
    { origin: 'https://a.example:8443', pattern: 'https://a.example:8443/*' },
    { origin: 'https://hub.example', pattern: 'https://hub.example/*' },
  ]);
});

test('Each command is shown with its keys, also where none are set', () => {
  const commands = [
    { name: '_execute_action', description: '', shortcut: 'Alt+Shift+L' },
    { name: 'fill-linking-form', description: 'Fill the linking form', shortcut: '' },
  ];
  expect(shownKeys(commands, translate)).toEqual([
    { does: 'Open the popup', keys: 'Alt+Shift+L' },
    { does: 'Fill the linking form', keys: null },
  ]);
});
