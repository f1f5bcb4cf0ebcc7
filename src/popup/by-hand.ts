/** What the person can give by hand, and what must be said about it. */
import { isSameOrganization } from '../dagster/account';
import type { OrganizationAddress } from '../dagster/address';
import { type Selection, select } from '../selection';
import type { Translate } from '../words';
import { type Activity, type Facts, type FrontTab, type PopupChoices, showingOf } from './facts';

export interface ByHand {
  /** The fields are there, and not only the link that brings them. */
  readonly open: boolean;
  /** The link is there. Without a token the fields are there anyway. */
  readonly link: boolean;
  /** There is no token yet, so they stand before what is known without one. */
  readonly first: boolean;
  /** How to get at a token that the page in front may show, though it is not recognized. */
  readonly hint: string | null;
  /** What was pasted stands in place of what was read. */
  readonly takeBack: boolean;
}

/** "Is this a token of acme?" */
export interface OrganizationQuestion {
  readonly text: string;
  readonly yes: string;
  readonly address: OrganizationAddress;
}

/** @returns null while tabs may still show a token, and once the time of the popup is over */
export function byHand(
  facts: Facts,
  selection: Selection,
  choices: PopupChoices,
  activity: Activity,
  t: Translate,
): ByHand | null {
  const offers = offersToken(selection);
  if (activity.expired || (facts.asking && !offers)) return null;
  // Once a form is filled, the next token is nobody's next step.
  const first = !offers && !activity.linked;
  const needed = first || selection.undecided === 'organization' || selection.waiting !== null;
  return {
    open: needed || choices.byHand === true,
    link: !needed,
    first,
    hint: first && mayShowToken(facts.front) ? t('paste_from_page') : null,
    takeBack:
      selection.source.kind === 'pasted' &&
      offersToken(select({ ...showingOf(facts, activity), pasted: null }, {})),
  };
}

const offersToken = ({ tokens, undecided }: Selection): boolean => tokens.length > 0 || undecided === 'tab';

/** A page of an organization of which no token was taken, and nothing says that there is none to take. */
function mayShowToken(front: FrontTab): boolean {
  if (front.kind !== 'dagster' || front.address.kind !== 'organization' || !front.answer) return false;
  if (front.answer.kind !== 'read') return true;
  const { refused, otherUser } = front.answer.reading;
  return !otherUser && refused.every((kind) => kind === 'cut');
}

/** The organizations of which a pasted token may be, each once; the person says whether it is. */
export function organizationQuestions(
  facts: Facts,
  { source, undecided }: Selection,
  t: Translate,
): OrganizationQuestion[] {
  if (undecided !== 'organization' || source.kind !== 'pasted') return [];
  const { front, openOrganization, others, held } = facts;
  const all = [
    source.pasted.address,
    front.kind === 'dagster' && front.address.kind === 'organization' ? front.address : null,
    openOrganization,
    ...others.map((answer) => (answer.kind === 'read' ? answer.address : null)),
    held?.account.address ?? null,
  ].filter((address) => address !== null);
  const each = all.filter((one, at) => all.findIndex((other) => isSameOrganization(one, other)) === at);
  return each.map((address) => {
    const alone = each.filter(({ organization }) => organization === address.organization).length === 1;
    const name = alone ? address.organization : address.host;
    return { text: t('is_token_of', name), yes: t('use_for_organization', name), address };
  });
}
