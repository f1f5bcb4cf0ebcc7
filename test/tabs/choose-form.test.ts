import { describe, expect, test } from 'vitest';
import type { LinkingForm } from '../../src/hub/report';
import { chooseForm as choose, type FormTab, holdsDagsterForm } from '../../src/tabs/choose-form';
import type { LookedAtFrame } from '../../src/tabs/linking-page';
import { HUB_ORIGIN, linkingForm, lookedAt } from '../samples';

const SHOP = 'https://shop.example';
const FRAME = 'https://frame.example';

const dagster = linkingForm();
const astronomer = linkingForm({ connector: { kind: 'other', name: 'Astronomer' } });
const unknown = linkingForm({ connector: { kind: 'unknown', name: 'Acme Flow' } });

const TAB: FormTab = { tabId: 7, inFront: true, title: '', address: '' };
const chooseForm = (frames: readonly LookedAtFrame[]) => choose([{ tab: TAB, frames }]);

const page = (...forms: LinkingForm[]) => lookedAt({ origin: SHOP, forms });
const frame = (...forms: LinkingForm[]) =>
  lookedAt({ frameId: 4, origin: FRAME, path: [0], pages: [SHOP], forms });

describe('the form to fill', () => {
  test('is the only Dagster form, with all that says where it stands', () => {
    expect(chooseForm([page(), frame(dagster)])).toEqual({
      kind: 'found',
      found: {
        tab: TAB,
        page: { tabId: 7, document: 'document', origin: SHOP },
        frameId: 4,
        origin: FRAME,
        pages: [SHOP],
        look: 'look',
        count: 1,
        form: dagster,
      },
    });
  });

  test('is found beside forms of other connectors', () => {
    expect(chooseForm([page(astronomer, unknown, { ...dagster, index: 2 })])).toMatchObject({
      kind: 'found',
      found: { form: { index: 2 } },
    });
  });

  test('is found also when a field of it cannot be filled, so that the field can be named', () => {
    const form = linkingForm({ fields: { ...dagster.fields, deployment: 'missing' } });
    expect(chooseForm([page(form)])).toMatchObject({ kind: 'found', found: { form } });
  });

  test('is found although other frames did not answer', () => {
    expect(chooseForm([lookedAt({ forms: [dagster], frameOrigins: [FRAME] })])).toMatchObject({
      kind: 'found',
    });
  });

  test('is left to the person when there are two of Dagster in one page', () => {
    const forms = [dagster, { ...dagster, index: 1 }];
    expect(chooseForm([page(...forms)])).toMatchObject({
      kind: 'several',
      found: forms.map((form) => ({ form, count: 2 })),
    });
  });

  test('is left to the person when there are two of Dagster in two frames', () => {
    expect(chooseForm([page(dagster), frame(dagster)])).toMatchObject({ kind: 'several' });
  });

  test('is left to the person when there is one in each of two tabs, in the order of the tabs', () => {
    const tabs = [TAB, { ...TAB, tabId: 8 }].map((tab) => ({ tab, frames: [page(dagster)] }));
    expect(choose(tabs)).toMatchObject({
      kind: 'several',
      found: [{ tab: { tabId: 7 } }, { tab: { tabId: 8 } }],
    });
  });
});

test('Another tab is worth offering where it holds a form of Dagster, or several', () => {
  const offered = [page(dagster), page(dagster, { ...dagster, index: 1 }), page(unknown)];
  const two = chooseForm([page(unknown), frame(unknown)]);
  expect([...offered.map((one) => chooseForm([one])), two].map(holdsDagsterForm)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe('a form in a frame that cannot be seen', () => {
  const hidden = { ...frame(dagster), seen: [] };
  const nobodyKnowsWhere = { ...frame(dagster), pages: null };

  test.each([hidden, nobodyKnowsWhere])('is said to be hidden, and is none to fill', (unseen) => {
    expect(chooseForm([page(), unseen])).toEqual({ kind: 'hidden-frame', origin: FRAME });
  });

  test('is a frame without access where that would tell where it stands, and only there', () => {
    const around = { ...page(), frameOrigins: ['https://around.example'] };
    expect(chooseForm([around, nobodyKnowsWhere])).toMatchObject({ kind: 'unreached' });
    expect(chooseForm([around, hidden])).toEqual({ kind: 'hidden-frame', origin: FRAME });
  });

  test('does not keep a form that is seen from being filled', () => {
    expect(chooseForm([page(dagster), hidden])).toMatchObject({ kind: 'found', found: { origin: SHOP } });
  });

  test('is nothing when it does not say that it is Dagster’s', () => {
    expect(chooseForm([page(), { ...frame(unknown), seen: [] }])).toEqual({ kind: 'none' });
  });
});

describe('a form that does not say whose it is', () => {
  test('is found when it has all three fields', () => {
    expect(chooseForm([page(unknown)])).toMatchObject({ kind: 'found', found: { form: unknown } });
  });

  test('is nothing without one of the fields', () => {
    const form = { ...unknown, fields: { ...unknown.fields, userToken: 'missing' as const } };
    expect(chooseForm([page(form)])).toEqual({ kind: 'none' });
  });

  test('is left to the person when there are two', () => {
    expect(chooseForm([page(unknown), frame(unknown)])).toMatchObject({ kind: 'several' });
  });

  test('never stands beside a Dagster form', () => {
    expect(chooseForm([page(unknown), frame(dagster)])).toMatchObject({
      kind: 'found',
      found: { form: dagster },
    });
  });
});

describe('a page or frame that may not be filled', () => {
  const locked = (...forms: LinkingForm[]) => ({ ...frame(...forms), fillable: false });

  test('is named when it holds the Dagster form', () => {
    const insecure = { ...locked(dagster), origin: 'http://frame.example' };
    expect(chooseForm([page(), insecure])).toEqual({ kind: 'not-fillable', origin: 'http://frame.example' });
  });

  test('is named when it is an https frame in a page without it', () => {
    const inside = { ...frame(dagster), pages: ['http://shop.example'] };
    expect(chooseForm([page(), inside])).toEqual({ kind: 'not-fillable', origin: FRAME });
  });

  test.each(['null', 'about:srcdoc'])(
    'is told without an origin when it has none of its own: %s',
    (origin) => {
      expect(chooseForm([page(), { ...locked(dagster), origin }])).toEqual({
        kind: 'sealed-frame',
        holdsForm: true,
      });
    },
  );

  test('does not keep a Dagster form elsewhere from being filled', () => {
    expect(chooseForm([page(dagster), locked(dagster)])).toMatchObject({
      kind: 'found',
      found: { origin: SHOP },
    });
  });

  test('is nothing without a form in it', () => {
    expect(chooseForm([locked()])).toEqual({ kind: 'none' });
  });

  test('with a form of another connector is told by that connector', () => {
    expect(chooseForm([locked(astronomer)])).toEqual({
      kind: 'other-connector',
      name: 'Astronomer',
      origin: FRAME,
    });
  });
});

describe('when there is no form to fill', () => {
  test('the list of connectors is told', () => {
    expect(chooseForm([lookedAt({ choosing: true })])).toEqual({ kind: 'choosing', origin: HUB_ORIGIN });
  });

  test('a form of another connector is named, although other frames did not answer', () => {
    const report = { ...page(astronomer), frameOrigins: ['https://chat.example'] };
    expect(chooseForm([report])).toEqual({ kind: 'other-connector', name: 'Astronomer', origin: SHOP });
  });

  test('frames that did not answer are named, each origin once', () => {
    const top = lookedAt({ origin: SHOP, frameOrigins: [FRAME, 'https://chat.example'] });
    const inner = lookedAt({
      frameId: 2,
      path: [1],
      origin: 'https://chat.example',
      frameOrigins: [FRAME, SHOP],
    });
    expect(chooseForm([top, inner])).toEqual({ kind: 'unreached', origins: [FRAME], page: SHOP });
  });

  test.each(['null', 'about:srcdoc'])('a frame of %s is told, as it may hold the form', (origin) => {
    expect(chooseForm([lookedAt({ frameOrigins: [origin] })])).toEqual({
      kind: 'sealed-frame',
      holdsForm: false,
    });
  });

  test.each(['http://frame.example', 'about:blank', 'chrome-extension://abc'])(
    'a frame of %s is not asked for',
    (origin) => {
      expect(chooseForm([lookedAt({ frameOrigins: [origin] })])).toEqual({ kind: 'none' });
    },
  );

  test('a frame in a page that may not be filled is not asked for', () => {
    const top = lookedAt({ origin: 'http://shop.example', fillable: false, frameOrigins: [FRAME] });
    expect(chooseForm([top])).toEqual({ kind: 'none' });
  });

  test('a tab that lets nothing be reached says none', () => {
    expect(chooseForm([])).toEqual({ kind: 'none' });
  });
});
