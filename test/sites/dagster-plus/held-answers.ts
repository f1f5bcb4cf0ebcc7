/** Answers of the app to its own pages that a test keeps back. */
import type { SiteRequest } from './exchange';

/** The Tokens page itself; the creation of a token. */
export type PageRequest = 'page' | 'create';

export class HeldAnswers {
  readonly #until: Record<PageRequest, Promise<unknown>[]> = { page: [], create: [] };

  /** Several for one kind of request line up. */
  hold(request: PageRequest, until: Promise<unknown>): void {
    this.#until[request].push(until);
  }

  /** Resolves when the answer may go. */
  async wait(request: SiteRequest): Promise<void> {
    const kind = kindOf(request);
    if (kind) await this.#until[kind].shift();
  }
}

function kindOf({ method, path }: SiteRequest): PageRequest | null {
  if (path === '/api/tokens') return method === 'POST' ? 'create' : null;
  return path.includes('-settings/tokens') ? 'page' : null;
}
