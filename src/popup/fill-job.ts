/** What the background is asked to fill at a press. */
import type { LinkDetails } from '../link-details';
import type { FillJob } from '../messages';
import type { Destination } from '../tabs/choose-form';
import type { FillButton } from './destination-card';

/** @param until milliseconds since 1970, after which the details may not be given away */
export function fillJob(
  { tab, page, frameId, origin, pages, look, count, form }: Destination,
  kind: FillButton['kind'],
  details: LinkDetails,
  until: number,
): FillJob {
  const { index, label, connector, translated } = form;
  return {
    tabId: tab.tabId,
    page,
    frameId,
    pages,
    confirmsPages: kind !== 'fill',
    bringToFront: !tab.inFront,
    until,
    request: {
      details,
      origin,
      form: { look, index, label, connector, count, translated },
      allowUnknownConnector: kind === 'anyway',
      allowTranslated: kind === 'translated',
    },
  };
}
