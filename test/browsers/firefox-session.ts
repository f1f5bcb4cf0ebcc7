/**
 * Marionette's session keeps a current tab, frame and context. Here each piece of work says where it happens, and the
 * pieces are done one after the other.
 */
import type { Marionette } from './marionette';

type Send = Marionette['send'];

/** The page of a tab; or the frame in it with this browsing context id. */
export interface Place {
  /** Marionette's handle of the tab. */
  readonly tab: string;
  readonly frameId?: number;
}

/** The positions among the child frames, level by level, that lead to a frame; undefined when it is gone. */
const PATH_TO_FRAME = `
  const path = [];
  for (let frame = BrowsingContext.get(args[0]); frame?.parent; frame = frame.parent) {
    path.unshift(frame.parent.children.indexOf(frame));
  }
  return path;`;

export class FirefoxSession {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly marionette: Marionette) {}

  /** Runs the body of an async function in the browser's own window, with system rights; it sees its `args`. */
  inWindow<R = unknown>(body: string, ...args: unknown[]): Promise<R> {
    return this.commandsInWindow(() => this.script(body, args)) as Promise<R>;
  }

  /** Sends WebDriver commands that act on the browser's own window. */
  commandsInWindow<R>(work: (send: Send) => Promise<R>): Promise<R> {
    return this.oneByOne(() => this.inChrome(work));
  }

  /** Runs the body of an async function in a page's own world; it sees its `args`. */
  inPage<R = unknown>(place: Place, body: string, ...args: unknown[]): Promise<R> {
    return this.commandsInPage(place, () => this.script(body, args)) as Promise<R>;
  }

  /** Sends WebDriver commands that act on a page. */
  commandsInPage<R>(place: Place, work: (send: Send) => Promise<R>): Promise<R> {
    return this.oneByOne(async () => {
      const { send } = this.marionette;
      await send('WebDriver:SwitchToWindow', { handle: place.tab, focus: false });
      await send('WebDriver:SwitchToFrame', { id: null });
      if (place.frameId !== undefined) {
        const path = await this.inChrome(() => this.script(PATH_TO_FRAME, [place.frameId]));
        for (const id of path as number[]) await send('WebDriver:SwitchToFrame', { id });
      }
      return work(send);
    });
  }

  /** Sends commands that depend on no place. */
  commands<R>(work: (send: Send) => Promise<R>): Promise<R> {
    return this.oneByOne(() => work(this.marionette.send));
  }

  private oneByOne<R>(work: () => Promise<R>): Promise<R> {
    const next = this.last.then(work);
    this.last = next.catch(() => undefined);
    return next;
  }

  private async inChrome<R>(work: (send: Send) => Promise<R>): Promise<R> {
    const { send } = this.marionette;
    await send('Marionette:SetContext', { value: 'chrome' });
    try {
      return await work(send);
    } finally {
      await send('Marionette:SetContext', { value: 'content' });
    }
  }

  private async script(body: string, args: unknown[]): Promise<unknown> {
    const script = `
      const done = arguments[arguments.length - 1];
      const run = async (...args) => { ${body} };
      run(...[...arguments].slice(0, -1)).then(
        (result) => done({ result }),
        (error) => done({ error: error + '\\n' + (error?.stack ?? '') }),
      );`;
    const { value } = await this.marionette.send<{ value: { result?: unknown; error?: string } }>(
      'WebDriver:ExecuteAsyncScript',
      { script, args, newSandbox: true },
    );
    if (value.error !== undefined) throw new Error(value.error);
    return value.result ?? undefined;
  }
}
