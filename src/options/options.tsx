/** Composition root of the options page. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { isClipboardReadable, isDagsterAllowed, managedPolicy } from '../browser-access';
import { translate as t, wordsReady } from '../i18n';
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

/** Both are asked for in one prompt; Firefox knows no `offscreen`, and needs none. */
const CLIPBOARD = { permissions: browser.runtime.getManifest().optional_permissions as 'clipboardRead'[] };

/** The browser was asked for the clipboard, and did not allow it. */
let clipboardRefused = false;

/** The permission is the switch: nothing else is kept. */
async function switchClearing(on: boolean): Promise<void> {
  const obeyed = await (on ? browser.permissions.request(CLIPBOARD) : browser.permissions.remove(CLIPBOARD));
  clipboardRefused = on && !obeyed;
  await draw();
}

async function draw(): Promise<void> {
  const [{ origins = [] }, keys, dagsterAllowed, clearsClipboard, policy] = await Promise.all([
    browser.permissions.getAll(),
    commands.getAll(),
    isDagsterAllowed(),
    isClipboardReadable(),
    managedPolicy(),
  ]);
  render(
    <Options
      sites={allowedSites(origins, browser.runtime.getManifest().host_permissions ?? [])}
      keys={shownKeys(keys, t)}
      dagsterAllowed={dagsterAllowed}
      clearsClipboard={clearsClipboard}
      clipboardRefused={clipboardRefused}
      policy={policy}
      onTakeBack={(pattern) => void browser.permissions.remove({ origins: [pattern] })}
      onAllowDagster={() => void browser.permissions.request({ origins: DAGSTER_ORIGINS })}
      onSwitchClearing={(on) => void switchClearing(on)}
      onChangeKeys={openKeys}
      t={t}
    />,
    root,
  );
}

browser.permissions.onAdded.addListener(() => void draw());
browser.permissions.onRemoved.addListener(() => void draw());
// Keys are changed on another page.
window.addEventListener('focus', () => void draw());
void wordsReady.then(() => {
  tellLanguage(document.documentElement, t);
  document.title = t('options_of', t('extension_name'));
  return draw();
});
