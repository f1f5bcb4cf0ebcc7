/** The one path on which values reach a form, whoever asked: popup, permission prompt or keyboard command. */

import { accountValues, completeDetails } from '../dagster/account';
import { chooseForm, type FormSearch, type FoundForm, type FrameReport } from '../hub/choose-form';
import type { FillOutcome, NotFilledReason } from '../hub/report';
import type { LinkDetails } from '../link-details';
import { type FillAfterGrant, type FillJob, originPattern } from '../messages';
import { accountOfTab, offerOfOpenTabs } from '../offer';
import { isVerified } from '../outcome';
import type { AwaitedGrant } from '../session/awaited-grant';
import type { FillReporting } from '../session/fill-report';
import type { HeldDetails, Holding } from '../session/held-details';
import { askOpenTabs, type TabAccess } from '../tabs/dagster-tabs';
import { fillForm, reportTab, type Scripting } from '../tabs/linking-page';

export interface FillingParts {
  readonly scripting: Scripting;
  readonly tabs: TabAccess;
  readonly holding: Holding;
  readonly reporting: FillReporting;
  readonly awaited: AwaitedGrant<FillAfterGrant>;
  bringToFront(tabId: number): Promise<void>;
}

export interface Filling {
  /** Fills the form that the popup showed. */
  fill(job: FillJob): Promise<FillOutcome>;
  /** Remembers what to fill when the person allows access to an origin. */
  awaitGrant(fill: FillAfterGrant): Promise<void>;
  /**
   * Fills what was remembered, once; null when nothing was, or when another origin was granted.
   *
   * @param granted match patterns, as the browser gives them (`https://frame.example/*`)
   */
  fillAfterGrant(granted: readonly string[]): Promise<FillOutcome | null>;
  /** Fills nothing after all: the person refused. */
  refuseGrant(): Promise<void>;
  /** Fills the one Dagster form of a tab with the one account at hand; reports on the toolbar button. */
  fillWithoutPopup(tabId: number): Promise<FillOutcome>;
}

export function createFilling(parts: FillingParts): Filling {
  const { scripting, holding, reporting, awaited } = parts;
  const afterGrants = new Map<string, Promise<FillOutcome | null>>();

  async function fill(job: FillJob): Promise<FillOutcome> {
    const outcome = await fillForm(scripting, job, job.request);
    if (isVerified(outcome)) await holding.forget();
    if (job.bringToFront && outcome.kind === 'written') {
      await reporting.tell(job.tabId, outcome);
      await parts.bringToFront(job.tabId);
    }
    return outcome;
  }

  /** The purpose is written down piece by piece: a message could hold more than its type says. */
  const awaitGrant = ({ tabId, origin }: FillAfterGrant): Promise<void> => awaited.expect({ tabId, origin });

  async function fillAwaited(granted: readonly string[]): Promise<FillOutcome | null> {
    const waiting = await awaited.take(({ origin }) => granted.includes(originPattern(origin)));
    if (!waiting) return null;
    const { tabId, origin } = waiting;
    const frames = await reportTab(scripting, tabId);
    const details = heldDetails(await holding.read());
    if (!details) return reported(tabId, { kind: 'not-filled', reason: 'no-details' });
    return reported(tabId, await fillFound(tabId, onlyFormsOf(origin, frames), details));
  }

  /** The grant is heard of twice (by the browser's event and by a popup that outlived the prompt): fill once. */
  function fillAfterGrant(granted: readonly string[]): Promise<FillOutcome | null> {
    const key = granted.join(' ');
    const fill = afterGrants.get(key) ?? fillAwaited(granted).finally(() => afterGrants.delete(key));
    afterGrants.set(key, fill);
    return fill;
  }

  async function fillFound(tabId: number, frames: FrameReport[], details: LinkDetails): Promise<FillOutcome> {
    const search = chooseForm(frames);
    if (search.kind !== 'found') return notFilled(search);
    return fill({
      tabId,
      frameId: search.found.frameId,
      bringToFront: false,
      request: requestOf(search.found, details),
    });
  }

  async function reported(tabId: number, outcome: FillOutcome): Promise<FillOutcome> {
    await reporting.tell(tabId, outcome);
    return outcome;
  }

  async function fillWithoutPopup(tabId: number): Promise<FillOutcome> {
    const frames = await reportTab(scripting, tabId);
    const details = await detailsAtHand();
    if (typeof details === 'string') return reported(tabId, { kind: 'not-filled', reason: details });
    return reported(tabId, await fillFound(tabId, frames, details));
  }

  /** The same rule as in the popup: live beats held, and nothing is chosen for the person. */
  async function detailsAtHand(): Promise<LinkDetails | 'no-details' | 'choice-needed'> {
    const held = await holding.read();
    const offer = offerOfOpenTabs(await askOpenTabs(parts.tabs), held);
    if (offer.kind === 'nothing') return 'no-details';
    if (offer.kind === 'several-tabs') return 'choice-needed';
    const account = offer.kind === 'held' ? offer.held.account : accountOfTab(offer.tab, null);
    const decided = held?.account.token.value === account.token?.value ? held?.choices : undefined;
    return completeDetails(accountValues(account, decided ?? {})) ?? 'choice-needed';
  }

  return {
    fill,
    awaitGrant,
    fillAfterGrant,
    refuseGrant: awaited.forget,
    fillWithoutPopup,
  };
}

/** What is held, under the choices that the person made in the popup. */
const heldDetails = (held: HeldDetails | null): LinkDetails | null =>
  held && completeDetails(accountValues(held.account, held.choices));

/** The other frames stay in the list, so that it still tells which frames did not answer. */
const onlyFormsOf = (origin: string, frames: FrameReport[]): FrameReport[] =>
  frames.map((frame) => (frame.origin === origin ? frame : { ...frame, forms: [], choosing: false }));

function requestOf({ form, origin }: FoundForm, details: LinkDetails) {
  const { index, connector } = form;
  // Without the popup nobody pressed "Fill this form anyway".
  return { details, origin, form: { index, connectorName: connector.name }, allowUnknownConnector: false };
}

function notFilled(search: Exclude<FormSearch, { kind: 'found' }>): FillOutcome {
  return { kind: 'not-filled', ...reasonOf(search) };
}

function reasonOf(search: Exclude<FormSearch, { kind: 'found' }>): NotFilledReason {
  switch (search.kind) {
    case 'several':
      return { reason: 'several-forms' };
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
    case 'none':
      return { reason: 'no-form' };
  }
}
