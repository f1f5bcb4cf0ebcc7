/** Answers a request that came by a port: whoever asked may be gone by then. */
import type { BackgroundRequest } from '../messages';

/** The few functions of a port that answering needs. */
export interface AnsweringPort {
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  disconnect(): void;
}

/** @param accept the gate: null for what is not obeyed */
export function answerPort(
  port: AnsweringPort,
  accept: (message: unknown) => BackgroundRequest | null,
  answer: (request: BackgroundRequest) => Promise<unknown>,
): void {
  port.onMessage.addListener((message) => {
    const request = accept(message);
    if (!request) return;
    answer(request)
      .then((answered) => port.postMessage(answered))
      // The popup was closed, and what came of it is told to the next one; or the answer failed, and the popup hears that.
      .catch(() => port.disconnect());
  });
}
