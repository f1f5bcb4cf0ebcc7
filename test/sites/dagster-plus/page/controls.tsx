/** Buttons, menus, tags and the like, from which every page is made. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import look from './look.module.css';

interface ButtonProps {
  readonly onClick?: () => void;
  readonly kind?: 'primary' | 'plain' | 'link' | 'danger';
  readonly submit?: boolean;
  readonly children: ComponentChildren;
}

export function Button({ onClick, kind = 'plain', submit, children }: ButtonProps) {
  return (
    <button type={submit ? 'submit' : 'button'} class={`${look.button} ${look[kind]}`} onClick={onClick}>
      {children}
    </button>
  );
}

interface MenuProps {
  readonly class: string | undefined;
  readonly label: ComponentChildren;
  readonly name?: string;
  /** Where the list appears, seen from its button. */
  readonly side: 'below' | 'above' | 'below-right';
  /** Draws the list; `close` closes it. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button that opens a list. A press elsewhere or Escape closes it. */
export function Menu({ class: className, label, name, side, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const ending = new AbortController();
    const { signal } = ending;
    const close = () => setOpen(false);
    const closeOutside = (event: Event) => {
      if (root.current && !event.composedPath().includes(root.current)) close();
    };
    addEventListener('pointerdown', closeOutside, { signal });
    addEventListener('keydown', ({ key }) => key === 'Escape' && close(), { signal });
    return () => ending.abort();
  }, [open]);
  return (
    <div class={look.menuAnchor} ref={root}>
      <button
        type="button"
        class={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div class={`${look.menu} ${look[side]}`} role="menu">
          {children(() => setOpen(false))}
        </div>
      )}
    </div>
  );
}

interface MenuItemProps {
  readonly onClick: () => void;
  readonly chosen?: boolean;
  readonly children: ComponentChildren;
}

export function MenuItem({ onClick, chosen, children }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      class={`${look.menuItem} ${chosen ? look.chosen : ''}`}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

export type Tone = 'good' | 'bad' | 'busy' | 'neutral';

export function Tag({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ComponentChildren;
}) {
  return <span class={`${look.tag} ${look[tone]}`}>{children}</span>;
}

const HUES = [32, 168, 205, 262, 330, 96];

/** Two letters on a disc whose colour goes with the name. */
export function Avatar({ name }: { readonly name: string }): VNode {
  const initials = name.split(' ').map((part) => part.charAt(0));
  return (
    <span class={look.avatar} style={{ '--hue': HUES[name.length % HUES.length] }} aria-hidden="true">
      {initials.join('').slice(0, 2)}
    </span>
  );
}

interface PanelProps {
  readonly title: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A titled white card; `action` stands at its top right. */
export function Panel({ title, note, action, children }: PanelProps) {
  return (
    <section class={look.panel}>
      <header class={look.panelHeader}>
        <div>
          <h2 class={look.panelTitle}>{title}</h2>
          {note && <p class={look.note}>{note}</p>}
        </div>
        <div class={look.panelAction}>{action}</div>
      </header>
      {children}
    </section>
  );
}
