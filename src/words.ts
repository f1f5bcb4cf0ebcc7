/** The words on the screen: `extension/_locales/en/messages.json` holds them all. */
import type messages from '../extension/_locales/en/messages.json';
import type { Region } from './dagster/regions';
import type { DetailName } from './link-details';

export type MessageKey = keyof typeof messages;

/** @returns the sentence under `key`, with `$1`, `$2` … replaced by `values`. */
export type Translate = (key: MessageKey, ...values: string[]) => string;

/** What each value is called on the screen. What the form calls it is a fact about the form: `src/hub/field-labels.ts`. */
const DETAIL_WORDS: Readonly<Record<DetailName, MessageKey>> = {
  userToken: 'user_token',
  organizationSlug: 'organization_slug',
  deployment: 'deployment',
};

export const detailWord = (name: DetailName, t: Translate): string => t(DETAIL_WORDS[name]);

/** What is said of a region. */
interface RegionWords {
  readonly name: MessageKey;
  /** Said beside a choice among several slugs; null where there is one. */
  readonly slugNotice: ((slugs: readonly string[], t: Translate) => string) | null;
  /** Said where Dagster+ refuses a token: the region may be the reason. */
  readonly unauthorized: MessageKey;
}

export const REGION_WORDS: Readonly<Record<Region, RegionWords>> = {
  us: { name: 'region_us', slugNotice: null, unauthorized: 'check_unauthorized' },
  eu: {
    name: 'region_eu',
    slugNotice: ([plain = '', withRegion = ''], t) => t('eu_notice', plain, withRegion),
    unauthorized: 'check_unauthorized_eu',
  },
};

/** `["a", "b", "c"]` → "a, b and c". */
export const listOf = (words: readonly string[], t: Translate): string =>
  new Intl.ListFormat(t('list_language')).format(words);

/** First strong isolate and pop directional isolate: what stands between them changes nothing around it. */
const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';

/**
 * Marks words of somebody else's page within a sentence. The view draws them apart, so that a name that is written from
 * right to left does not turn the sentence around.
 */
export const quoted = (words: string): string => `${ISOLATE}${words}${END_OF_ISOLATE}`;

/** A sentence as it stands where nothing can be drawn apart. */
export const plainText = (sentence: string): string => sentence.replace(/[\u2068\u2069]/gu, '');

/** The parts of a sentence, in turn its own words and those of a page, beginning with its own. */
export const partsOf = (sentence: string): string[] => sentence.split(/[\u2068\u2069]/u);
