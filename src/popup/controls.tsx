/** The small controls that the popup is made of. */
import type { ComponentChildren } from 'preact';
import type { RadioChoice, RadioOption } from './radio-choice';

interface ButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly disabled?: boolean;
  /** What the press began still goes on: no further press counts, but the button keeps the focus. */
  readonly busy?: boolean;
  readonly look?: 'primary' | 'secondary' | 'icon' | 'link';
  /** Id of the element that says more about it, above all why it is disabled. */
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
  busy = false,
  look = 'secondary',
  describedBy,
  children,
}: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${look}`}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-label={children ? label : undefined}
      title={look === 'icon' ? label : undefined}
      aria-describedby={describedBy}
      onClick={(event) => event.isTrusted && !busy && onPress()}
    >
      {children ?? label}
    </button>
  );
}

/** Whether the person made this click; one that a script made does not choose either, where that can be kept off. */
function isReal(event: Event): boolean {
  if (!event.isTrusted) event.preventDefault();
  return event.isTrusted;
}

interface RadiosProps {
  readonly name: string;
  readonly choice: RadioChoice;
  readonly onChoose: (value: string) => void;
}

/** A group of which nothing is chosen at first. Values may be secrets: the document holds their positions only. */
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
      {choice.options.map((option, position) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a radio make clicks of their own
        <label class="option" key={option.value} onClick={(event) => isReal(event)}>
          <input
            type="radio"
            name={name}
            value={position}
            checked={choice.chosen === option.value}
            // A `change` counts as trusted also when a script made the click that it comes from.
            onClick={(event) => isReal(event) && onChoose(option.value)}
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
      {detail ? `${label} · ` : label}
      {detail && <span class="detail">{detail}</span>}
    </span>
  );
}
