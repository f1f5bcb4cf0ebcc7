import { describe, expect, test } from 'vitest';
import { createFillReporting } from '../../src/session/fill-report';
import { FILLED, FORM_GONE, PARTLY_FILLED } from '../samples';
import { sessionArea } from '../session-area';
import { translate } from '../translate';

/** The face of the toolbar button on each tab. */
interface Face {
  text?: string;
  color?: string;
  title?: string;
}

function reporting() {
  const session = sessionArea();
  const faces = new Map<number, Face>();
  const show = async ({ tabId, ...change }: Face & { tabId: number }) => {
    faces.set(tabId, { ...faces.get(tabId), ...change });
  };
  const action = { setBadgeText: show, setBadgeBackgroundColor: show, setTitle: show };
  return { ...createFillReporting({ session, action, t: translate }), session, faces };
}

describe('the outcome of a fill without the popup', () => {
  test('is a tick on the button and the sentence as its title', async () => {
    const { tell, faces } = reporting();
    await tell(7, FILLED);
    expect(faces.get(7)).toEqual({
      text: '✓',
      color: '#1a7f4b',
      title: 'Dagster+ Link Helper: Filled User Token, Organization slug and Deployment.',
    });
  });

  test.each([
    ['a partly filled form', PARTLY_FILLED, 'Partly filled: '],
    ['a form that is gone', FORM_GONE, 'Not filled: '],
  ])('is an exclamation mark for %s', async (_, outcome, start) => {
    const { tell, faces } = reporting();
    await tell(7, outcome);
    expect(faces.get(7)).toMatchObject({ text: '!', color: '#b3261e' });
    expect(faces.get(7)?.title).toContain(start);
  });

  test('stands on the button of that tab only', async () => {
    const { tell, faces } = reporting();
    await tell(7, FILLED);
    expect([...faces.keys()]).toEqual([7]);
  });
});

describe('the next popup', () => {
  test('is told the outcome once, and the button gets its usual face back', async () => {
    const { tell, take, faces, session } = reporting();
    await tell(7, PARTLY_FILLED);
    expect(await take(7)).toEqual(PARTLY_FILLED);
    expect(faces.get(7)).toMatchObject({ text: '', title: 'Dagster+ Link Helper' });
    expect(session.content).toEqual({});
    expect(await take(7)).toBeNull();
  });

  test('on another tab is told nothing and leaves the outcome for its own tab', async () => {
    const { tell, take, faces } = reporting();
    await tell(7, FORM_GONE);
    expect(await take(8)).toBeNull();
    expect(faces.has(8)).toBe(false);
    expect(await take(7)).toEqual(FORM_GONE);
  });

  test('on each of two tabs is told the outcome of its own', async () => {
    const { tell, take } = reporting();
    await tell(7, FORM_GONE);
    await tell(8, FILLED);
    expect([await take(7), await take(8)]).toEqual([FORM_GONE, FILLED]);
  });

  test('is told the last outcome where there were two', async () => {
    const { tell, take } = reporting();
    await tell(7, FORM_GONE);
    await tell(7, FILLED);
    expect(await take(7)).toEqual(FILLED);
  });
});
