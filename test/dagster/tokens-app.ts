/** A Tokens page for DOM tests: draws in the ways that applications have, answers as a test wants, and notes each press. */

export interface AppToken {
  readonly description: string;
  readonly created: string;
  readonly value: string;
  revealed?: boolean;
}

export interface TokensAppOptions {
  readonly tokens?: readonly AppToken[];
  /** `kept`: an element stays with its token; `moved`: it stays with its position; `anew`: all are new each time. */
  readonly drawing?: 'kept' | 'moved' | 'anew';
  readonly rows?: 'table' | 'divs';
  /** What the app does at a press of "Create user token"; by default it adds a row. */
  readonly onCreate?: (app: TokensApp) => void;
  /** What it does at a press of "Reveal token" in the row of this token; by default it shows the value. */
  readonly onReveal?: (app: TokensApp, token: AppToken) => void;
  /** What stands in place of the usual parts. */
  readonly header?: string;
  readonly before?: string;
  readonly after?: string;
}

export interface TokensApp {
  readonly tokens: AppToken[];
  /** The words of each control that was pressed, in order. */
  readonly presses: readonly string[];
  add(token?: Partial<AppToken>): void;
  draw(): void;
}

export const ADDRESS = 'https://acme.dagster.cloud/prod/org-settings/tokens';

export const LAPTOP: AppToken = {
  description: 'Laptop',
  created: 'Apr 3, 2026',
  value: 'user:0afb128e57084fce8fd15c62d75e4bd6',
};
export const NOTEBOOK: AppToken = {
  description: 'Notebook',
  created: 'Feb 11, 2026',
  value: 'user:7c31e0d94b2f4a6e9d0815fb62aa3c47',
};
export const NEW: AppToken = {
  description: '',
  created: 'Jun 1, 2026',
  value: 'user:e5b0c9a1d8f74320b6a4f19e83d27c60',
};

export const HEADER = '<h2>Manage tokens for your account</h2><button>Create user token</button>';
export const AGENTS = `<section><h2>Agent tokens</h2><button>Create agent token</button><table><tr>
  <td>Helm</td><td>••••••••</td><td>Jan 9, 2026</td><td><button>Reveal token</button><button>Edit</button></td>
  </tr></table></section>`;

const CELL = { table: 'td', divs: 'div' } as const;

export function tokensApp(options: TokensAppOptions = {}): TokensApp {
  const { drawing = 'kept', rows = 'table', header = HEADER, before = '', after = AGENTS } = options;
  document.body.innerHTML = `<main>${before}<section><header>${header}</header><h3>Active tokens</h3>
    <div id="list"></div></section>${after}</main>`;
  const list = document.createElement(rows === 'table' ? 'table' : 'div');
  document.querySelector('#list')?.append(list);
  const presses: string[] = [];
  const elements = new Map<AppToken, HTMLElement>();

  function fill(row: HTMLElement, { description, created, value, revealed }: AppToken): HTMLElement {
    const cell = CELL[rows];
    row.innerHTML = `<${cell}>${description || '<i>No description</i>'}<button aria-label="Edit description"></button></${cell}>
      <${cell}>${revealed ? value : '••••••••'}</${cell}><${cell}>${created}</${cell}>
      <${cell}><button>${revealed ? 'Hide' : 'Reveal'} token</button><button>Revoke</button></${cell}>`;
    return row;
  }

  const rowFor = (token: AppToken, position: number): HTMLElement => {
    const old =
      drawing === 'kept' ? elements.get(token) : drawing === 'moved' ? list.children[position] : undefined;
    const row = (old as HTMLElement) ?? document.createElement(rows === 'table' ? 'tr' : 'div');
    elements.set(token, row);
    // Like React, it leaves alone what is as it was.
    const state = JSON.stringify(token);
    if (drawn.get(row) !== state) fill(row, token);
    drawn.set(row, state);
    return row;
  };
  const drawn = new WeakMap<HTMLElement, string>();

  const app: TokensApp = {
    tokens: [...(options.tokens ?? [LAPTOP, NOTEBOOK])].map((token) => ({ ...token })),
    presses,
    add(token = {}) {
      app.tokens.unshift({ ...NEW, ...token });
      app.draw();
    },
    draw: () => list.replaceChildren(...app.tokens.map(rowFor)),
  };
  app.draw();

  const { onCreate = () => app.add(), onReveal = (_, token) => show(token) } = options;
  function show(token: AppToken): void {
    token.revealed = !token.revealed;
    app.draw();
  }
  document.querySelector('main')?.addEventListener('click', ({ target }) => {
    const control = (target as Element).closest('button,a,[role=button]') ?? (target as Element);
    presses.push(control.textContent || control.getAttribute('aria-label') || control.tagName);
    const row = [...list.children].findIndex((one) => one.contains(control));
    const token = app.tokens[row];
    if (/(create|new|add) user token/i.test(presses.at(-1) ?? '') && row === -1) onCreate(app);
    if (presses.at(-1) === 'Reveal token' && token) onReveal(app, token);
  });
  return app;
}
