/**
 * A text field with known values to choose from: the editable combobox of the ARIA Authoring Practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). A `<datalist>` would offer only what begins with the text
 * that is there already, which is of no use in a field that is filled in from the start.
 */
import { useContext, useRef, useState } from 'preact/hooks';
import { Armed } from '../ui/button';
import { Icon } from './icons';

interface ComboboxProps {
  readonly id: string;
  readonly text: string;
  readonly options: readonly string[];
  /** Name of the list and of the button that opens it. */
  readonly listLabel: string;
  readonly describedBy: string | undefined;
  readonly onText: (text: string) => void;
}

interface OpenList {
  readonly shown: readonly string[];
  /** Position of the option that the arrow keys reached; -1 while the text has the focus. */
  readonly active: number;
}

export function Combobox({ id, text, options, listLabel, describedBy, onText }: ComboboxProps) {
  const [list, setList] = useState<OpenList | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const armed = useContext(Armed);
  const listId = `${id}-list`;
  const optionId = (position: number) => `${id}-option-${position}`;

  /** What a script does, or a press in the popup's first moment, changes nothing. */
  const counts = (event: Event): boolean => event.isTrusted && armed;

  const open = (active = -1) => setList({ shown: options, active });
  const close = () => setList(null);

  function type(typed: string): void {
    const sought = typed.trim().toLowerCase();
    const shown = options.filter((option) => option.toLowerCase().includes(sought));
    // A whole name needs no help, and the list would lie over what is pressed next.
    const helps = sought !== '' && shown.length > 0 && !options.includes(typed.trim());
    setList(helps ? { shown, active: -1 } : null);
    onText(typed);
  }

  function choose(option: string): void {
    close();
    onText(option);
  }

  function move(step: 1 | -1): void {
    if (!list) {
      open(step === 1 ? 0 : options.length - 1);
      return;
    }
    const count = list.shown.length;
    setList({
      ...list,
      active: list.active < 0 && step < 0 ? count - 1 : (list.active + step + count) % count,
    });
  }

  /** @returns whether the key meant the list, and nothing else must come of it */
  function obey(key: string): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      move(key === 'ArrowDown' ? 1 : -1);
      return true;
    }
    if (!list || (key !== 'Enter' && key !== 'Escape')) return false;
    const option = list.shown[list.active];
    if (key === 'Enter' && option !== undefined) choose(option);
    else close();
    // Chrome closes the popup on Escape: here it closes the list first. Firefox gives this key to no page in a panel.
    return true;
  }

  return (
    <div class="combobox">
      <input
        id={id}
        ref={input}
        class="value"
        role="combobox"
        value={text}
        autocomplete="off"
        spellcheck={false}
        aria-expanded={list !== null}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={list && list.active >= 0 ? optionId(list.active) : undefined}
        aria-describedby={describedBy}
        aria-disabled={!armed || undefined}
        onInput={(event) => counts(event) && type(event.currentTarget.value)}
        onKeyDown={(event) => counts(event) && obey(event.key) && event.preventDefault()}
        onBlur={close}
      />
      <button
        type="button"
        class="button icon"
        tabIndex={-1}
        aria-label={listLabel}
        aria-expanded={list !== null}
        aria-controls={listId}
        aria-disabled={!armed || undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          if (!counts(event)) return;
          input.current?.focus();
          if (list) close();
          else open();
        }}
      >
        <Icon name="open" />
      </button>
      <div
        id={listId}
        class="options"
        role="listbox"
        aria-label={listLabel}
        hidden={list === null}
        // The text keeps the focus, so that leaving it closes the list.
        onMouseDown={(event) => event.preventDefault()}
      >
        {list?.shown.map((option, position) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the text, which names the active option
          <div
            key={option}
            id={optionId(position)}
            role="option"
            tabIndex={-1}
            aria-selected={option === text}
            class={position === list.active ? 'active' : ''}
            ref={(element) => {
              if (position === list.active) element?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={(event) => counts(event) && choose(option)}
          >
            {option}
          </div>
        ))}
      </div>
    </div>
  );
}
