/**
 * Which pages may have a form of another origin filled in a frame: the pairs that the person has confirmed. Kept until
 * the browser closes; no secret.
 */
import type { Queue } from './queue';
import { type Privacy, type SessionArea, sessionValue } from './session-area';

export interface Embedding {
  /** Origin of the form. */
  readonly form: string;
  /** Origins of the pages around it other than its own, the innermost first; never empty. */
  readonly pages: readonly string[];
}

export interface ConfirmedPages {
  confirm(embedding: Embedding): Promise<void>;
  read(): Promise<readonly Embedding[]>;
}

/** More pairs than anybody fills in one session. */
const MOST_CONFIRMED = 100;

export const isSameEmbedding = (one: Embedding, other: Embedding): boolean =>
  one.form === other.form && one.pages.join(' ') === other.pages.join(' ');

export function createConfirmedPages(
  { session, queue }: { session: SessionArea; queue: Queue },
  privacy: Privacy,
): ConfirmedPages {
  const confirmed = sessionValue<readonly Embedding[]>(session, 'confirmed-pages', privacy);
  const read = async () => (await confirmed.read()) ?? [];

  async function confirm({ form, pages }: Embedding): Promise<void> {
    const others = (await read()).filter((one) => !isSameEmbedding(one, { form, pages }));
    await confirmed.write([{ form, pages }, ...others].slice(0, MOST_CONFIRMED));
  }

  return { read, confirm: (embedding) => queue(() => confirm(embedding)) };
}
