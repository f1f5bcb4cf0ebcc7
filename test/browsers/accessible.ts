/** Finding elements by role and accessible name: one way for both browsers, @testing-library/dom inside the page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Name, Target } from './browser';

const require = createRequire(import.meta.url);
const testingLibrary = readFileSync(
  join(dirname(require.resolve('@testing-library/dom')), '@testing-library/dom.umd.min.js'),
  'utf8',
);

/** An expression whose value is the library; it adds nothing to the page. */
export const TESTING_LIBRARY = `(() => { const module = { exports: {} }, exports = module.exports; ${testingLibrary}; return module.exports; })()`;

/** A {@link Name} as JSON. */
export type PlainName = { readonly whole: string } | { readonly source: string; readonly flags: string };
export const plainName = (name: Name): PlainName =>
  typeof name === 'string' ? { whole: name } : { source: name.source, flags: name.flags };

export const matches = (name: Name, text: string): boolean =>
  typeof name === 'string' ? text === name : name.test(text);

/** A {@link Target} as JSON. */
export type PlainTarget =
  | { readonly by: 'Role'; readonly role: string; readonly name: PlainName | undefined }
  | { readonly by: 'Text'; readonly name: PlainName }
  | { readonly by: 'LabelText'; readonly name: PlainName }
  | { readonly by: 'css'; readonly css: string };

export function plainTarget(target: Target): PlainTarget {
  if ('css' in target) return { by: 'css', css: target.css };
  if ('text' in target) return { by: 'Text', name: plainName(target.text) };
  if ('label' in target) return { by: 'LabelText', name: plainName(target.label) };
  return {
    by: 'Role',
    role: target.role,
    name: target.name === undefined ? undefined : plainName(target.name),
  };
}

/** A target in words, for messages. */
export function describeTarget(target: Target): string {
  if ('css' in target) return target.css;
  if ('text' in target) return `the text ${target.text}`;
  if ('label' in target) return `the field labelled ${target.label}`;
  return target.name === undefined ? target.role : `${target.role} "${target.name}"`;
}
