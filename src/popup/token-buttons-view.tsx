/** Draws what can be made or revealed on the Tokens page in front. */

import { Button } from '../ui/button';
import type { Translate } from '../words';
import type { Dispatch } from './action';
import { Radios, Words } from './controls';
import type { PopupState } from './state';
import type { TokenButtons } from './token-buttons';

interface Props {
  readonly state: PopupState;
  readonly buttons: TokenButtons;
  readonly dispatch: Dispatch;
  readonly t: Translate;
}

export function TokenPresses({ state, buttons: { create, reveal }, dispatch, t }: Props) {
  const busy = state.busy !== null;
  const said = reveal && (reveal.what ?? reveal.why);
  return (
    <section class="tokens" aria-label={t('user_token')}>
      {create && (
        <Button
          label={t('create_token')}
          look="primary"
          busy={busy}
          onPress={() => dispatch({ type: 'create-token' })}
        />
      )}
      {reveal?.choice && (
        <Radios
          name="hidden-token"
          choice={reveal.choice}
          onChoose={(hiddenRow) => dispatch({ type: 'choose', choices: { hiddenRow } })}
        />
      )}
      {reveal && (
        <Button
          label={t('reveal_token')}
          disabled={reveal.why !== null}
          busy={busy}
          describedBy={said ? 'reveal-note' : undefined}
          onPress={() => dispatch({ type: 'reveal-token' })}
        />
      )}
      {said && (
        <p class="why" id="reveal-note">
          <Words of={said} />
        </p>
      )}
    </section>
  );
}
