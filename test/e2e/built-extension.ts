import type { BrowserName } from '../browsers/browser';

/** The directory that `npm run build` makes for a browser. */
export const builtExtension = (browser: BrowserName): string =>
  new URL(`../../dist/${browser}`, import.meta.url).pathname;
