/** Policies as an administrator sets them, for one browser of a test and nobody else. */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian's Chromium looks for policies; nobody but root may write there. */
const CHROMIUM_POLICIES = '/etc/chromium/policies/managed';

export interface PolicyOfChrome {
  /** The extension under another path, and so with another id than that of every other test. */
  readonly extension: string;
  remove(): Promise<void>;
}

/** Sets a policy for a copy of an extension. Every Chromium of the machine reads it, for that copy only. */
export async function setPolicyOfChrome(extension: string, policy: object): Promise<PolicyOfChrome> {
  const copy = await mkdtemp(join(tmpdir(), 'link-helper-policy-'));
  await cp(extension, copy, { recursive: true });
  const id = idOf(copy);
  const file = join(CHROMIUM_POLICIES, `link-helper-test-${id}.json`);
  await mkdir(CHROMIUM_POLICIES, { recursive: true });
  await writeFile(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
  return {
    extension: copy,
    async remove() {
      await rm(file);
      await rm(copy, { recursive: true });
    },
  };
}

/** The id that Chromium gives an unpacked extension: the digest of its path, in the letters from a to p. */
const idOf = (path: string): string =>
  Array.from(createHash('sha256').update(path).digest('hex').slice(0, 32), (digit) =>
    String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)),
  ).join('');

/**
 * Sets a policy for an extension in the Firefox whose home this is, by a managed storage manifest
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Native_manifests#managed_storage_manifests).
 */
export async function setPolicyOfFirefox(home: string, id: string, policy: object): Promise<void> {
  const folder = join(home, '.mozilla/managed-storage');
  await mkdir(folder, { recursive: true });
  const manifest = { name: id, description: 'A policy', type: 'storage', data: policy };
  await writeFile(join(folder, `${id}.json`), JSON.stringify(manifest));
}
