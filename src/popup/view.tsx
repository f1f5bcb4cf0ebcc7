/** The popup's look: draws a `PopupState`, sends every press on as an `Action`, decides nothing. */
import type { ComponentChildren } from 'preact';
import { DETAIL_LABELS, type DetailName } from '../link-details';
import type { Translate } from '../words';
import type { Dispatch } from './action';
import { Button, Radios } from './controls';
import type { DestinationCard, FillButton } from './destination-card';
import type { DetailsCard } from './details-card';
import { Icon } from './icons';
import type { Notice } from './notices';
import type { PopupState } from './state';
import type { Step } from './way-there';

interface Props {
  readonly state: PopupState;
  readonly dispatch: Dispatch;
  readonly t: Translate;
}

export function Popup(props: Props) {
  const { state, dispatch, t } = props;
  return (
    <>
      <header>
        <img src="/extension/icons/32.png" width="20" height="20" alt="" />
        <h1>{t('extension_name')}</h1>
      </header>
      <main>
        {state.notices.map((notice) => (
          <NoticeBox key={notice.text} {...notice} />
        ))}
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
        {state.stepsFirst && <Steps {...props} />}
        {state.card && <Details {...props} card={state.card} />}
        <Held {...props} />
        {state.destination && <DestinationBox {...props} card={state.destination} />}
        {state.allowDagster && <AllowDagster {...props} />}
        {state.revocation && <Revocation {...props} />}
        {!state.stepsFirst && state.steps.length > 0 && <Steps {...props} />}
      </main>
      <div role="status" class="status">
        {state.status}
      </div>
    </>
  );
}

function NoticeBox({ tone, text }: Notice) {
  return (
    <p class={`notice ${tone}`}>
      <Icon name={tone} />
      <span>{text}</span>
    </p>
  );
}

interface DetailsProps extends Props {
  readonly card: DetailsCard;
}

function Details({ state, card, dispatch, t }: DetailsProps) {
  const { values } = card;
  const copy = (name: DetailName) => (
    <Button
      label={t('copy', DETAIL_LABELS[name])}
      look="icon"
      disabled={!state.armed || values[name] === null}
      onPress={() => {
        const value = values[name];
        if (value !== null) dispatch({ type: 'copy', name, value });
      }}
    >
      <Icon name="copy" />
    </Button>
  );
  return (
    <section class="card" aria-label={t('details')}>
      <p class="source">{card.source}</p>
      <Row label={DETAIL_LABELS.userToken} actions={copy('userToken')}>
        <span class={card.token.known || card.token.unusual ? 'value' : 'value unknown'}>
          {card.token.text}
        </span>
        {card.token.known && <ShowToken state={state} card={card} dispatch={dispatch} t={t} />}
      </Row>
      {card.token.unusual && <UnusualToken state={state} dispatch={dispatch} t={t} />}
      <Row label={DETAIL_LABELS.organizationSlug} actions={copy('organizationSlug')}>
        <span class={values.organizationSlug ? 'value' : 'value unknown'}>{card.slug.text}</span>
      </Row>
      {card.slug.note && <p class="note">{card.slug.note}</p>}
      {card.slug.choice && (
        <Radios
          name="slug"
          choice={card.slug.choice}
          onChoose={(organizationSlug) => dispatch({ type: 'choose', choices: { organizationSlug } })}
        />
      )}
      <DeploymentRow card={card} dispatch={dispatch} copy={copy('deployment')} />
      {state.check && (
        <Button
          label={t(state.busy === 'check' ? 'checking' : 'check')}
          look="link"
          disabled={!state.armed || !state.check.enabled}
          onPress={() => dispatch({ type: 'check' })}
        />
      )}
    </section>
  );
}

interface RowProps {
  readonly label: string;
  readonly actions: ComponentChildren;
  readonly children: ComponentChildren;
}

function Row({ label, actions, children }: RowProps) {
  return (
    <div class="row">
      <span class="label">{label}</span>
      <span class="content">{children}</span>
      {actions}
    </div>
  );
}

function ShowToken({ state, card, dispatch, t }: DetailsProps) {
  const { shown } = card.token;
  return (
    <Button
      label={t(shown ? 'hide_token' : 'show_token')}
      look="icon"
      disabled={!state.armed}
      onPress={() => dispatch({ type: 'choose', choices: { tokenShown: !shown } })}
    >
      <Icon name={shown ? 'hide' : 'show'} />
    </Button>
  );
}

function UnusualToken({ state, dispatch, t }: Props) {
  return (
    <div class="notice warning">
      <Icon name="warning" />
      <div>
        <p>{t('unusual_token')}</p>
        <Button
          label={t('use_unusual_token')}
          disabled={!state.armed}
          onPress={() => dispatch({ type: 'choose', choices: { unusualTokenAccepted: true } })}
        />
      </div>
    </div>
  );
}

interface DeploymentRowProps {
  readonly card: DetailsCard;
  readonly dispatch: Dispatch;
  readonly copy: ComponentChildren;
}

function DeploymentRow({ card, dispatch, copy }: DeploymentRowProps) {
  const { text, options, warning, note } = card.deployment;
  const described = warning || note ? 'deployment-note' : undefined;
  return (
    <>
      <div class="row">
        <label class="label" for="deployment">
          {DETAIL_LABELS.deployment}
        </label>
        <input
          id="deployment"
          class="content value"
          list="deployments"
          value={text}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={described}
          onInput={(event) =>
            dispatch({ type: 'choose', choices: { deploymentText: event.currentTarget.value } })
          }
        />
        <datalist id="deployments">
          {options.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {copy}
      </div>
      {described && (
        <p id={described} class={warning ? 'note warning' : 'note'}>
          {warning ?? note}
        </p>
      )}
    </>
  );
}

function Held({ state, dispatch, t }: Props) {
  if (!state.held) return null;
  return (
    <p class="held">
      <span>{state.held}</span>
      <Button
        label={t('forget')}
        look="link"
        disabled={!state.armed}
        onPress={() => dispatch({ type: 'forget' })}
      />
    </p>
  );
}

interface DestinationProps extends Props {
  readonly card: DestinationCard;
}

function DestinationBox({ state, card, dispatch, t }: DestinationProps) {
  return (
    <section class="destination" aria-label={t('destination')}>
      <h2>{card.heading}</h2>
      {card.note && <p class="note">{card.note}</p>}
      {card.formChoice && (
        <Radios
          name="form"
          choice={card.formChoice}
          onChoose={(form) => dispatch({ type: 'choose', choices: { form } })}
        />
      )}
      <Fill state={state} label={t('fill')} button={card.fill} dispatch={dispatch} look="primary" />
      <Fill
        state={state}
        label={t('fill_anyway')}
        button={card.anyway}
        dispatch={dispatch}
        look="secondary"
      />
      {card.allow.map((origin) => (
        <Button
          key={origin}
          label={t('allow_frame', origin)}
          disabled={!state.armed || state.details === null}
          onPress={() => dispatch({ type: 'allow-frame', tabId: card.tabId, origin })}
        />
      ))}
    </section>
  );
}

interface FillProps {
  readonly state: PopupState;
  readonly label: string;
  readonly button: FillButton | null;
  readonly dispatch: Dispatch;
  readonly look: 'primary' | 'secondary';
}

function Fill({ state, label, button, dispatch, look }: FillProps) {
  if (!button) return null;
  const { job, why } = button;
  return (
    <>
      <Button
        label={label}
        look={look}
        disabled={!state.armed || !job || state.busy === 'fill'}
        describedBy={why ? 'fill-why' : undefined}
        onPress={() => job && dispatch({ type: 'fill', job })}
      />
      {why && (
        <p class="note" id="fill-why">
          {why}
        </p>
      )}
    </>
  );
}

function AllowDagster({ state, dispatch, t }: Props) {
  return (
    <div class="notice info">
      <Icon name="info" />
      <div>
        <p>{t('dagster_withheld')}</p>
        <Button
          label={t('allow_dagster')}
          disabled={!state.armed}
          onPress={() => dispatch({ type: 'allow-dagster' })}
        />
      </div>
    </div>
  );
}

function Revocation({ state, dispatch, t }: Props) {
  return (
    <section class="after">
      <p>{t('press_connect')}</p>
      <p class="note">{t('revoke_later')}</p>
      <Button
        label={t('open_tokens_page')}
        look="link"
        disabled={!state.armed}
        onPress={() => dispatch({ type: 'open-tokens-page' })}
      />
    </section>
  );
}

function Steps({ state, dispatch, t }: Props) {
  return (
    <section class="way" aria-labelledby="way">
      <h2 id="way">{t('way_there')}</h2>
      <ol>
        {state.steps.map((step) => (
          <StepItem key={step.name} step={step} armed={state.armed} dispatch={dispatch} t={t} />
        ))}
      </ol>
    </section>
  );
}

interface StepProps {
  readonly step: Step;
  readonly armed: boolean;
  readonly dispatch: Dispatch;
  readonly t: Translate;
}

function StepItem({ step, armed, dispatch, t }: StepProps) {
  const { show, open, progress } = step;
  return (
    <li class={progress} aria-current={progress === 'current' ? 'step' : undefined}>
      <span class="mark">{progress === 'done' && <Icon name="done" />}</span>
      <span class="text">
        {t(step.text)}
        {progress === 'done' && <span class="sr-only"> {t('step_done')}</span>}
      </span>
      {open === 'dagster' && (
        <Button
          label={t('open_dagster')}
          disabled={!armed}
          onPress={() => dispatch({ type: 'open-dagster' })}
        />
      )}
      {open === 'tokens-page' && (
        <Button
          label={t('open_tokens_page')}
          disabled={!armed}
          onPress={() => dispatch({ type: 'open-tokens-page' })}
        />
      )}
      {step.name === 'description' && progress === 'optional' && (
        <Button
          label={t('copy_description')}
          look="link"
          disabled={!armed}
          onPress={() => dispatch({ type: 'copy-description' })}
        />
      )}
      {show && progress === 'current' && (
        <Button
          label={t('show_me')}
          disabled={!armed}
          onPress={() => dispatch({ type: 'show', control: show })}
        />
      )}
    </li>
  );
}
