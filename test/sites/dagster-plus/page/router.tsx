/** Addresses as react-router handles them: `history.pushState`, without a load. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const NAVIGATED = 'stand-in:navigated';

/** Goes to a path of this organization without a load. */
export function navigate(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new Event(NAVIGATED));
}

/** The path of the address, kept up to date. */
export function usePath(): string {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const follow = () => setPath(location.pathname);
    addEventListener('popstate', follow);
    addEventListener(NAVIGATED, follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener(NAVIGATED, follow);
    };
  }, []);
  return path;
}

interface LinkProps {
  readonly to: string;
  readonly class?: string | undefined;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

export function Link({ to, current, children, class: className }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a href={to} class={className} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  );
}
