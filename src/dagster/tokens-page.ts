/**
 * Reads what a Dagster+ page shows: revealed user tokens and the controls on the way to one.
 *
 * The application is closed source, so nothing here depends on one element type, class name or nesting. The shape
 * of a token and the page's address decide; words only help, since a browser may have translated all of them.
 */
import { drawnParentOf } from '../page/dom';
import { pageText } from '../page/text';
import { createLabels } from './page-labels';
import type { PageControl, PageReading } from './page-reading';
import { walkPage } from './page-walk';
import { createRevealedTokens } from './revealed-tokens';
import { isTokensPath } from './tokens-path';

/** A longer path is none of Dagster+, and not passed on; in characters. */
const LONGEST_PATH = 2_000;

/** A longer text is neither a label nor a token, with whatever blanks. */
const LONGEST_TEXT = 1_000;

/** Values without any of this say nothing; most texts of a large page end here. */
const INTERESTING = /[:*\xAD\u0370-\uFEFF]|\.\.\.|to[kc]|jet|sett|desc|activ|revo|organi|[0-9a-f]{32}/i;

/** A page's reading, and the element of each control that it lists. */
export interface PageFindings {
  readonly reading: PageReading;
  readonly elements: ReadonlyMap<PageControl, Element>;
}

/**
 * What `page` shows now.
 *
 * @param address the page's URL. Tokens are taken only where it is that of a Tokens page
 * @returns plain data, each text of the page short and without tokens; and the elements of the controls
 */
export function findOnPage(page: Document, address: string): PageFindings {
  const { origin, pathname } = new URL(address);
  const path = pathname.length > LONGEST_PATH ? '/' : pathname;
  const labels = createLabels();
  const tokens = createRevealedTokens();
  /** Interesting texts that say nothing new when they come again, as most do in a long list. */
  const done = new Set<string>();
  const doneNames = new Set<string>();

  const fields = walkPage(page, {
    wanted: (text) =>
      labels.isNextWanted() || (text.length <= LONGEST_TEXT && INTERESTING.test(text) && !done.has(text)),
    text: (text, node) => {
      const element = drawnParentOf(node);
      const isOpen = element !== null && labels.text(text, element);
      if (!tokens.text(text, node) && !isOpen) done.add(text);
    },
    name: (name, element) => {
      if (!doneNames.has(name) && !labels.name(name, element)) doneNames.add(name);
    },
  });
  for (const field of fields) tokens.field(field);

  const { otherUser, organizationName, controls } = labels.found(fields);
  const read = isTokensPath(path) ? tokens.read() : { tokens: [], refused: [] };
  return {
    reading: {
      address: origin + path,
      tokens: otherUser ? [] : read.tokens,
      refused: read.refused,
      otherUser,
      controls: [...controls.keys()],
      organizationName: pageText(organizationName).replaceAll(' ', ''),
    },
    elements: controls,
  };
}
