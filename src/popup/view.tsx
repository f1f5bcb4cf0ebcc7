/** The popup's look: draws a `PopupState`, sends every press on as an `Action`, decides nothing. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Armed, Button } from '../ui/button';
import type { Translate } from '../words';
import type { Dispatch } from './action';
import { Radios, Words } from './controls';
import { Destination } from './destination-view';
import { Details } from './details-view';
import type { StatusTone } from './facts';
import { Icon, type IconName } from './icons';
import type { Notice } from './notices';
import { PasteFields } from './paste-fields';
import { listenForPastes } from './pasting';
import type { PopupState } from './state';
import { Steps } from './steps-view';
import { TokenPresses } from './token-buttons-view';

interface PopupProps {
  /** Null until the first facts are there: the status is there before, so that its first words are read out. */
  readonly state: PopupState | null;
  readonly dispatch: Dispatch;
  readonly t: Translate;
}

interface Props extends PopupProps {
  readonly state: PopupState;
}

export function Popup({ state, dispatch, t }: PopupProps) {
  useLayoutEffect(
    () => listenForPastes(document, (into, text) => dispatch({ type: 'paste', into, text })),
    [dispatch],
  );
  const main = useKeptHeight(isDone(state));
  return (
    <Armed.Provider value={state?.armed ?? false}>
      <header>
        <img src="/extension/icons/32.png" width="20" height="20" alt="" />
        <h1>{t('extension_name')}</h1>
      </header>
      <main ref={main} aria-busy={state?.gathering ?? true}>
        {state && <Content state={state} dispatch={dispatch} t={t} />}
      </main>
      <footer>
        {state?.destination && (
          <Destination state={state} card={state.destination} dispatch={dispatch} t={t} />
        )}
        <Status text={state?.status ?? ''} tone={state?.statusTone ?? 'plain'} />
        {state?.clearClipboard && <ClearClipboard state={state} dispatch={dispatch} t={t} />}
        {state?.revocation && <Revocation state={state} dispatch={dispatch} t={t} />}
      </footer>
    </Armed.Provider>
  );
}

/** A form is filled, and nothing is left of the details. */
const isDone = (state: PopupState | null): boolean => Boolean(state?.revocation && !state.card);

/** What goes away leaves its room, so that nothing else moves from under the pointer. */
function useKeptHeight(keep: boolean) {
  const element = useRef<HTMLElement>(null);
  const heightPx = useRef(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    current.style.minHeight = keep && heightPx.current > 0 ? `${heightPx.current}px` : '';
    if (!keep) heightPx.current = current.getBoundingClientRect().height;
  });
  return element;
}

function Content(props: Props) {
  const { state, dispatch, t } = props;
  const steps = state.steps.length > 0 && <Steps steps={state.steps} dispatch={dispatch} t={t} />;
  const byHand = state.byHand && <PasteFields byHand={state.byHand} dispatch={dispatch} t={t} />;
  return (
    <>
      {state.notices.map((notice) => (
        <NoticeBox key={notice.text} {...notice} />
      ))}
      {state.allowDagster && <AllowDagster {...props} />}
      {state.tabChoice && (
        <Radios
          name="tab"
          choice={state.tabChoice}
          onChoose={(value) => dispatch({ type: 'choose', choices: { tabId: Number(value) } })}
        />
      )}
      {state.tokenChoice && (
        <Radios
          name="token"
          choice={state.tokenChoice}
          onChoose={(token) => dispatch({ type: 'choose', choices: { token } })}
        />
      )}
      {state.tokenButtons && <TokenPresses {...props} buttons={state.tokenButtons} />}
      {isDone(state) && (
        <div class="done-mark">
          <Icon name="done" />
        </div>
      )}
      {state.stepsFirst && steps}
      {state.byHand?.first && byHand}
      {state.card && <Details {...props} card={state.card} />}
      {state.held && <Held {...props} held={state.held} />}
      {!state.byHand?.first && byHand}
      {!state.stepsFirst && steps}
    </>
  );
}

function NoticeBox({ tone, text }: Notice) {
  return (
    <p class={`notice ${tone}`}>
      <Icon name={tone} />
      <span>
        <Words of={text} />
      </span>
    </p>
  );
}

function Held({ held, dispatch, t }: Props & { readonly held: string }) {
  return (
    <p class="held">
      <span>{held}</span>
      <Button label={t('forget')} look="link" onPress={() => dispatch({ type: 'forget' })} />
    </p>
  );
}

function ClearClipboard({ dispatch, t }: Props) {
  return (
    <p class="held">
      <span>{t('clipboard_holds_token')}</span>
      <Button
        label={t('clear_clipboard')}
        look="link"
        onPress={() => dispatch({ type: 'clear-clipboard' })}
      />
    </p>
  );
}

function AllowDagster({ dispatch, t }: Props) {
  return (
    <div class="notice info">
      <Icon name="info" />
      <div>
        <p>{t('dagster_withheld')}</p>
        <Button label={t('allow_dagster')} onPress={() => dispatch({ type: 'allow-dagster' })} />
      </div>
    </div>
  );
}

function Revocation({ state, dispatch, t }: Props) {
  return (
    <section class="after">
      <p class="next">{t('press_connect')}</p>
      <p class="note">{t('revoke_later')}</p>
      {state.revocable && (
        <Button
          label={t('open_tokens_page')}
          look="link"
          onPress={() => dispatch({ type: 'open-tokens-page' })}
        />
      )}
    </section>
  );
}

const STATUS_ICONS: Readonly<Record<StatusTone, IconName | null>> = {
  plain: null,
  good: 'done',
  bad: 'warning',
};

function Status({ text, tone }: { readonly text: string; readonly tone: StatusTone }) {
  const icon = text ? STATUS_ICONS[tone] : null;
  return (
    <div role="status" class={`status ${tone}`}>
      {icon && <Icon name={icon} />}
      {text && (
        <span>
          <Words of={text} />
        </span>
      )}
    </div>
  );
}
