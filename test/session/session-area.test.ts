import { expect, test } from 'vitest';
import { removeAll, sessionValue } from '../../src/session/session-area';
import { sessionArea } from '../session-area';

test('What is kept for one kind of window can be removed as a whole', async () => {
  const session = sessionArea();
  const value = (privacy: 'ordinary' | 'private', name: string) => sessionValue(session, name, privacy);
  for (const name of ['held-details', 'confirmed-pages'])
    for (const privacy of ['ordinary', 'private'] as const) await value(privacy, name).write(name);
  await removeAll(session, 'private');
  expect(session.content).toEqual({
    'ordinary/held-details': 'held-details',
    'ordinary/confirmed-pages': 'confirmed-pages',
  });
});
