/** Composition root of the options page. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { isDagsterAllowed, managedPolicy } from '../browser-access';
import { translate as t } from '../i18n';
import { DAGSTER_ORIGINS } from '../tabs/dagster-tabs';
import { tellLanguage } from '../ui/language';
import { allowedSites, shownKeys } from './settings';
import { Options } from './view';

declare const BUILT_FOR: 'chrome' | 'firefox';

const root = document.getElementById('page') as HTMLElement;

/** What the types of the polyfill do not know: Firefox since 137. */
type Commands = typeof browser.commands & { openShortcutSettings?(): Promise<void> };
const commands: Commands = browser.commands;

/** Chrome has a page for keys, which an extension may open; null where only the person can go there. */
const openKeys =
  BUILT_FOR === 'chrome'
    ? () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
    : commands.openShortcutSettings
      ? () => void commands.openShortcutSettings?.()
      : null;

async function draw(): Promise<void> {
  const [{ origins = [] }, keys, dagsterAllowed, policy] = await Promise.all([
    browser.permissions.getAll(),
    commands.getAll(),
    isDagsterAllowed(),
    managedPolicy(),
  ]);
  render(
    <Options
      sites={allowedSites(origins, browser.runtime.getManifest().host_permissions ?? [])}
      keys={shownKeys(keys, t)}
      dagsterAllowed={dagsterAllowed}
      policy={policy}
      onTakeBack={(pattern) => void browser.permissions.remove({ origins: [pattern] })}
      onAllowDagster={() => void browser.permissions.request({ origins: DAGSTER_ORIGINS })}
      onChangeKeys={openKeys}
      t={t}
    />,
    root,
  );
}

tellLanguage(document.documentElement, t);
document.title = t('options_of', t('extension_name'));
browser.permissions.onAdded.addListener(() => void draw());
browser.permissions.onRemoved.addListener(() => void draw());
// Keys are changed on another page.
window.addEventListener('focus', () => void draw());
void draw();
