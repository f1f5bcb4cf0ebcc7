/** The one path on which values reach a form, whoever asked: popup, permission prompt or keyboard command. */
import type { OrganizationAddress } from '../dagster/address';
import type { FillOutcome, NotFilledReason } from '../hub/report';
import type { LinkDetails } from '../link-details';
import type { FillJob, PermissionPurpose } from '../messages';
import { isVerified } from '../outcome';
import { isFormAllowed, isSlugAllowed, type Policy } from '../policy';
import { type Showing, select } from '../selection';
import { type ConfirmedPages, isSameEmbedding } from '../session/confirmed-pages';
import type { Holding } from '../session/held-details';
import type { Privacy } from '../session/session-area';
import type { SeenPage } from '../session/told-outcome';
import { chooseForm, type FormSearch, seenPage } from '../tabs/choose-form';
import { ANSWER_LIMIT_MS, askTab, mayShowToken, openDagsterTabs, type TabAccess } from '../tabs/dagster-tabs';
import { fillJob } from '../tabs/fill-job';
import { fillInFrame, type LookedAtFrame, lookAtTab, type Scripting } from '../tabs/linking-page';

export interface FillingParts {
  readonly scripting: Scripting;
  readonly tabs: TabAccess;
  /** What is kept for the windows of one kind. */
  session(privacy: Privacy): { readonly holding: Holding; readonly confirmed: ConfirmedPages };
  /** The kind of window in which a tab is; null when it is gone. */
  privacyOf(tabId: number): Promise<Privacy | null>;
  /**
   * Tells what became of a fill where no popup is open; never rejects.
   *
   * @param page the page as it was looked at before the fill; null where it could not be
   */
  tell(page: SeenPage | null, privacy: Privacy, tabId: number, outcome: FillOutcome): Promise<void>;
  bringToFront(tabId: number): Promise<void>;
  /** What an administrator has set. */
  policy(): Promise<Policy>;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface Filling {
  /** Fills the form that the popup showed. */
  fill(job: FillJob, privacy: Privacy): Promise<FillOutcome>;
  /** Fills what a permission prompt was about, when it still stands as the person was shown it. */
  fillAllowed(purpose: Extract<PermissionPurpose, { kind: 'fill' }>): Promise<FillOutcome>;
  /** Fills the one Dagster form of a tab with the one account at hand; reports on the toolbar button. */
  fillWithoutPopup(tabId: number): Promise<FillOutcome>;
}

/** The number that browsers give the frame of the page itself. */
const PAGE_ITSELF = 0;

const notFilled = (reason: NotFilledReason): FillOutcome => ({ kind: 'not-filled', ...reason });

export function createFilling(parts: FillingParts): Filling {
  const { scripting } = parts;

  async function fill(job: FillJob, privacy: Privacy): Promise<FillOutcome> {
    const outcome = await carryOut(job, privacy);
    if (job.bringToFront && outcome.kind === 'written') {
      await parts.tell(job.page, privacy, job.tabId, outcome);
      await parts.bringToFront(job.tabId);
    }
    return outcome;
  }

  async function carryOut(job: FillJob, privacy: Privacy): Promise<FillOutcome> {
    const { holding, confirmed } = parts.session(privacy);
    if (parts.now() >= job.until) return notFilled({ reason: 'no-details' });
    const forbidden = forbiddenBy(await parts.policy(), job);
    if (forbidden) return notFilled(forbidden);
    // A tab of the other kind of window is as good as none.
    if ((await parts.privacyOf(job.tabId)) !== privacy) return notFilled({ reason: 'form-changed' });
    const obstacle = job.frameId === PAGE_ITSELF ? null : await obstacleTo(job, confirmed);
    if (obstacle) return notFilled(obstacle);
    const outcome = await fillInFrame(scripting, job, job.request);
    // What became of the fill is told also where the browser does not let it be forgotten: then the alarm forgets it.
    if (isVerified(outcome)) await holding.forgetFilled(job.request.details.userToken).catch(() => undefined);
    return outcome;
  }

  /** What stands around a frame that speaks against filling it, at this moment. */
  async function obstacleTo(
    { tabId, frameId, pages, confirmsPages, request }: FillJob,
    confirmed: ConfirmedPages,
  ): Promise<NotFilledReason | null> {
    const look = await lookAtTab(scripting, tabId);
    if (look.kind === 'busy') return { reason: 'too-late' };
    const frame = look.kind === 'looked' && look.frames.find((one) => one.frameId === frameId);
    if (!frame) return { reason: 'form-changed' };
    const { origin } = request;
    if (frame.origin !== origin) return { reason: 'other-origin', origin: frame.origin };
    if (frame.pages === null) return { reason: 'frame-hidden', origin };
    if (frame.pages.join(' ') !== pages.join(' '))
      return { reason: 'embedding-unconfirmed', origin, pages: frame.pages };
    const isThere = frame.forms.some(({ index }) => index === request.form.index);
    if (isThere && !frame.seen.includes(request.form.index)) return { reason: 'frame-hidden', origin };
    if (pages.length === 0) return null;
    const embedding = { form: origin, pages };
    if (confirmsPages) await confirmed.confirm(embedding);
    const known = (await confirmed.read()).some((one) => isSameEmbedding(one, embedding));
    return known ? null : { reason: 'embedding-unconfirmed', origin, pages };
  }

  async function fillFound(
    tabId: number,
    privacy: Privacy,
    frames: readonly LookedAtFrame[],
    details: LinkDetails,
    confirmsPages: boolean,
  ): Promise<FillOutcome> {
    const search = chooseForm([{ tab: { tabId, inFront: true, title: '', address: '' }, frames }]);
    if (search.kind !== 'found') return notFilled(reasonOf(search));
    const until = parts.now() + NO_POPUP_LIMIT_MS;
    return carryOut(fillJob(search.found, details, until, { confirmsPages }), privacy);
  }

  async function fillAllowed(purpose: Extract<PermissionPurpose, { kind: 'fill' }>): Promise<FillOutcome> {
    const { tabId, privacy, origin, page } = purpose;
    const frames = await framesOf(tabId);
    const outcome = await (async () => {
      if (seenPage(tabId, frames)?.origin !== page) return notFilled({ reason: 'form-changed' });
      const { details, forbidden } = select({ front: null, others: [], ...(await keptFor(privacy)) }, {});
      if (forbidden) return notFilled(forbiddenOrganization(forbidden));
      if (!details) return notFilled({ reason: 'no-details' });
      // The person was shown this origin inside this page, and no other.
      return fillFound(tabId, privacy, onlyFormsOf(origin, page, frames), details, true);
    })();
    await parts.tell(seenPage(tabId, frames), privacy, tabId, outcome);
    return outcome;
  }

  async function fillWithoutPopup(tabId: number): Promise<FillOutcome> {
    const privacy = (await parts.privacyOf(tabId)) ?? 'ordinary';
    const frames = await framesOf(tabId);
    const details = await detailsAtHand(privacy);
    const outcome =
      'reason' in details ? notFilled(details) : await fillFound(tabId, privacy, frames, details, false);
    await parts.tell(seenPage(tabId, frames), privacy, tabId, outcome);
    return outcome;
  }

  async function framesOf(tabId: number): Promise<readonly LookedAtFrame[]> {
    const look = await lookAtTab(scripting, tabId);
    return look.kind === 'looked' ? look.frames : [];
  }

  /** The same selection as in the popup, with nothing chosen but what was decided before. */
  async function detailsAtHand(privacy: Privacy): Promise<LinkDetails | NotFilledReason> {
    const open = (await openDagsterTabs(parts.tabs, privacy)).filter(mayShowToken);
    const others = await Promise.all(open.map((tab) => askTab(parts.tabs, tab, ANSWER_LIMIT_MS)));
    const kept = await keptFor(privacy);
    const { source, tokens, details, forbidden } = select({ front: null, others, ...kept }, {});
    if (forbidden) return forbiddenOrganization(forbidden);
    const isNothing = source.kind === 'pasted' ? tokens.length === 0 : source.kind === 'nothing';
    return details ?? { reason: isNothing ? 'no-details' : 'choice-needed' };
  }

  async function keptFor(privacy: Privacy): Promise<Pick<Showing, 'held' | 'pasted' | 'policy'>> {
    const { holding } = parts.session(privacy);
    return {
      held: await holding.read(),
      pasted: await holding.readPasted(),
      policy: await parts.policy(),
    };
  }

  return { fill, fillAllowed, fillWithoutPopup };
}

const forbiddenOrganization = ({ organization }: OrganizationAddress): NotFilledReason => ({
  reason: 'policy-organization',
  organization,
});

/** What an administrator does not allow of a fill; null where nothing speaks against it. */
function forbiddenBy(policy: Policy, { request: { origin, details } }: FillJob): NotFilledReason | null {
  if (!isFormAllowed(policy, origin)) return { reason: 'policy-form', origin };
  const organization = details.organizationSlug;
  return isSlugAllowed(policy, organization) ? null : { reason: 'policy-organization', organization };
}

/** The other frames stay in the list, so that it still tells which frames did not answer. */
const onlyFormsOf = (origin: string, page: string, frames: readonly LookedAtFrame[]): LookedAtFrame[] =>
  frames.map((frame) =>
    frame.origin === origin && frame.pages?.join(' ') === page
      ? frame
      : { ...frame, forms: [], choosing: false },
  );

/** How long a fill without a popup may take to begin, in milliseconds. */
const NO_POPUP_LIMIT_MS = 10_000;

function reasonOf(search: Exclude<FormSearch, { kind: 'found' }>): NotFilledReason {
  switch (search.kind) {
    case 'several':
      return { reason: 'several-forms' };
    case 'hidden-frame':
      return { reason: 'frame-hidden', origin: search.origin };
    case 'other-connector':
      return { reason: 'other-connector', name: search.name };
    case 'choosing':
      return { reason: 'connector-not-chosen' };
    case 'not-fillable':
      return { reason: 'not-fillable' };
    case 'sealed-frame':
      return { reason: 'sealed-frame' };
    case 'unreached':
      return { reason: 'frame-withheld', origin: search.origins[0] ?? '' };
    case 'busy':
      return { reason: 'too-late' };
    case 'none':
      return { reason: 'no-form' };
  }
}
