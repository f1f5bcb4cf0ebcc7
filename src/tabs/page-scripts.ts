/** The files that are put into a page on a press (vite.config.ts builds one for each entry in src/content). */
type PageScript =
  | 'control-sight'
  | 'dagster-reader'
  | 'frame-sight'
  | 'linking-form-filler'
  | 'linking-form-finder'
  | 'show-control'
  | 'token-maker';

/**
 * What to put into a page for these scripts, in that order: first what all of them share. With a slash before them:
 * Firefox takes paths as relative to the page that calls, Chrome as relative to the extension.
 */
export const pageScripts = (...scripts: PageScript[]): string[] =>
  ['page', ...scripts].map((script) => `/src/content/${script}.js`);
