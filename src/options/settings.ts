/** What the options page shows, from what the browser says. */
import type { Translate } from '../words';

export interface AllowedSite {
  /** As it is shown: `https://hub.example`. */
  readonly origin: string;
  /** What the browser has granted: `https://hub.example/*`. */
  readonly pattern: string;
}

/** The origins that the person allowed at a prompt: all that are granted but those of the manifest. */
export const allowedSites = (
  granted: readonly string[],
  required: readonly string[],
): readonly AllowedSite[] =>
  granted
    .filter((pattern) => !required.includes(pattern))
    .map((pattern) => ({ pattern, origin: pattern.replace(/\/\*$/, '') }))
    .sort((one, other) => (one.origin < other.origin ? -1 : 1));

export interface ShownKey {
  readonly does: string;
  /** `Alt+Shift+L`; null where none is set. */
  readonly keys: string | null;
}

/** The command that opens the popup has no description of its own. */
const OPENS_POPUP = /^_execute_(?:browser_)?action$/;

export const shownKeys = (
  commands: readonly {
    readonly name?: string | undefined;
    readonly description?: string | undefined;
    readonly shortcut?: string | undefined;
  }[],
  t: Translate,
): readonly ShownKey[] =>
  commands.map(({ name = '', description = '', shortcut = '' }) => ({
    does: OPENS_POPUP.test(name) ? t('open_popup') : description,
    keys: shortcut || null,
  }));
