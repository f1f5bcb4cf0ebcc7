/** A token's description with its pencil; editing happens in place. */
import { useState } from 'preact/hooks';
import { Button } from './controls';
import { PencilIcon } from './icons';
import look from './look.module.css';
import { say, t } from './words';

interface DescriptionProps {
  readonly text: string;
  readonly editable?: boolean;
  readonly onSave?: (text: string) => void;
}

export function Description({ text, editable, onSave }: DescriptionProps) {
  const [draft, setDraft] = useState<string | null>(null);
  if (draft !== null) {
    const save = (event: Event) => {
      event.preventDefault();
      setDraft(null);
      onSave?.(draft.trim());
    };
    return (
      <form class={look.descriptionForm} onSubmit={save}>
        <input
          class={look.input}
          aria-label={say('Description')}
          value={draft}
          ref={(input) => input?.focus()}
          onInput={({ currentTarget }) => setDraft(currentTarget.value)}
          onKeyDown={({ key }) => key === 'Escape' && setDraft(null)}
        />
        <Button submit>{t('Save')}</Button>
      </form>
    );
  }
  return (
    <div class={look.description}>
      {text ? <span>{text}</span> : <span class={look.note}>{t('No description')}</span>}
      {editable && (
        <button
          type="button"
          class={look.iconButton}
          aria-label={say('Edit description')}
          onClick={() => setDraft(text)}
        >
          <PencilIcon />
        </button>
      )}
    </div>
  );
}
