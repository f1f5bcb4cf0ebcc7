/** Composition root of the page that opens once after the installation. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { isDagsterAllowed } from '../browser-access';
import { translate as t, wordsReady } from '../i18n';
import { DAGSTER_ORIGINS } from '../tabs/dagster-tabs';
import { tellLanguage } from '../ui/language';
import { Welcome } from './view';

declare const BUILT_FOR: 'chrome' | 'firefox';

const root = document.getElementById('page') as HTMLElement;

async function draw(): Promise<void> {
  const [dagsterAllowed, commands] = await Promise.all([isDagsterAllowed(), browser.commands.getAll()]);
  render(
    <Welcome
      browser={BUILT_FOR}
      dagsterAllowed={dagsterAllowed}
      keys={commands.find(({ name }) => name === '_execute_action')?.shortcut || null}
      onAllowDagster={() => void browser.permissions.request({ origins: DAGSTER_ORIGINS })}
      t={t}
    />,
    root,
  );
}

browser.permissions.onAdded.addListener(() => void draw());
void wordsReady.then(() => {
  tellLanguage(document.documentElement, t);
  document.title = t('extension_name');
  return draw();
});
