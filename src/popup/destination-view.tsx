/** Draws where the values would go, with the main action. */
import type { Translate } from '../words';
import type { Dispatch } from './action';
import { Button } from './controls';
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
        <span>{card.heading}</span>
      </h2>
      {card.note && <p class={card.anyway ? 'note warning' : 'note'}>{card.note}</p>}
      {card.fill && <Fill state={state} label={t('fill')} button={card.fill} dispatch={dispatch} />}
      {card.anyway && (
        <Fill state={state} label={t('fill_anyway')} button={card.anyway} dispatch={dispatch} anyway />
      )}
      {card.allow.map((origin) => (
        <Button
          key={origin}
          label={t('allow_frame', origin)}
          look="primary"
          disabled={card.allowWhy !== null}
          describedBy={card.allowWhy ? 'allow-why' : undefined}
          onPress={() => dispatch({ type: 'allow-frame', tabId: card.tabId, origin })}
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

interface FillProps {
  readonly state: PopupState;
  readonly label: string;
  readonly button: FillButton;
  readonly dispatch: Dispatch;
  readonly anyway?: boolean;
}

function Fill({ state, label, button: { job, why }, dispatch, anyway = false }: FillProps) {
  return (
    <>
      <Button
        label={label}
        look={anyway ? 'secondary' : 'primary'}
        disabled={!job}
        busy={state.busy === 'fill'}
        describedBy={why ? 'fill-why' : undefined}
        onPress={() => job && dispatch({ type: 'fill', job })}
      />
      {why && (
        <p class="why" id="fill-why">
          {why}
        </p>
      )}
    </>
  );
}
