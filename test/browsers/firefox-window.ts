/** Script text that runs in the Firefox window with system rights: tabs, and documents of the extension. */

/**
 * Declares `navigables`, which knows Marionette's handle of each tab's browser, and `tabOf(handle)`. Firefox 140 has the
 * same function in another module.
 */
export const TABS = `
  const remote = (name) => {
    try {
      return ChromeUtils.importESModule('chrome://remote/content/shared/' + name + '.sys.mjs')[name];
    } catch {}
  };
  const navigables = remote('NavigableManager') ?? remote('TabManager');
  const handleOf = (tab) => navigables.getIdForBrowser(tab.linkedBrowser);
  const tabOf = (handle) => gBrowser.tabs.find((tab) => handleOf(tab) === handle);`;

/** Declares `extension`, the running extension whose id is the first argument. */
export const EXTENSION = `const { extension } = WebExtensionPolicy.getByID(args[0]);`;

/** The popup's browser element; there is none while no popup is open. */
export const POPUP_BROWSER = `document.querySelector('browser.webextension-popup-browser')`;

/** A question that a document has not answered after this time is asked again by the caller. */
const ANSWER_LIMIT_MS = 20_000;

/**
 * Runs an async function body beside the document of `browser` (a browser element in the window), with system rights;
 * `content` is the document's window. A popup's document moves to another process while it opens, and what was sent
 * before is never answered: `limitMs` ends such a wait.
 */
export function besideDocument(browser: string, body: string, limitMs = ANSWER_LIMIT_MS): string {
  const inDocument = `(async () => {
    const reply = (answer) => sendAsyncMessage('ANSWER_NAME', answer);
    try { reply({ result: await (async () => { ${body} })() }); } catch (error) { reply({ error: String(error) }); }
  })()`;
  return `
    const browser = ${browser};
    if (!browser) throw new Error('There is no such document.');
    const name = 'link-helper-test-' + crypto.randomUUID();
    const source = ${JSON.stringify(inDocument)}.replace('ANSWER_NAME', name);
    const manager = browser.messageManager;
    const { promise, resolve } = Promise.withResolvers();
    const listen = (message) => resolve(message.data);
    manager.addMessageListener(name, listen);
    const timer = setTimeout(() => resolve({ error: 'The document did not answer.' }), ${limitMs});
    const watch = setInterval(() => browser.isConnected || resolve({ error: 'The document was closed.' }), 50);
    manager.loadFrameScript('data:text/javascript;charset=utf-8,' + encodeURIComponent(source), false);
    const answer = await promise;
    clearTimeout(timer);
    clearInterval(watch);
    if (browser.isConnected) manager.removeMessageListener(name, listen);
    if ('error' in answer) throw new Error(answer.error);
    return answer.result;`;
}

/**
 * The body that evaluates an expression in the document's own world; for {@link besideDocument}. All expressions for
 * one document share a sandbox, and so the same `Function` and `RegExp`.
 */
export const ownWorld = (expression: string): string => `
  this.linkHelperSandboxes ??= new WeakMap();
  if (!this.linkHelperSandboxes.has(content)) {
    const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    this.linkHelperSandboxes.set(content, sandbox);
  }
  const source = ${JSON.stringify(`(async () => JSON.stringify({ value: await (${expression}) }))()`)};
  return JSON.parse(await Cu.evalInSandbox(source, this.linkHelperSandboxes.get(content))).value;`;
