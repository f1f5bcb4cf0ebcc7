/**
 * Which paths are the Tokens page. A file of its own, because the script in the page needs this and nothing else
 * of what is known about addresses.
 */

/** `/{deployment}/org-settings/tokens`, without a deployment, after an organization; `cloud-settings` in older versions. */
const TOKENS_PATH = /^(\/[^/]+){0,2}\/(org|cloud)-settings\/tokens\/?$/i;

/** Whether `path` (the path of a URL on a Dagster+ host) is the Tokens page of organization settings. */
export const isTokensPath = (path: string): boolean => TOKENS_PATH.test(path);
