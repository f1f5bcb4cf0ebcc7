/**
 * What Chrome's offscreen document does, and then closes itself: empties the clipboard, if what it holds has the digest
 * that the document's address ends in. A document that is not in front cannot use `navigator.clipboard`.
 */
import { digestOf } from '../session/digest';

function textInClipboard(): string {
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  document.execCommand('paste');
  field.remove();
  return field.value;
}

function empty(): void {
  const copyNothing = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', '');
  };
  document.addEventListener('copy', copyNothing, { once: true });
  document.execCommand('copy');
}

/** How often is tried, and how long is waited in between, in milliseconds. */
const MOST_TRIES = 20;
const BETWEEN_TRIES_MS = 100;

/** A document that has just opened may not reach the clipboard yet: it reads as empty then, or stays as it is. */
async function clearIfHolds(digest: string): Promise<void> {
  let isEmptied = false;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const text = textInClipboard();
    if (text === '' ? isEmptied : (await digestOf(text)) !== digest) return;
    if (text !== '') {
      empty();
      isEmptied = true;
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
  }
}

void clearIfHolds(location.hash.slice(1)).finally(() => window.close());
