import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { filesBelow } from '../../release/files-below';
import { zip } from '../../release/zip';

const FILES: readonly (readonly [path: string, text: string])[] = [
  ['manifest.json', '{}'],
  ['assets/b.js', 'b'.repeat(1000)],
  ['assets/a.js', 'a'],
  ['10.png', 'ten'],
  ['9.png', 'nine'],
];

let temporary: string;

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'link-helper-zip-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true });
});

function written(folder: string, files: typeof FILES, at: Date, mode: number): string {
  const root = join(temporary, folder);
  for (const [path, text] of files) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, mode);
    utimesSync(file, at, at);
  }
  return root;
}

it('gives the same bytes in another folder, order, time zone, on another day and with other rights', () => {
  const here = written('here', FILES, new Date('2026-01-01T00:00:00Z'), 0o644);
  const there = written('a/b/there', FILES.toReversed(), new Date('2027-07-07T07:07:07Z'), 0o600);
  vi.stubEnv('TZ', 'Pacific/Kiritimati');
  const first = zip(filesBelow(here), new Date('2026-03-29T01:30:00Z'));
  vi.stubEnv('TZ', 'America/Los_Angeles');
  const second = zip(filesBelow(there).toReversed(), new Date('2026-03-29T01:30:00Z'));
  expect(Buffer.compare(first, second)).toBe(0);
  const unpacked = Object.entries(unzipSync(first)).map(([path, content]) => [
    path,
    String(Buffer.from(content)),
  ]);
  expect(Object.fromEntries(unpacked)).toEqual(Object.fromEntries(FILES));
});

it('gives other bytes for another content, name or day', () => {
  const content = Buffer.from('a');
  const zips = [
    zip([{ path: 'a', content }], new Date('2026-03-29T01:30:00Z')),
    zip([{ path: 'a', content: Buffer.from('b') }], new Date('2026-03-29T01:30:00Z')),
    zip([{ path: 'b', content }], new Date('2026-03-29T01:30:00Z')),
    zip([{ path: 'a', content }], new Date('2026-03-30T01:30:00Z')),
    zip([{ path: 'a', content, executable: true }], new Date('2026-03-29T01:30:00Z')),
  ];
  expect(new Set(zips.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(zips.length);
});
