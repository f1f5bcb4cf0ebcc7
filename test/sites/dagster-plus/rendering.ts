/**
 * The ways in which the stand-in can draw the same page. Dagster+ is closed source: nobody outside knows which of them
 * it uses, so whatever reads the page has to cope with every one.
 */

export interface Rendering {
  /** Newer versions have a bar at the left with the avatar at its bottom; older ones a bar at the top, avatar at the right. */
  readonly navigation: 'side' | 'top';
  /** What the organization's settings are called in addresses; older versions say `cloud-settings`. */
  readonly settings: 'org-settings' | 'cloud-settings';
  /** A real table, or absolutely positioned `<div>`s without roles, as Dagster's VirtualizedTable draws them. */
  readonly rows: 'table' | 'divs';
  /** The element that holds a revealed token; an input holds it in its `value` property only. */
  readonly token: 'span' | 'button' | 'code' | 'input';
  /**
   * `middle`: like Dagster's MiddleTruncate, the short text is visible and the full one stands in a sibling without
   * height and in `title`. `middle-invisible`: the same, and the sibling is invisible as well, as in one version. `cut`: like `withMiddleTruncation`, the full text is nowhere.
   */
  readonly truncation: 'none' | 'middle' | 'middle-invisible' | 'cut';
  /** `zero-width`: invisible break opportunities (U+200B) stand inside the shown token. */
  readonly characters: 'plain' | 'zero-width';
  /** Another language than `en`: the browser's translation replaced every word and wrapped it in `<font>` elements. */
  readonly language: 'en' | 'fr' | 'de';
  /** `shadow`: the whole app is inside an open shadow root. */
  readonly root: 'document' | 'shadow';
  /** `leftover`: copying leaves an off-screen text area behind that holds the token. */
  readonly copying: 'clean' | 'leftover';
  /** Whether revoked tokens are listed below the active ones. */
  readonly revoked: 'listed' | 'hidden';
  /** `busy`: something on the page changes a hundred times a second. */
  readonly activity: 'calm' | 'busy';
}

/** Every choice, the usual one first. Also the query parameters that select them: `?rows=divs&token=input`. */
export const RENDERINGS: {
  readonly [Name in keyof Rendering]: readonly [Rendering[Name], ...Rendering[Name][]];
} = {
  navigation: ['side', 'top'],
  settings: ['org-settings', 'cloud-settings'],
  rows: ['table', 'divs'],
  token: ['span', 'button', 'code', 'input'],
  truncation: ['none', 'middle', 'middle-invisible', 'cut'],
  characters: ['plain', 'zero-width'],
  language: ['en', 'fr', 'de'],
  root: ['document', 'shadow'],
  copying: ['clean', 'leftover'],
  revoked: ['listed', 'hidden'],
  activity: ['calm', 'busy'],
};

/** The usual choice everywhere. */
export const USUAL_RENDERING = Object.fromEntries(
  Object.entries(RENDERINGS).map(([name, choices]) => [name, choices[0]]),
) as unknown as Rendering;

/** `base`, changed by those parameters of `query` that name a known choice; others are ignored. */
export function renderingFrom(query: URLSearchParams, base: Rendering): Rendering {
  const known = Object.entries(RENDERINGS).filter(([name, choices]) =>
    (choices as readonly string[]).includes(query.get(name) ?? ''),
  );
  return { ...base, ...Object.fromEntries(known.map(([name]) => [name, query.get(name)])) };
}
