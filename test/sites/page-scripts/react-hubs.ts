/** A customer's page that uses the Hub as a React component: one in every `<div data-react-hub>`. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
// Bundled once for every release, with this name standing for that release.
import { StackOneHub } from 'stackone-hub-1.11.4';

function mountHubs(root: ParentNode): void {
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) mountHubs(element.shadowRoot);
    if (element.matches('[data-react-hub]:empty')) mountHub(element);
  }
}

function mountHub(element: Element): void {
  const setting = (name: string) => element.getAttribute(name) ?? '';
  const settings = {
    token: setting('token'),
    baseUrl: setting('base-url'),
    height: setting('height'),
    theme: setting('theme') === 'dark' ? ('dark' as const) : ('light' as const),
  };
  createRoot(element).render(createElement(StackOneHub, settings));
}

mountHubs(document);
document.addEventListener('hub-added', () => mountHubs(document));
