import { describe, expect, test } from 'vitest';
import type { FieldOutcome, FieldState, FillOutcome, NotFilledReason } from '../src/hub/report';
import { DETAIL_NAMES } from '../src/link-details';
import { describeFieldState, describeOutcome, isVerified } from '../src/outcome';
import { detailWord, plainText, type Translate } from '../src/words';
import { FILLED, FORM_GONE, PARTLY_FILLED, REFUSED } from './samples';
import { translate as t } from './translate';

/** One of each: the type check asks for a new entry when a reason is added. */
const REASONS: { [Reason in NotFilledReason['reason']]: Extract<NotFilledReason, { reason: Reason }> } = {
  'no-form': { reason: 'no-form' },
  'connector-not-chosen': { reason: 'connector-not-chosen' },
  'other-connector': { reason: 'other-connector', name: 'Astronomer' },
  'unknown-connector': { reason: 'unknown-connector', name: 'Acme Flow' },
  'labels-translated': { reason: 'labels-translated' },
  'several-forms': { reason: 'several-forms' },
  field: { reason: 'field', field: 'deployment', state: 'missing' },
  'not-fillable': { reason: 'not-fillable' },
  'sealed-frame': { reason: 'sealed-frame' },
  'frame-hidden': { reason: 'frame-hidden', origin: 'https://hidden.example' },
  'embedding-unconfirmed': {
    reason: 'embedding-unconfirmed',
    origin: 'https://inner.example',
    pages: ['https://outer.example'],
  },
  'too-late': { reason: 'too-late' },
  'page-busy': { reason: 'page-busy' },
  'other-origin': { reason: 'other-origin', origin: 'https://moved.example' },
  'form-changed': { reason: 'form-changed' },
  'frame-withheld': { reason: 'frame-withheld', origin: 'https://frame.example' },
  'policy-form': { reason: 'policy-form', origin: 'https://forbidden.example' },
  'policy-organization': { reason: 'policy-organization', organization: 'globex' },
  'no-details': { reason: 'no-details' },
  'choice-needed': { reason: 'choice-needed' },
};

const RESULTS: { [Result in FieldOutcome['result']]: Extract<FieldOutcome, { result: Result }> } = {
  filled: { result: 'filled' },
  kept: { result: 'kept' },
  refused: { result: 'refused', error: 'Must be 37 characters' },
  'no-option': { result: 'no-option', options: ['prod', 'staging', 'dev'] },
  hidden: { result: 'hidden' },
};

const deploymentIs = (deployment: FieldOutcome): FillOutcome => ({
  kind: 'written',
  fields: { userToken: { result: 'filled' }, organizationSlug: { result: 'filled' }, deployment },
  editPressed: [],
});

const sentence = (outcome: FillOutcome): string => plainText(describeOutcome(outcome, t));

describe('a fill in which nothing was written', () => {
  const sentences = () => Object.values(REASONS).map((reason) => sentence({ kind: 'not-filled', ...reason }));

  test.each(Object.values(REASONS))('is told with its reason: $reason', (reason) => {
    expect(sentence({ kind: 'not-filled', ...reason })).toMatch(/^Not filled: \S.*[^. ]\.?$/);
  });

  test('has a sentence of its own for each reason', () => {
    const nameOf: Translate = (name, ...values) =>
      /^(?:why|choose|other|field)_/.test(name) ? name : t(name, ...values);
    const names = Object.values(REASONS).map((reason) =>
      describeOutcome({ kind: 'not-filled', ...reason }, nameOf),
    );
    expect(new Set(names).size).toBe(Object.keys(REASONS).length);
  });

  test.each(['Astronomer', 'https://moved.example', 'https://frame.example', 'Deployment'])(
    'names what stands in the way: %s',
    (name) => {
      expect(sentences().filter((text) => text.includes(name))).toHaveLength(1);
    },
  );
});

describe('a form that was written to', () => {
  test('is filled when every field holds its value, also one that held it before', () => {
    expect(sentence(FILLED)).toBe('Filled User Token, Organization slug and Deployment.');
    expect(isVerified(FILLED)).toBe(true);
  });

  test('is partly filled when one field refused its value, with the words of the form', () => {
    expect(sentence(PARTLY_FILLED)).toBe(
      'Partly filled: User Token and Organization slug. Deployment was refused by the form (“Unknown deployment”).',
    );
  });

  test('is not filled when no field holds its value, and each is named', () => {
    expect(sentence(REFUSED)).toBe(
      'Not filled: User Token was refused by the form. Organization slug was refused by the form. Deployment was refused by the form.',
    );
  });

  test('is partly filled when one field could not be seen any more, which is said', () => {
    expect(sentence(deploymentIs({ result: 'hidden' }))).toBe(
      'Partly filled: User Token and Organization slug. The field “Deployment” cannot be seen.',
    );
  });

  test('says which choices a dropdown has when the value is not among them', () => {
    expect(sentence(deploymentIs(RESULTS['no-option']))).toBe(
      'Partly filled: User Token and Organization slug. Deployment has no such choice; there are prod, staging and dev.',
    );
  });

  test('lists no choices for a dropdown that has none', () => {
    expect(sentence(deploymentIs({ result: 'no-option', options: [] }))).toBe(
      'Partly filled: User Token and Organization slug. Deployment was refused by the form.',
    );
  });

  test('says whose Edit button was pressed', () => {
    expect(
      sentence({ ...(FILLED as Extract<FillOutcome, { kind: 'written' }>), editPressed: ['userToken'] }),
    ).toBe('Filled User Token, Organization slug and Deployment. Pressed Edit for User Token first.');
  });

  test('tells filled, refused with and without words, and no such choice apart', () => {
    const outcomes = [
      RESULTS.filled,
      RESULTS.refused,
      { result: 'refused', error: '' },
      RESULTS['no-option'],
    ] as const;
    expect(new Set(outcomes.map((outcome) => sentence(deploymentIs(outcome)))).size).toBe(outcomes.length);
  });
});

describe('a verified fill', () => {
  test.each(Object.values(RESULTS))('needs “filled” or “kept” in every field: “$result”', (outcome) => {
    const holdsValue = outcome.result === 'filled' || outcome.result === 'kept';
    expect(isVerified(deploymentIs(outcome))).toBe(holdsValue);
  });

  test.each(DETAIL_NAMES)('fails when %s alone was refused', (name) => {
    const { fields } = FILLED as Extract<FillOutcome, { kind: 'written' }>;
    const outcome = { ...fields, [name]: RESULTS.refused };
    expect(isVerified({ kind: 'written', fields: outcome, editPressed: [] })).toBe(false);
  });

  test('is none of those in which nothing was written', () => {
    expect(isVerified(FORM_GONE)).toBe(false);
  });
});

describe('a field that cannot be filled', () => {
  const STATES = ['missing', 'twice', 'hidden', 'locked'] as const satisfies FieldState[];

  test.each(DETAIL_NAMES)('is named by its label: %s', (name) => {
    for (const state of STATES)
      expect(describeFieldState(name, state, t)).toContain(`“${detailWord(name, t)}”`);
  });

  test('has a sentence of its own for each state', () => {
    const sentences = STATES.map((state) => describeFieldState('deployment', state, t));
    expect(new Set(sentences).size).toBe(STATES.length);
  });
});
