/**
 * A hand-made form with the marks of the Hub's card, without a framework: for what the Hub itself never draws (traps
 * and odd pages), and for what must not be blurred by a framework's own doings.
 */
const FIELDS = `
  <div data-field="userToken"><label for="t">User Token</label><input id="t" type="password"></div>
  <div data-field="organizationSlug"><label for="o">Organization slug</label><input id="o"></div>
  <div data-field="deployment"><label for="d">Deployment</label><input id="d"></div>`;

const DAGSTER_HEADER = '<div class="card-header"><img alt="dagster"><span>Dagster</span></div>';

export interface PlainForm {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  field(name: 'userToken' | 'organizationSlug' | 'deployment'): HTMLInputElement;
}

/**
 * Puts a form into an open shadow root at the end of `parent`.
 *
 * @param parts HTML for the card's header and the form's content, where they differ from Dagster's
 */
export function plainForm(
  parts: { readonly header?: string; readonly fields?: string } = {},
  parent: Node = document.body,
): PlainForm {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `${parts.header ?? DAGSTER_HEADER}<form>${parts.fields ?? FIELDS}</form>`;
  parent.appendChild(host);
  return {
    host,
    root,
    field(name) {
      const input = root.querySelector<HTMLInputElement>(`[data-field="${name}"] input`);
      if (!input) throw new Error(`no field ${name}`);
      return input;
    },
  };
}
