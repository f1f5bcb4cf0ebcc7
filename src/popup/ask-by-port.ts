/**
 * Asks the background. By a port, because a popup may close before the answer is there: a message that
 * is never answered would be an error of the extension in Firefox, and nobody would hear when the background ends.
 */
import type { BackgroundAnswers, BackgroundRequest } from '../messages';

/** The few functions of a port that asking needs. */
export interface AskingPort {
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
}

/** @returns the answer; rejects when the background fails, or ends before */
export function askByPort<Type extends BackgroundRequest['type']>(
  port: AskingPort,
  request: Extract<BackgroundRequest, { type: Type }>,
): Promise<BackgroundAnswers[Type]> {
  return new Promise((resolve, reject) => {
    port.onMessage.addListener((answer) => {
      resolve(answer as BackgroundAnswers[Type]);
      port.disconnect();
    });
    port.onDisconnect.addListener(() => reject(new Error('The background has ended.')));
    port.postMessage(request);
  });
}
