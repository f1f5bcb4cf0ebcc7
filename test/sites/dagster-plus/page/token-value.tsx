/** The value of one token, hidden or revealed, in whichever way the rendering asks for. */
import { createPortal } from 'preact/compat';
import { useRef, useState } from 'preact/hooks';
import { boot } from './boot-data';
import look from './look.module.css';
import { say, t } from './words';

const MASK = '•'.repeat(20);
const KEPT_CHARACTERS = { start: 12, end: 8 };
const CHARACTERS_BETWEEN_BREAKS = 8;

export function HiddenToken() {
  return <span class={look.hiddenToken}>{MASK}</span>;
}

/** A revealed token: a press copies it, a tooltip says so. */
export function RevealedToken({ value }: { readonly value: string }) {
  const [hovered, setHovered] = useState(false);
  const [copied, setCopied] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const copy = async () => {
    await copyText(value);
    setCopied(true);
  };
  const leave = () => {
    setHovered(false);
    setCopied(false);
  };
  return (
    <div class={look.revealedToken} ref={root} onPointerEnter={() => setHovered(true)} onPointerLeave={leave}>
      <TokenText value={value} onClick={copy} />
      {hovered && <Tooltip near={root.current} text={say(copied ? 'Copied!' : 'Click to copy')} />}
    </div>
  );
}

interface TokenTextProps {
  readonly value: string;
  readonly onClick: () => void;
}

function TokenText({ value, onClick }: TokenTextProps) {
  const { token, truncation } = boot.rendering;
  const shown = truncation === 'none' ? value : cutMiddle(value);
  if (token === 'input') return <input class={look.tokenInput} readOnly value={value} onClick={onClick} />;
  const content = truncation.startsWith('middle') ? (
    <MiddleTruncate value={value} shown={withBreaks(shown)} />
  ) : (
    withBreaks(shown)
  );
  if (token === 'span') {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: Dagster's clickable values are plain spans.
      // biome-ignore lint/a11y/useKeyWithClickEvents: the same.
      <span class={look.tokenText} onClick={onClick}>
        {content}
      </span>
    );
  }
  if (token === 'code') {
    return (
      <button type="button" class={look.tokenText} aria-label={say('Click to copy')} onClick={onClick}>
        <code>{content}</code>
      </button>
    );
  }
  return (
    <button type="button" class={look.tokenText} onClick={onClick}>
      {content}
    </button>
  );
}

function MiddleTruncate({ value, shown }: { readonly value: string; readonly shown: string }) {
  return (
    <span class={look.truncated} title={value}>
      <span
        class={
          boot.rendering.truncation === 'middle' ? look.fullLength : `${look.fullLength} ${look.invisible}`
        }
      >
        {value}
      </span>
      <span>{shown}</span>
    </span>
  );
}

const cutMiddle = (value: string): string =>
  `${value.slice(0, KEPT_CHARACTERS.start)}…${value.slice(-KEPT_CHARACTERS.end)}`;

function withBreaks(text: string): string {
  if (boot.rendering.characters === 'plain') return text;
  return text.replace(new RegExp(`.{${CHARACTERS_BETWEEN_BREAKS}}(?=.)`, 'g'), '$&\u200b');
}

/** Stands in the document's body, as Blueprint's tooltips do. */
function Tooltip({ near, text }: { readonly near: Element | null; readonly text: string }) {
  const box = near?.getBoundingClientRect();
  const style = { left: `${(box?.left ?? 0) + (box?.width ?? 0) / 2}px`, top: `${(box?.top ?? 0) - 8}px` };
  return createPortal(
    <div class={look.tooltip} role="tooltip" style={style}>
      {text}
    </div>,
    document.body,
  );
}

async function copyText(text: string): Promise<void> {
  if (boot.rendering.copying === 'clean') return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  area.className = look.offScreen ?? '';
  document.body.append(area);
  area.select();
  document.execCommand('copy');
}

/** Two words for the button that shows and hides a token. */
export const revealLabel = (revealed: boolean) => t(revealed ? 'Hide token' : 'Reveal token');
