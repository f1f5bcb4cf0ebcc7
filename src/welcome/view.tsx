/** Draws what to do first, and the journey in three pictures. */
import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button';
import type { Translate } from '../words';

interface WelcomeProps {
  readonly browser: 'chrome' | 'firefox';
  readonly dagsterAllowed: boolean;
  /** The keys that open the popup; null where none are set. */
  readonly keys: string | null;
  onAllowDagster(): void;
  readonly t: Translate;
}

export function Welcome({ browser, dagsterAllowed, keys, onAllowDagster, t }: WelcomeProps) {
  return (
    <>
      <header>
        <img src="/extension/icons/32.png" width="32" height="32" alt="" />
        <h1>{t('extension_name')}</h1>
      </header>
      <main>
        <p>{t('extension_description')}</p>
        <section aria-labelledby="first">
          <h2 id="first">{t('welcome_first')}</h2>
          <Step picture={<ToolbarPicture menu={browser === 'chrome' ? 'pin' : 'gear'} />}>
            {t(browser === 'chrome' ? 'pin_chrome' : 'pin_firefox')}
          </Step>
          {!dagsterAllowed && (
            <div class="notice warning">
              <p>{t('dagster_withheld')}</p>
              <Button label={t('allow_dagster')} onPress={onAllowDagster} />
            </div>
          )}
        </section>
        <section aria-labelledby="journey">
          <h2 id="journey">{t('welcome_journey')}</h2>
          <ol class="journey">
            <li>
              <Step picture={<FormPicture filled={false} />}>
                {keys ? t('journey_form_keys', keys) : t('journey_form')}
              </Step>
            </li>
            <li>
              <Step picture={<TokenPicture />}>
                {t('journey_token', t('open_tokens_page'), t('create_token'))}
              </Step>
            </li>
            <li>
              <Step picture={<FormPicture filled />}>{t('journey_fill', t('fill'))}</Step>
            </li>
          </ol>
        </section>
      </main>
    </>
  );
}

interface StepProps {
  readonly picture: ComponentChildren;
  readonly children: ComponentChildren;
}

const Step = ({ picture, children }: StepProps) => (
  <div class="picture-step">
    {picture}
    <p>{children}</p>
  </div>
);

/** A picture says what stands beside it, so nobody needs to be told of it. */
const Picture = ({ children }: { readonly children: ComponentChildren }) => (
  <svg class="picture" viewBox="0 0 120 72" width="120" height="72" aria-hidden="true" focusable="false">
    <rect class="window" x="1" y="1" width="118" height="70" rx="6" />
    <path class="line" d="M1 16h118" />
    {children}
  </svg>
);

const ToolbarPicture = ({ menu }: { readonly menu: 'pin' | 'gear' }) => (
  <Picture>
    <path class="line" d="M88 5.5h3.2a2 2 0 1 1 3.6 0H98v3.2a2 2 0 1 1 0 3.2V13H88v-2a2 2 0 1 0 0-3.4Z" />
    <rect class="window" x="40" y="20" width="74" height="46" rx="4" />
    <rect class="accent" x="46" y="30" width="8" height="8" rx="2" />
    <path class="line" d="M58 34h28" />
    {menu === 'pin' ? (
      <path class="strong" d="M100 28h6l-1 4 2 3h-8l2-3ZM103 35v6" />
    ) : (
      <path
        class="strong"
        d="M103 30.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM103 28v2M103 39v2M96.5 34.5h2M107.5 34.5h2"
      />
    )}
    <path class="line" d="M46 50h40" />
  </Picture>
);

const FormPicture = ({ filled }: { readonly filled: boolean }) => (
  <Picture>
    <rect class="accent" x="104" y="5" width="8" height="8" rx="2" />
    {[24, 37, 50].map((y) => (
      <g key={y}>
        <rect class="window" x="16" y={y} width="60" height="9" rx="2" />
        {filled && <path class="strong" d={`M20 ${y + 4.5}h36`} />}
      </g>
    ))}
    {filled && <path class="strong" d="m86 40 6 6 12-14" />}
  </Picture>
);

const TokenPicture = () => (
  <Picture>
    <path class="line" d="M14 28h56M14 40h56M14 52h56" />
    <rect class="window" x="64" y="20" width="50" height="44" rx="4" />
    <rect class="accent" x="70" y="46" width="38" height="10" rx="3" />
    <path class="strong" d="M70 30h26M70 38h18" />
  </Picture>
);
