/** Draws the two fields that take what the person pastes or types, and keep none of it. */
import type { TargetedEvent } from 'preact';
import { readPastedTokens } from '../dagster/pasted-token';
import { Button } from '../ui/button';
import type { MessageKey, Translate } from '../words';
import type { Dispatch } from './action';
import type { ByHand } from './by-hand';
import { PASTE_FIELDS, type PasteInto } from './pasting';

interface ByHandProps {
  readonly byHand: ByHand;
  readonly dispatch: Dispatch;
  readonly t: Translate;
}

export function PasteFields({ byHand: { open, link, hint, takeBack }, dispatch, t }: ByHandProps) {
  return (
    <section class="by-hand" aria-label={t('by_hand')}>
      {(link || takeBack) && (
        <p class="links">
          {link && (
            <Button
              label={t('paste_instead')}
              look="link"
              expanded={open}
              onPress={() => dispatch({ type: 'choose', choices: { byHand: !open } })}
            />
          )}
          {takeBack && (
            <Button label={t('take_back')} look="link" onPress={() => dispatch({ type: 'take-back' })} />
          )}
        </p>
      )}
      {open && hint && (
        <p id="paste-hint" class="note">
          {hint}
        </p>
      )}
      {open && (
        <div class="fields">
          <PasteField into="token" hint={hint !== null} dispatch={dispatch} t={t} />
          <PasteField into="address" hint={false} dispatch={dispatch} t={t} />
        </div>
      )}
    </section>
  );
}

const LABELS: Readonly<Record<PasteInto, MessageKey>> = { token: 'paste_token', address: 'paste_address' };
const EXAMPLES: Readonly<Record<PasteInto, MessageKey>> = {
  token: 'example_token',
  address: 'example_address',
};

interface PasteFieldProps {
  readonly into: PasteInto;
  readonly hint: boolean;
  readonly dispatch: Dispatch;
  readonly t: Translate;
}

/** What is pasted or dropped here is taken by `pasting.ts` before the field gets it. */
function PasteField({ into, hint, dispatch, t }: PasteFieldProps) {
  /** Ends what the person typed; the field is empty before anything else happens. */
  function take(field: HTMLInputElement): void {
    const text = field.value;
    field.value = '';
    if (text.trim()) dispatch({ type: 'paste', into, text });
  }

  /** A token is whole at its last character; of an address nobody knows before the person is done. */
  function type(event: TargetedEvent<HTMLInputElement, InputEvent>): void {
    if (!event.isTrusted || event.isComposing) return;
    if (readPastedTokens(event.currentTarget.value).kind === 'tokens') take(event.currentTarget);
  }

  function enter(event: TargetedEvent<HTMLInputElement, KeyboardEvent>): void {
    if (!event.isTrusted || event.key !== 'Enter') return;
    // The field may be gone by the end of this event: the key must not press what gets the focus then.
    event.preventDefault();
    take(event.currentTarget);
  }

  return (
    <div class="paste">
      <label for={PASTE_FIELDS[into]}>{t(LABELS[into])}</label>
      <input
        id={PASTE_FIELDS[into]}
        class={`value ${into}`}
        type="text"
        placeholder={t(EXAMPLES[into])}
        aria-describedby={hint ? 'paste-hint' : undefined}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        onInput={type}
        onKeyDown={enter}
        onChange={(event) => event.isTrusted && take(event.currentTarget)}
      />
    </div>
  );
}
