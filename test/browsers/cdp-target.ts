/** A Chrome DevTools Protocol session on a target that Playwright does not show as a page (such as the popup). */
import type { CDPSession } from 'playwright';

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface TargetSession {
  send<R = unknown>(method: string, params?: object): Promise<R>;
  /** Hands every event of this name to `listener`. */
  on(method: string, listener: (params: unknown) => void): void;
  /** Evaluates an expression as a person's action would, and returns its awaited JSON value. */
  evaluate(expression: string): Promise<unknown>;
  detach(): Promise<void>;
}

/** Opens a session on a target; calls fail once the target is gone. */
export async function attachToTarget(browser: CDPSession, targetId: string): Promise<TargetSession> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, (params: unknown) => void>();
  let lastId = 0;

  const receive = (event: { sessionId: string; message: string }) => {
    if (event.sessionId !== sessionId) return;
    const reply = JSON.parse(event.message) as Reply;
    if (reply.method) listeners.get(reply.method)?.(reply.params);
    const call = reply.id === undefined ? undefined : waiting.get(reply.id);
    if (reply.id === undefined || !call) return;
    waiting.delete(reply.id);
    if (reply.error) call.reject(new Error(reply.error.message));
    else call.resolve(reply.result);
  };
  const end = (event: { sessionId: string }) => {
    if (event.sessionId !== sessionId) return;
    browser.off('Target.receivedMessageFromTarget', receive);
    browser.off('Target.detachedFromTarget', end);
    for (const call of waiting.values()) call.reject(new Error('The target is gone.'));
    waiting.clear();
  };
  browser.on('Target.receivedMessageFromTarget', receive);
  browser.on('Target.detachedFromTarget', end);

  const send = <R>(method: string, params: object = {}) =>
    new Promise<R>((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve: resolve as (value: unknown) => void, reject });
      const message = JSON.stringify({ id: lastId, method, params });
      browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });

  return {
    send,
    on: (method, listener) => void listeners.set(method, listener),
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await send<{
        result: { value?: unknown };
        exceptionDetails?: { text: string; exception?: { description?: string } };
      }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true });
      if (exceptionDetails) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      return result.value;
    },
    detach: async () => {
      await browser.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
    },
  };
}
