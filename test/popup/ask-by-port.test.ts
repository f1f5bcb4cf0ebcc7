import { expect, test } from 'vitest';
import { answerPort } from '../../src/background/answer-port';
import { acceptRequest, type BackgroundRequest } from '../../src/messages';
import { askByPort } from '../../src/popup/ask-by-port';

const OWN = { id: 'own', origin: 'chrome-extension://own' };
const PRESS: Extract<BackgroundRequest, { type: 'press-token' }> = {
  type: 'press-token',
  privacy: 'ordinary',
  tabId: 7,
  wanted: { kind: 'create', document: 'document', address: 'https://acme.dagster.cloud/prod', look: 'look' },
};

/** Both ends of a port. */
function port(sender: { id: string; url: string }) {
  const heard = {
    asking: new Set<(message: unknown) => void>(),
    answering: new Set<(message: unknown) => void>(),
  };
  const ended = new Set<() => void>();
  let isOpen = true;
  const end = (own: Set<(message: unknown) => void>, other: Set<(message: unknown) => void>) => ({
    postMessage(message: unknown) {
      if (!isOpen) throw new Error('Attempting to use a disconnected port object');
      for (const listener of other) listener(message);
    },
    onMessage: { addListener: (listener: (message: unknown) => void) => own.add(listener) },
    onDisconnect: { addListener: (listener: () => void) => ended.add(listener) },
    disconnect() {
      isOpen = false;
      for (const listener of ended) listener();
    },
  });
  return {
    asking: end(heard.asking, heard.answering),
    answering: end(heard.answering, heard.asking),
    accept: (message: unknown) => acceptRequest(message, sender, OWN),
    breaks() {
      isOpen = false;
      for (const listener of ended) listener();
    },
  };
}

const POPUP = { id: 'own', url: 'chrome-extension://own/extension/popup.html' };

test('What is asked by a port is answered by it', async () => {
  const { asking, answering, accept } = port(POPUP);
  const got: unknown[] = [];
  answerPort(answering, accept, async (request) => {
    got.push(request);
    return { kind: 'unchanged' };
  });
  expect(await askByPort(asking, PRESS)).toEqual({ kind: 'unchanged' });
  expect(got).toEqual([PRESS]);
});

test('Somebody else is not obeyed by a port either', () => {
  const { asking, answering, accept } = port({ id: 'own', url: 'https://acme.dagster.cloud/prod' });
  const got: unknown[] = [];
  answerPort(answering, accept, async (request) => got.push(request));
  void askByPort(asking, PRESS);
  expect(got).toEqual([]);
});

test('The popup hears when the background ends, and the background goes on when the popup has closed', async () => {
  const { asking, answering, accept, breaks } = port(POPUP);
  let done = () => {};
  const work = new Promise<void>((resolve) => {
    done = resolve;
  });
  answerPort(answering, accept, () => work);
  const asked = askByPort(asking, PRESS);
  breaks();
  await expect(asked).rejects.toThrow('The background has ended.');
  done();
  await work;
});

test('The popup hears when the answer fails', async () => {
  const { asking, answering, accept } = port(POPUP);
  answerPort(answering, accept, () => Promise.reject(new Error('storage is full')));
  await expect(askByPort(asking, PRESS)).rejects.toThrow('The background has ended.');
});
