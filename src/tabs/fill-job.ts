/** What the background is asked to fill: one form as it was found, with what the person has agreed to. */
import type { LinkDetails } from '../link-details';
import type { FillJob } from '../messages';
import type { Destination } from './choose-form';

/** What a press says beside “fill this form”; the key, and a grant, say less. */
interface Agreed {
  /** The pages around the form may stay there. */
  readonly confirmsPages: boolean;
  /** "Fill this form anyway": it does not say whose it is. */
  readonly allowUnknownConnector?: boolean;
  /** "Fill these three fields": their labels are in another language. */
  readonly allowTranslated?: boolean;
}

/** @param until milliseconds since 1970, after which the details may not be given away */
export function fillJob(
  { tab, page, frameId, origin, pages, look, count, form }: Destination,
  details: LinkDetails,
  until: number,
  { confirmsPages, allowUnknownConnector = false, allowTranslated = false }: Agreed,
): FillJob {
  const { index, label, connector, translated } = form;
  return {
    tabId: tab.tabId,
    page,
    frameId,
    pages,
    confirmsPages,
    bringToFront: !tab.inFront,
    until,
    request: {
      details,
      origin,
      form: { look, index, label, connector, count, translated },
      allowUnknownConnector,
      allowTranslated,
    },
  };
}
