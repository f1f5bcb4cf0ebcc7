/** What the packages use although the oldest browser does not have it. */
import type { BrowserName } from '../../browsers/browser';
import type { Feature } from './catalogue';

interface Exception {
  readonly browsers: readonly BrowserName[];
  readonly features: readonly Feature[];
  /** Why nothing is lost without it. */
  readonly reason: string;
}

const BOTH: readonly BrowserName[] = ['chrome', 'firefox'];

/** One that is not needed any more makes the test fail. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    browsers: ['chrome'],
    features: ['webextensions.api.action.openPopup'],
    reason: 'asked for before it is called; without it the badge says that it is time to press',
  },
  {
    browsers: ['chrome'],
    features: ['webextensions.api.runtime.getFrameId'],
    reason: 'asked for before it is called; only Firefox has it, and Chrome tells the ids in another way',
  },
  {
    browsers: ['chrome'],
    features: ['webextensions.api.tabs.Tab.cookieStoreId'],
    reason: 'tells the container of a tab, which only Firefox has; elsewhere there is none',
  },
  {
    browsers: ['chrome'],
    features: [
      'api.Element.checkVisibility.options_opacityProperty_parameter',
      'api.Element.checkVisibility.options_visibilityProperty_parameter',
    ],
    reason: 'the older names of both are given beside them',
  },
  {
    browsers: ['chrome'],
    features: ['css.properties.mask-image'],
    reason: 'read with the prefix where it is not known without',
  },
  {
    browsers: ['firefox'],
    features: ['css.properties.-webkit-box-reflect'],
    reason: 'asked for by its name; Firefox, which draws no reflections, answers with nothing',
  },
  {
    browsers: BOTH,
    features: ['css.properties.scroll-marker-group'],
    reason: 'asked for by its name; a browser that draws no such marks answers with nothing',
  },
  {
    browsers: ['firefox'],
    features: ['api.Location.ancestorOrigins'],
    reason: 'taken as an empty list where it is not known',
  },
  {
    browsers: ['firefox'],
    features: ['api.IntersectionObserverEntry.isVisible'],
    reason: 'taken as isIntersecting where it is not known',
  },
  {
    browsers: BOTH,
    features: ['api.Document.moveBefore'],
    reason: 'Preact asks for it before it calls it, and has insertBefore besides',
  },
  {
    browsers: ['chrome'],
    features: ['css.properties.scrollbar-width', 'css.properties.scrollbar-width.thin'],
    reason: 'looks only: the scroll bar is wider',
  },
  {
    browsers: BOTH,
    features: ['css.properties.text-wrap.pretty'],
    reason: 'looks only: the last line may be one word',
  },
  {
    browsers: ['firefox'],
    features: ['webextensions.manifest.browser_specific_settings.gecko_android'],
    reason: 'for Firefox for Android, which reads it since 113',
  },
  {
    browsers: BOTH,
    features: ['api.Element.pseudo'],
    reason: 'a name of our own: which pseudo-element a layer is',
  },
  {
    browsers: ['chrome'],
    features: ['javascript.builtins.Iterator.take'],
    reason: 'a name of our own: takes what is awaited, once',
  },
];
