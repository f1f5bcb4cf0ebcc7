/** The small controls that the popup is made of. */
import type { ComponentChildren } from 'preact';
import type { RadioChoice } from './radio-choice';

interface ButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly disabled?: boolean;
  readonly look?: 'primary' | 'secondary' | 'icon' | 'link';
  readonly describedBy?: string | undefined;
  readonly children?: ComponentChildren;
}

/**
 * A button that obeys only real presses: a script in the popup's process cannot release the token with
 * `element.click()`. Its accessible name is `label`, also where an icon stands in it.
 */
export function Button({
  label,
  onPress,
  disabled = false,
  look = 'secondary',
  describedBy,
  children,
}: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${look}`}
      disabled={disabled}
      aria-label={children ? label : undefined}
      title={look === 'icon' ? label : undefined}
      aria-describedby={describedBy}
      onClick={(event) => event.isTrusted && onPress()}
    >
      {children ?? label}
    </button>
  );
}

interface RadiosProps {
  readonly name: string;
  readonly choice: RadioChoice;
  readonly onChoose: (value: string) => void;
}

export function Radios({ name, choice, onChoose }: RadiosProps) {
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
      {choice.options.map(({ value, label }) => (
        <label class="option" key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={choice.chosen === value}
            onChange={(event) => event.isTrusted && onChoose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
