/** The small controls that the popup is made of, beside its buttons. */
import { useContext } from 'preact/hooks';
import { Armed } from '../ui/button';
import { partsOf } from '../words';
import type { RadioChoice, RadioOption } from './radio-choice';

/** A sentence in which the words of somebody else's page are drawn apart, whichever way they are written. */
export function Words({ of }: { readonly of: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts are drawn anew with their sentence
  return partsOf(of).map((part, at) => (at % 2 === 1 ? <bdi key={at}>{part}</bdi> : part));
}

interface RadiosProps {
  readonly name: string;
  readonly choice: RadioChoice;
  readonly onChoose: (value: string) => void;
}

/** A group of which nothing is chosen at first. Values may be secrets: the document holds their positions only. */
export function Radios({ name, choice, onChoose }: RadiosProps) {
  const armed = useContext(Armed);
  /** Whether the person made this click, and later than by chance; any other chooses nothing. */
  const counts = (event: Event): boolean => {
    const counted = event.isTrusted && armed;
    if (!counted) event.preventDefault();
    return counted;
  };
  const note = choice.note ? `${name}-note` : undefined;
  return (
    <div role="radiogroup" class="choice" aria-labelledby={`${name}-legend`} aria-describedby={note}>
      <p class="legend" id={`${name}-legend`}>
        {choice.legend}
      </p>
      {choice.note && (
        <p class="note" id={note}>
          {choice.note}
        </p>
      )}
      {choice.options.map((option, position) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a radio make clicks of their own
        <label class="option" key={option.value} onClick={counts}>
          <input
            type="radio"
            name={name}
            value={position}
            checked={choice.chosen === option.value}
            aria-disabled={!armed || undefined}
            // A `change` counts as trusted also when a script made the click that it comes from.
            onClick={(event) => counts(event) && onChoose(option.value)}
          />
          <OptionText {...option} />
        </label>
      ))}
    </div>
  );
}

function OptionText({ label, detail }: RadioOption) {
  return (
    <span>
      <Words of={label} />
      {detail && ' · '}
      {detail && (
        <span class="detail">
          <Words of={detail} />
        </span>
      )}
    </span>
  );
}
