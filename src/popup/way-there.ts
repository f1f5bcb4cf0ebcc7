/** The way to a token and to the form, as a list that knows where the person is. */
import type { PageControl } from '../dagster/page-reading';
import type { Selection } from '../selection';
import type { MessageKey } from '../words';
import type { ShownControl } from './action';
import type { Activity, Facts, FrontTab } from './facts';

type StepName =
  | 'sign-in'
  | 'organization-settings'
  | 'tokens-tab'
  | 'create-user-token'
  | 'reveal-token'
  | 'description'
  | 'linking-form';

export interface Step {
  readonly name: StepName;
  readonly text: MessageKey;
  readonly progress: 'done' | 'current' | 'ahead' | 'optional';
  /** The control of this step is in the page in front and can be shown there. */
  readonly show: ShownControl | null;
  /** Offers the description that tells the token apart later. */
  readonly copyDescription: boolean;
  readonly open: 'dagster' | 'tokens-page' | null;
}

const STEPS: readonly { name: StepName; text: MessageKey }[] = [
  { name: 'sign-in', text: 'step_sign_in' },
  { name: 'organization-settings', text: 'step_organization_settings' },
  { name: 'tokens-tab', text: 'step_tokens_tab' },
  { name: 'create-user-token', text: 'step_create' },
  { name: 'reveal-token', text: 'step_reveal' },
  { name: 'description', text: 'step_description' },
  { name: 'linking-form', text: 'step_linking_form' },
];

/**
 * @returns the steps with their progress. Those behind a person who has a token are left out, and all of them for one
 *   who stands before a page to fill with details at hand, who has filled the form, or from whose page no way is known.
 */
export function wayThere(facts: Facts, selection: Selection, activity: Activity): Step[] {
  const arrived = activity.linked || (facts.front.kind === 'web' && isAtHand(selection));
  if (arrived || activity.expired || !isPassable(facts.front)) return [];
  const current = selection.token ? 'linking-form' : currentStep(facts);
  const position = STEPS.findIndex(({ name }) => name === current);
  const controls = controlsOf(facts.front);
  const waiting = facts.front.kind === 'dagster' && facts.search !== null;
  const steps = STEPS.map((step, index) => ({
    ...step,
    text: step.name === 'linking-form' && waiting ? 'step_fill' : step.text,
    progress: progressOf(step.name, index, position),
    show:
      index === position && facts.tokenLook?.pointable
        ? ('pressed' as const)
        : showable(
            step.name,
            controls,
            step.name === current || (step.name === 'description' && current === 'linking-form'),
          ),
    copyDescription: isNaming(step.name, current),
    open: index === position ? openOf(step.name) : null,
  }));
  return current === 'linking-form' ? steps.filter(({ progress }) => progress !== 'done') : steps;
}

/** A pasted address is nothing yet without a token. */
const isAtHand = ({ source, tokens }: Selection): boolean =>
  source.kind === 'pasted' ? tokens.length > 0 : source.kind !== 'nothing';

/** From a page that must first be reloaded or allowed, or that is in a region nobody knows, no way is known. */
function isPassable(front: FrontTab): boolean {
  if (front.kind !== 'dagster') return true;
  const { address, answer } = front;
  return answer?.kind === 'read' || address.kind === 'sign-in' || address.kind === 'api';
}

/** Naming is worth a press once there is a token to name. */
const isNaming = (name: StepName, current: StepName): boolean =>
  name === 'description' && (current === 'reveal-token' || current === 'linking-form');

function progressOf(name: StepName, index: number, position: number): Step['progress'] {
  if (index === position) return 'current';
  if (name === 'description') return 'optional';
  return index < position ? 'done' : 'ahead';
}

function currentStep({ front, openOrganization }: Facts): StepName {
  if (front.kind !== 'dagster' || front.answer?.kind !== 'read')
    return openOrganization ? 'organization-settings' : 'sign-in';
  const { address, reading } = front.answer;
  if (reading.tokens.length > 0) return 'linking-form';
  if (address.page === 'other') return 'organization-settings';
  if (address.page === 'organization-settings') return 'tokens-tab';
  return reading.controls.includes('reveal-token') ? 'reveal-token' : 'create-user-token';
}

function controlsOf(front: FrontTab): readonly PageControl[] {
  return front.kind === 'dagster' && front.answer?.kind === 'read' ? front.answer.reading.controls : [];
}

function showable(name: StepName, controls: readonly PageControl[], wanted: boolean): PageControl | null {
  if (!wanted) return null;
  return controls.find((control) => control === name) ?? null;
}

function openOf(name: StepName): Step['open'] {
  if (name === 'sign-in') return 'dagster';
  return name === 'organization-settings' || name === 'tokens-tab' ? 'tokens-page' : null;
}
