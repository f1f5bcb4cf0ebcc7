/** What the next answers of the app to its own pages are to be like, where a test wants them otherwise than usual. */
import type { SiteRequest } from './exchange';

/** A page itself; its list of tokens; the creation of a token; the value of one. */
export type PageRequest = 'page' | 'list' | 'create' | 'reveal';

export interface PageAnswer {
  /** It comes when this is over. */
  readonly after?: Promise<unknown>;
  /** `refused`: nothing is done, and status 500. `doubled`: a creation makes two tokens. */
  readonly as?: 'refused' | 'doubled';
}

export class NextAnswers {
  readonly #wanted: Record<PageRequest, PageAnswer[]> = { page: [], list: [], create: [], reveal: [] };

  /** Several for one kind of request line up. */
  want(request: PageRequest, answer: PageAnswer): void {
    this.#wanted[request].push(answer);
  }

  take(request: SiteRequest): PageAnswer {
    const kind = kindOf(request);
    return (kind && this.#wanted[kind].shift()) ?? {};
  }
}

function kindOf({ method, path }: SiteRequest): PageRequest | null {
  if (path === '/api/tokens') return method === 'POST' ? 'create' : 'list';
  if (path.startsWith('/api/tokens/') && path.endsWith('/reveal')) return 'reveal';
  return path.includes('-settings/tokens') ? 'page' : null;
}
