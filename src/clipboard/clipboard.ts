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

async function clearIfHolds(digest: string): Promise<void> {
  if ((await digestOf(textInClipboard())) === digest) empty();
}

void clearIfHolds(location.hash.slice(1)).finally(() => window.close());
