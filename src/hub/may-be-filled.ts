/** Which documents may be filled at all, by where they are. */
import { SANDBOXED } from './report';

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a document at this place may be filled: `https:`, or `http:` on a loopback host; never in a sandbox (its
 * origin is `null`) and never a `srcdoc` or other `about:` document, whose author cannot be known.
 */
export function mayBeFilled(place: { origin: string; protocol: string; hostname: string }): boolean {
  if (place.origin === SANDBOXED) return false;
  if (place.protocol === 'https:') return true;
  return place.protocol === 'http:' && LOOPBACK_HOSTS.has(place.hostname);
}

/** Whether a page of this origin protects what is put into it: the same, of an origin alone. */
export function isSecureOrigin(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return mayBeFilled({ origin, protocol, hostname });
}
