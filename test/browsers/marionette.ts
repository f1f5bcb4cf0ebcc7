/**
 * A client for Marionette, the protocol that geckodriver speaks to Firefox: over TCP, each message is its length in
 * bytes, a colon, and JSON; a command is `[0, id, name, parameters]`, its answer `[1, id, error, result]`.
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
import { connect } from 'node:net';

/** The error codes of WebDriver: `no such element`, `element click intercepted`, … */
class MarionetteError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

type Answer = [type: 1, id: number, error: { error: string; message: string } | null, result: unknown];

export interface Marionette {
  /** Sends a command and returns its result; rejects with {@link MarionetteError} when Firefox says no. */
  send<R = unknown>(command: string, parameters?: object): Promise<R>;
  close(): void;
}

/** Connects to the Marionette port of a running Firefox; resolves when Firefox has said hello. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  let received = Buffer.alloc(0);

  const hello = new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.on('data', (chunk) => {
      const read = messagesIn(Buffer.concat([received, chunk]));
      received = read.rest;
      for (const message of read.messages) {
        if (Array.isArray(message)) settle(message as Answer);
        else resolve();
      }
    });
  });
  const settle = ([, id, error, result]: Answer) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new MarionetteError(error.error, error.message));
    else call?.resolve(result);
  };
  socket.on('close', () => {
    for (const call of waiting.values()) call.reject(new Error('Firefox has closed the connection.'));
    waiting.clear();
  });
  await hello;

  return {
    send: <R>(command: string, parameters: object = {}) =>
      new Promise<R>((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve: resolve as (result: unknown) => void, reject });
        const message = JSON.stringify([0, lastId, command, parameters]);
        socket.write(`${Buffer.byteLength(message)}:${message}`);
      }),
    close: () => void socket.destroy(),
  };
}

/** The whole messages at the start of `bytes`, and what is left. */
function messagesIn(bytes: Buffer): { messages: unknown[]; rest: Buffer<ArrayBuffer> } {
  const messages: unknown[] = [];
  let rest = Buffer.from(bytes);
  for (;;) {
    const colon = rest.indexOf(':');
    const start = colon + 1;
    const end = start + Number(rest.subarray(0, colon).toString());
    if (colon < 0 || rest.length < end) return { messages, rest };
    messages.push(JSON.parse(rest.subarray(start, end).toString()));
    rest = rest.subarray(end);
  }
}
