/** How long it takes until React has what was written into the three fields. */
import { DETAILS } from '../../test/hub/cases';
import { type Figure, takeTurns } from '../figure';
import { peerScript } from '../peers';
import { builtScript, withWorlds } from '../world';

/** Wraps what fills: the time from its start until React has handled the third `input` event, in milliseconds. */
const until3Inputs = (fill: string): string => `(async () => {
  const hosts = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);
  while (hosts.nextNode() && !hosts.currentNode.shadowRoot);
  const root = hosts.currentNode.shadowRoot;
  const fields = [...root.querySelectorAll('input')].filter(({ type }) => type === 'text' || type === 'password');
  let left = 3, end = 0;
  const stop = new AbortController();
  // React listens further in, so this comes after it.
  root.addEventListener('input', () => { if (--left === 0) end = performance.now(); }, { signal: stop.signal });
  const start = performance.now();
  ${fill}
  stop.abort();
  if (left !== 0) throw new Error(left + ' fields were not written.');
  return end - start;
})()`;

const ours = (deployment: string): string =>
  until3Inputs(`await linkingFormFiller.fill({
    ...request, startBefore: Date.now() + 60_000, details: ${JSON.stringify({ ...DETAILS, deployment })},
  });`);

/** Looks first, as the popup does; the time does not count. */
const LOOK = `const { look, forms, origin } = linkingFormFinder.report();
  const [{ index, label, connector, translated }] = forms;
  globalThis.request = {
    origin, form: { look, index, label, connector, count: forms.length, translated },
    allowUnknownConnector: false, allowTranslated: false,
  };`;

const bare = (value: string): string =>
  until3Inputs(`
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  for (const field of fields) {
    set.call(field, ${JSON.stringify(value)});
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }`);

const peer = (value: string): string =>
  until3Inputs(`for (const field of fields) peer.setFieldText(field, ${JSON.stringify(value)});`);

export const filling = async (): Promise<Figure[]> => {
  const scripts = await Promise.all(['page', 'linking-form-finder', 'linking-form-filler'].map(builtScript));
  const textFieldEdit = await peerScript('set-field-text.js');
  return withWorlds(async ({ page, sites, inFreshWorld }) => {
    await page.goto(sites.hubPage());
    await page.getByRole('textbox', { name: 'Deployment' }).waitFor();
    await page.bringToFront();
    const value = (side: string, round: number) => `${side}-${round}`;
    return [
      {
        id: 'filling',
        title: 'Filling three fields of React',
        unit: 'ms',
        how: 'The real Hub in Chromium, from the call that fills until React has handled the third `input` event. This extension’s time holds its second look at the form, and at who is before the fields, which the others do not take.',
        wanted: 'at most 1.3 times a bare setter and event',
        base: 'bare setter and event',
        sides: await takeTurns([
          {
            name: 'bare setter and event',
            kind: 'floor',
            measure: (round) => inFreshWorld([], bare(value('bare', round))),
          },
          {
            name: 'this extension',
            kind: 'ours',
            measure: (round) => inFreshWorld([...scripts, LOOK], ours(value('deployment', round))),
          },
          {
            name: 'text-field-edit',
            kind: 'peer',
            measure: (round) => inFreshWorld([textFieldEdit], peer(value('peer', round))),
          },
        ]),
      },
    ];
  });
};
