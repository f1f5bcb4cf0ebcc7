/** Draws the three values, each with what can be done with it. */
import type { ComponentChildren } from 'preact';
import type { DetailName } from '../link-details';
import { Button } from '../ui/button';
import { detailWord, type Translate } from '../words';
import type { Dispatch } from './action';
import { Combobox } from './combobox';
import { Radios, Words } from './controls';
import type { DetailsCard } from './details-card';
import { Icon } from './icons';
import type { CheckButton, PopupState } from './state';

interface DetailsProps {
  readonly state: PopupState;
  readonly card: DetailsCard;
  readonly dispatch: Dispatch;
  readonly t: Translate;
}

export function Details(props: DetailsProps) {
  const { state, card, dispatch, t } = props;
  return (
    <section class="card" aria-label={t('details')}>
      <p class="source">
        <span>{card.source}</span>
        {card.region && <span class="region">{card.region}</span>}
      </p>
      <TokenRow {...props} />
      <SlugRow {...props} />
      {card.deployment && <DeploymentRow {...props} deployment={card.deployment} />}
      {state.check && <Check state={state} check={state.check} dispatch={dispatch} t={t} />}
    </section>
  );
}

function TokenRow(props: DetailsProps) {
  const { card, dispatch, t } = props;
  const { known, shown, unusual, text } = card.token;
  const toggled = shown ? null : card.values.userToken;
  return (
    <>
      <Row
        look="token"
        label={detailWord('userToken', t)}
        actions={
          <>
            {known && (
              <Button
                label={t(shown ? 'hide_token' : 'show_token')}
                look="icon"
                onPress={() => dispatch({ type: 'choose', choices: { shownToken: toggled } })}
              >
                <Icon name={shown ? 'hide' : 'show'} />
              </Button>
            )}
            <Copy {...props} name="userToken" />
          </>
        }
      >
        <Value id={valueId('userToken')} text={text} known={known || unusual} long={shown} />
      </Row>
      {unusual && (
        <div class="notice warning">
          <Icon name="warning" />
          <div>
            <p>{t('unusual_token')}</p>
            <Button
              label={t('use_unusual_token')}
              onPress={() => dispatch({ type: 'decide', decision: { unusualTokenAccepted: true } })}
            />
          </div>
        </div>
      )}
    </>
  );
}

function SlugRow(props: DetailsProps) {
  const { card, dispatch, t } = props;
  const { text, note, choice } = card.slug;
  return (
    <>
      <Row label={detailWord('organizationSlug', t)} actions={<Copy {...props} name="organizationSlug" />}>
        <Value id={valueId('organizationSlug')} text={text} known={card.values.organizationSlug !== null} />
      </Row>
      {note && <p class="note">{note}</p>}
      {card.whose && <Whose whose={card.whose} dispatch={dispatch} />}
      {choice && (
        <Radios
          name="slug"
          choice={choice}
          onChoose={(organizationSlug) => dispatch({ type: 'decide', decision: { organizationSlug } })}
        />
      )}
    </>
  );
}

interface WhoseProps {
  readonly whose: NonNullable<DetailsCard['whose']>;
  readonly dispatch: Dispatch;
}

/** A pasted token is joined with no address before the person says so. */
function Whose({ whose, dispatch }: WhoseProps) {
  return (
    <div class="whose">
      {whose.questions.map(({ text, yes, address }) => (
        <div key={yes}>
          <p>{text}</p>
          <Button label={yes} onPress={() => dispatch({ type: 'decide', decision: { address } })} />
        </div>
      ))}
      <p class="note">{whose.otherwise}</p>
    </div>
  );
}

interface DeploymentRowProps extends DetailsProps {
  readonly deployment: NonNullable<DetailsCard['deployment']>;
}

function DeploymentRow(props: DeploymentRowProps) {
  const { dispatch, t } = props;
  const { text, options, warning, note } = props.deployment;
  const said = warning ?? note;
  return (
    <>
      <Row
        label={<label for="deployment">{detailWord('deployment', t)}</label>}
        actions={<Copy {...props} name="deployment" />}
      >
        <Combobox
          id="deployment"
          text={text}
          options={options}
          listLabel={t('known_deployments')}
          describedBy={said ? valueId('deployment') : undefined}
          onText={(deploymentText) => dispatch({ type: 'decide', decision: { deploymentText } })}
        />
      </Row>
      {said && (
        <p id={valueId('deployment')} class={warning ? 'note warning' : 'note'}>
          <Words of={said} />
        </p>
      )}
    </>
  );
}

interface RowProps {
  readonly look?: 'token';
  readonly label: ComponentChildren;
  readonly actions: ComponentChildren;
  readonly children: ComponentChildren;
}

function Row({ look, label, actions, children }: RowProps) {
  return (
    <div class={look ? `row ${look}` : 'row'}>
      <span class="label">{label}</span>
      <div class="content">{children}</div>
      <span class="actions">{actions}</span>
    </div>
  );
}

const valueId = (name: DetailName): string => `${name}-value`;

interface ValueProps {
  readonly id: string;
  readonly text: string;
  readonly known: boolean;
  /** A whole token: in smaller letters, so that it fits into one line and nothing moves when it is shown. */
  readonly long?: boolean;
}

function Value({ id, text, known, long = false }: ValueProps) {
  return (
    <span id={id} class={`value${known ? '' : ' unknown'}${long ? ' long' : ''}`}>
      {text}
    </span>
  );
}

/** While the value is unknown, what stands in its place says why it cannot be copied. */
function Copy({ name, card, dispatch, t }: DetailsProps & { readonly name: DetailName }) {
  const value = card.values[name];
  return (
    <Button
      label={t('copy', detailWord(name, t))}
      look="icon"
      disabled={value === null}
      describedBy={value === null ? valueId(name) : undefined}
      onPress={() => dispatch({ type: 'copy', name })}
    >
      <Icon name="copy" />
    </Button>
  );
}

interface CheckProps {
  readonly state: PopupState;
  readonly check: CheckButton;
  readonly dispatch: Dispatch;
  readonly t: Translate;
}

function Check({ state, check, dispatch, t }: CheckProps) {
  return (
    <div class="check">
      <Button
        label={t(state.busy === 'check' ? 'checking' : 'check')}
        look="link"
        disabled={check.why !== null}
        busy={state.busy !== null}
        describedBy={check.why ? 'check-why' : undefined}
        onPress={() => dispatch({ type: 'check' })}
      />
      {check.why && (
        <span id="check-why" class="why">
          {check.why}
        </span>
      )}
    </div>
  );
}
