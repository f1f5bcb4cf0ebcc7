/** The button of all pages of the extension. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Whether presses count. In the popup's first moment they do not: they may have been meant for what lay under it. */
export const Armed = createContext(true);

interface ButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  /** It has nothing to do now; dimmed, and passed over by the Tab key. */
  readonly disabled?: boolean;
  /** What the press began still goes on: no further press counts, but the button keeps the focus. */
  readonly busy?: boolean;
  /** It shows and hides something: whether that is shown. */
  readonly expanded?: boolean | undefined;
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
  expanded,
  look = 'secondary',
  describedBy,
  children,
}: ButtonProps) {
  const obeys = useContext(Armed) && !busy;
  return (
    <button
      type="button"
      class={`button ${look}`}
      disabled={disabled}
      aria-disabled={!obeys || undefined}
      aria-expanded={expanded}
      aria-label={children ? label : undefined}
      title={look === 'icon' ? label : undefined}
      aria-describedby={describedBy}
      onClick={(event) => event.isTrusted && obeys && onPress()}
    >
      {children ?? label}
    </button>
  );
}
