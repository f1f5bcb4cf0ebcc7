/**
 * Takes what the person pastes or drops before any field gets it, so that it never stands in the document: not in a
 * field, where a browser could offer to remember it, nor in its history of changes.
 */
import { holdsToken } from '../dagster/pasted-token';

export type PasteInto = 'token' | 'address';

/** The ids of the two fields. */
export const PASTE_FIELDS: Readonly<Record<PasteInto, string>> = {
  token: 'paste-token',
  address: 'paste-address',
};

/**
 * Listens in the whole page: outside of a field a paste is meant as a token. Only what the person does counts.
 *
 * @returns ends the listening
 */
export function listenForPastes(page: Document, take: (into: PasteInto, text: string) => void): () => void {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };

  function receive(event: Event, given: DataTransfer | null): void {
    if (!event.isTrusted) return;
    const text = given?.getData('text/plain') ?? '';
    const into = placeOf(event.target, text);
    if (!into) return;
    event.preventDefault();
    event.stopPropagation();
    take(into, text);
  }

  page.addEventListener('paste', (event) => receive(event, event.clipboardData), options);
  page.addEventListener('drop', (event) => receive(event, event.dataTransfer), options);
  // Without this, what is dropped beside a field would be lost, or be opened in place of the popup.
  page.addEventListener('dragover', (event) => isField(event.target) || event.preventDefault(), options);
  return () => listening.abort();
}

/** Null where another field may have it: it holds no secret. */
function placeOf(target: EventTarget | null, text: string): PasteInto | null {
  if (!isField(target)) return 'token';
  if (target.id === PASTE_FIELDS.address) return 'address';
  return target.id === PASTE_FIELDS.token || holdsToken(text) ? 'token' : null;
}

const isField = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === 'text';
