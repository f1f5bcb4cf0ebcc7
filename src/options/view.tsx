/** Draws the options: what was allowed, the clipboard, and the keys. */

import type { Policy, PolicyName } from '../policy';
import { CLEAR_CLIPBOARD_SECONDS } from '../session/timed-value';
import { Button } from '../ui/button';
import { detailWord, type MessageKey, type Translate } from '../words';
import type { AllowedSite, ShownKey } from './settings';

interface OptionsProps {
  readonly sites: readonly AllowedSite[];
  readonly keys: readonly ShownKey[];
  readonly dagsterAllowed: boolean;
  readonly clearsClipboard: boolean;
  /** The browser was asked whether the clipboard may be read, and it may not. */
  readonly clipboardRefused: boolean;
  readonly policy: Policy;
  onTakeBack(pattern: string): void;
  onAllowDagster(): void;
  onSwitchClearing(on: boolean): void;
  /** Null where only the person can go to the page on which keys are changed. */
  readonly onChangeKeys: (() => void) | null;
  readonly t: Translate;
}

export function Options(props: OptionsProps) {
  const { sites, keys, dagsterAllowed, policy, onTakeBack, onAllowDagster, onChangeKeys, t } = props;
  return (
    <>
      <header>
        <img src="/extension/icons/32.png" width="20" height="20" alt="" />
        <h1>{t('options_of', t('extension_name'))}</h1>
      </header>
      <main>
        {!dagsterAllowed && (
          <div class="notice warning">
            <p>{t('dagster_withheld')}</p>
            <Button label={t('allow_dagster')} onPress={onAllowDagster} />
          </div>
        )}
        {policy.set.length > 0 && <PolicySection policy={policy} t={t} />}
        <section aria-labelledby="sites">
          <h2 id="sites">{t('allowed_sites')}</h2>
          <p class="note">{t('allowed_sites_note')}</p>
          {sites.length === 0 ? (
            <p>{t('no_allowed_sites')}</p>
          ) : (
            <ul class="settings">
              {sites.map(({ origin, pattern }) => (
                <li key={pattern}>
                  <span class="value">{origin}</span>
                  <Button label={t('take_back_access', origin)} onPress={() => onTakeBack(pattern)} />
                </li>
              ))}
            </ul>
          )}
        </section>
        <ClipboardSection {...props} />
        <section aria-labelledby="keys">
          <h2 id="keys">{t('keys')}</h2>
          <ul class="settings">
            {keys.map(({ does, keys }) => (
              <li key={does}>
                <span>{does}</span>
                {keys ? <kbd>{keys}</kbd> : <span class="note">{t('key_unset')}</span>}
              </li>
            ))}
          </ul>
          {onChangeKeys ? (
            <Button label={t('change_keys')} onPress={onChangeKeys} />
          ) : (
            <p class="note">{t('change_keys_by_hand')}</p>
          )}
        </section>
      </main>
    </>
  );
}

const POLICY_WORDS: Readonly<Record<PolicyName, MessageKey>> = {
  holdMinutes: 'policy_hold',
  formOrigins: 'policy_forms',
  organizations: 'policy_organizations',
};

/** What cannot be changed here. */
function PolicySection({ policy, t }: { readonly policy: Policy; readonly t: Translate }) {
  return (
    <section aria-labelledby="policy">
      <h2 id="policy">{t('policy')}</h2>
      <ul class="settings">
        {policy.set.map((name) => (
          <li key={name}>
            <span>{t(POLICY_WORDS[name])}</span>
            <span class="value">{[policy[name]].flat().join(', ') || t('policy_none')}</span>
            {policy.unreadable.includes(name) && <p class="note">{t('policy_unreadable')}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ClipboardSection({ clearsClipboard, clipboardRefused, onSwitchClearing, t }: OptionsProps) {
  return (
    <section aria-labelledby="clipboard">
      <h2 id="clipboard">{t('clipboard')}</h2>
      <div class="settings">
        <label class="switch">
          <input
            type="checkbox"
            checked={clearsClipboard}
            aria-describedby="clipboard-note"
            onChange={({ currentTarget }) => onSwitchClearing(currentTarget.checked)}
          />
          <span>
            {t('clear_after_copy', String(CLEAR_CLIPBOARD_SECONDS), t('copy', detailWord('userToken', t)))}
          </span>
        </label>
      </div>
      <p role="status">{clipboardRefused && t('clipboard_refused')}</p>
      <p class="note" id="clipboard-note">
        {t('clear_after_copy_note')}
      </p>
    </section>
  );
}
