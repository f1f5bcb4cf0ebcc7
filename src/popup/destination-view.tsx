/** Draws where the values would go, with the main action. */

import { Button } from '../ui/button';
import type { MessageKey, Translate } from '../words';
import type { Dispatch } from './action';
import { Radios, Words } from './controls';
import type { DestinationCard, FillButton } from './destination-card';
import { Icon } from './icons';
import type { PopupState } from './state';

interface Props {
  readonly state: PopupState;
  readonly card: DestinationCard;
  readonly dispatch: Dispatch;
  readonly t: Translate;
}

export function Destination({ state, card, dispatch, t }: Props) {
  return (
    <section class="destination" aria-label={t('destination')}>
      <h2>
        <Icon name="form" />
        <span>
          <Words of={card.heading} />
        </span>
      </h2>
      {card.note && (
        <p class={card.fill?.kind === 'anyway' ? 'note warning' : 'note'}>
          <Words of={card.note} />
        </p>
      )}
      {card.mapping.length > 0 && (
        <ul class="mapping">
          {card.mapping.map(({ value, field }) => (
            <li key={value}>
              {value} → <bdi>{field}</bdi>
            </li>
          ))}
        </ul>
      )}
      {card.formChoice && (
        <Radios
          name="form"
          choice={card.formChoice}
          onChoose={(form) => dispatch({ type: 'choose', choices: { form } })}
        />
      )}
      {card.fill && <Fill state={state} button={card.fill} dispatch={dispatch} t={t} />}
      {card.allow.map((origin) => (
        <Button
          key={origin}
          label={t('allow_frame', origin)}
          look="primary"
          disabled={card.allowWhy !== null}
          describedBy={card.allowWhy ? 'allow-why' : undefined}
          onPress={() => dispatch({ type: 'allow-frame', origin })}
        />
      ))}
      {card.allow.length > 0 && card.allowWhy && (
        <p class="why" id="allow-why">
          {card.allowWhy}
        </p>
      )}
    </section>
  );
}

const LABELS: Readonly<Record<FillButton['kind'], MessageKey>> = {
  fill: 'fill',
  inside: 'fill_inside',
  anyway: 'fill_anyway',
  translated: 'fill_translated',
};

interface FillProps {
  readonly state: PopupState;
  readonly button: FillButton;
  readonly dispatch: Dispatch;
  readonly t: Translate;
}

function Fill({ state, button: { kind, why }, dispatch, t }: FillProps) {
  return (
    <>
      <Button
        key={kind}
        label={t(LABELS[kind])}
        look={kind === 'anyway' ? 'secondary' : 'primary'}
        disabled={why !== null}
        busy={state.busy === 'fill'}
        describedBy={why ? 'fill-why' : undefined}
        onPress={() => dispatch({ type: 'fill' })}
      />
      {why && (
        <p class="why" id="fill-why">
          {why}
        </p>
      )}
    </>
  );
}
