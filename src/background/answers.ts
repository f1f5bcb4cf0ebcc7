/** What the background does for each request of the popup. */
import type { FillOutcome } from '../hub/report';
import type { BackgroundAnswers, BackgroundRequest } from '../messages';
import type { AwaitedPermission } from '../session/awaited-permission';
import type { Holding } from '../session/held-details';
import { pastedFrom } from '../session/pasted-values';
import type { Privacy } from '../session/session-area';
import type { ToldOutcomes } from '../session/told-outcome';
import type { Arrival } from './arrival';
import type { ClipboardClearing } from './clipboard-clearing';
import type { Filling } from './filling';
import type { PermissionFlow } from './permission-flow';
import type { TokenPresses } from './token-presses';

export interface AnsweringParts {
  readonly filling: Pick<Filling, 'fill'>;
  readonly permissions: PermissionFlow;
  readonly awaited: Pick<AwaitedPermission<never>, 'forget'>;
  readonly arrival: Pick<Arrival, 'open' | 'seen'>;
  readonly tokenPresses: TokenPresses;
  readonly clipboard: Pick<ClipboardClearing, 'copied'>;
  session(privacy: Privacy): { readonly holding: Holding; readonly told: ToldOutcomes };
}

type Answers = {
  [Type in BackgroundRequest['type']]: (
    request: Extract<BackgroundRequest, { type: Type }>,
  ) => Promise<BackgroundAnswers[Type]>;
};

/** @returns the answer to a request that has passed the gate */
export function createAnswers(parts: AnsweringParts) {
  const answers: Answers = {
    async opened({ privacy, tabId, page }): Promise<FillOutcome | null> {
      const { holding, told } = parts.session(privacy);
      await parts.awaited.forget();
      await holding.forgetExpired();
      if (tabId !== null) await parts.arrival.seen(tabId);
      return page && told.take(page);
    },
    hold: ({ privacy, account, choices, anew }) =>
      parts.session(privacy).holding.hold(account, choices, anew),
    choose: ({ privacy, choices }) => parts.session(privacy).holding.choose(choices),
    async 'keep-pasted'({ privacy, pasted, anew }) {
      const values = pastedFrom(pasted);
      return values && parts.session(privacy).holding.keepPasted(values, anew);
    },
    async 'forget-pasted'({ privacy }) {
      await parts.session(privacy).holding.forgetPasted();
      return null;
    },
    async forget({ privacy }) {
      await parts.session(privacy).holding.forget();
      return null;
    },
    async 'token-copied'({ token }) {
      await parts.clipboard.copied(token);
      return null;
    },
    fill: ({ privacy, job }) => parts.filling.fill(job, privacy),
    'press-token': ({ privacy, tabId, wanted }) => parts.tokenPresses.press(tabId, wanted, privacy),
    async 'open-tokens-page'({ url, tabId, inTab }) {
      // Answered at once: the popup closes when another tab comes to the front.
      parts.arrival.open(url, tabId, inTab).catch(() => undefined);
      return null;
    },
    async 'asking-permission'({ patterns, purpose }) {
      await parts.permissions.asking({ patterns, purpose: purposeOf(purpose) });
      return null;
    },
    async 'permission-answered'({ patterns, granted }) {
      if (granted) return parts.permissions.granted(patterns);
      await parts.permissions.refused();
      return null;
    },
  };
  return (request: BackgroundRequest): Promise<BackgroundAnswers[BackgroundRequest['type']]> =>
    (answers[request.type] as (request: BackgroundRequest) => Promise<never>)(request);
}

type Purpose = Extract<BackgroundRequest, { type: 'asking-permission' }>['purpose'];

/** The purpose is written down piece by piece: a message could hold more than its type says. */
function purposeOf(purpose: Purpose): Purpose {
  if (purpose.kind === 'popup') return { kind: 'popup' };
  const { kind, tabId, privacy, origin, page } = purpose;
  return { kind, tabId, privacy, origin, page };
}
