/** What tabs and frames of both browsers share: everything that is made of "evaluate this expression". */
import type { PageDocument, Target } from './browser';
import { callExpression, type InPage } from './in-page';
import { waitUntil } from './wait-until';

export abstract class EvaluatedDocument implements PageDocument {
  /** Evaluates an expression in the page's own world; its awaited value must be JSON. */
  protected abstract evaluateExpression(expression: string): Promise<unknown>;
  abstract press(target: Target): Promise<void>;

  async evaluate<R, A = undefined>(fn: InPage<A, R>, arg?: A): Promise<Awaited<R>> {
    return (await this.evaluateExpression(callExpression(fn, arg))) as Awaited<R>;
  }

  async waitFor<R, A = undefined>(fn: InPage<A, R>, arg?: A): Promise<Awaited<R>> {
    const source = String(fn).replace(/\s+/g, ' ').slice(0, 120);
    return (await waitUntil(`the page: ${source}`, () => this.evaluate(fn, arg))) as Awaited<R>;
  }
}
