/** The pages that open in a tab, by name, as the tests and `npm run stories` draw them. */
import type { ComponentChild } from 'preact';
import { Options } from '../../src/options/view';
import { readPolicy } from '../../src/policy';
import { Welcome } from '../../src/welcome/view';
import type { Translate } from '../../src/words';

/** @param pressed is told what a press asked for */
type DrawPage = (t: Translate, pressed?: (what: string) => void) => ComponentChild;

const options =
  (changeable: boolean, clipboardRefused: boolean): DrawPage =>
  (t, pressed = () => undefined) => (
    <Options
      sites={[{ origin: 'https://hub.example', pattern: 'https://hub.example/*' }]}
      keys={[
        { does: t('open_popup'), keys: 'Alt+Shift+L' },
        { does: t('command_fill'), keys: null },
      ]}
      dagsterAllowed={false}
      clearsClipboard={false}
      clipboardRefused={clipboardRefused}
      policy={readPolicy({ holdMinutes: 5, formOrigins: ['https://hub.example', 1], organizations: 'acme' })}
      onTakeBack={pressed}
      onAllowDagster={() => pressed('dagster')}
      onSwitchClearing={(on) => pressed(`clearing ${on}`)}
      onChangeKeys={changeable ? () => pressed('keys') : null}
      t={t}
    />
  );

export const PAGES = {
  options: options(true, false),
  /** Only the person reaches the keys. */
  'options-keys-by-hand-clipboard-refused': options(false, true),
  'welcome-chrome': (t, pressed = () => undefined) => (
    <Welcome
      browser="chrome"
      dagsterAllowed={false}
      keys="Alt+Shift+L"
      onAllowDagster={() => pressed('dagster')}
      t={t}
    />
  ),
  'welcome-firefox': (t, pressed = () => undefined) => (
    <Welcome browser="firefox" dagsterAllowed keys={null} onAllowDagster={() => pressed('dagster')} t={t} />
  ),
} satisfies Record<string, DrawPage>;

export type PageName = keyof typeof PAGES;

export const PAGE_NAMES = Object.keys(PAGES) as PageName[];
