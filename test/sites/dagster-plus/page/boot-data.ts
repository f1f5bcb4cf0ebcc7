import type { Boot } from '../boot';

/** What the server put into the document. */
export const boot = JSON.parse(document.getElementById('boot')?.textContent ?? '') as Boot;
