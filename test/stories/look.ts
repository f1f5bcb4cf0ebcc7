/** Which stories there are, and how one is looked at: which case, in which language, colours and size. Stands in the address of its page. */
import { CASE_NAMES } from '../popup/states';
import { PAGE_NAMES } from '../ui/pages';

/** The popup's cases, and the pages that open in a tab. */
export const STORIES: readonly string[] = [...CASE_NAMES, ...PAGE_NAMES];

export const isPage = (story: string): boolean => PAGE_NAMES.some((name) => name === story);

export const THEMES = ['system', 'light', 'dark'] as const;
export const SIZES = ['usual', 'zoom', 'font'] as const;

export interface Look {
  readonly name: string;
  /** The folder of its words: `pt_BR`. */
  readonly language: string;
  readonly theme: (typeof THEMES)[number];
  /** `zoom`: twice as large; `font`: letters twice as large. */
  readonly size: (typeof SIZES)[number];
  /** Only the colours of the system, as a contrast theme has it. */
  readonly forced: boolean;
}

export function lookIn(query: string): Look {
  const asked = new URLSearchParams(query);
  const oneOf = <Name extends string>(key: string, names: readonly [Name, ...Name[]]): Name =>
    names.find((name) => name === asked.get(key)) ?? names[0];
  return {
    name: asked.get('case') ?? '',
    language: asked.get('language') ?? 'en',
    theme: oneOf('theme', THEMES),
    size: oneOf('size', SIZES),
    forced: asked.has('forced'),
  };
}

/** The query of a story's address. */
export function queryOf({ name, language, theme, size, forced }: Look): string {
  const query = new URLSearchParams({ case: name, language, theme, size });
  if (forced) query.set('forced', '');
  return `?${query}`;
}
