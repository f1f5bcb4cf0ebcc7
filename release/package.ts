/**
 * `npm run package`: the packages for the stores, what Mozilla's reviewers build them from, what is in them, and the
 * checksums of all, in `packages/`. The same sources give the same bytes, wherever and whenever they are built.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOfMaterials } from './bill-of-materials';
import { filesBelow } from './files-below';
import { sourceDate, sourceFiles, uncommitted } from './sources';
import { zip } from './zip';

const PROJECT = join(import.meta.dirname, '..');
const PACKAGES = join(PROJECT, 'packages');

const { name, version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};

const date = sourceDate(PROJECT);
const npmSbom = 'sbom --sbom-format cyclonedx --sbom-type application --omit dev --package-lock-only';
const files: Readonly<Record<string, Uint8Array>> = {
  [`${name}-${version}-chrome.zip`]: zip(filesBelow(join(PROJECT, 'dist/chrome')), date),
  [`${name}-${version}-firefox.zip`]: zip(filesBelow(join(PROJECT, 'dist/firefox')), date),
  [`${name}-${version}-source.zip`]: zip(sourceFiles(PROJECT), date),
  [`${name}-${version}.cdx.json`]: Buffer.from(billOfMaterials(npm(npmSbom.split(' ')), name, date)),
};
const sums = Object.entries(files).map(([file, content]) => `${sha256(content)}  ${file}\n`);

rmSync(PACKAGES, { recursive: true, force: true });
mkdirSync(PACKAGES);
for (const [file, content] of Object.entries(files)) writeFileSync(join(PACKAGES, file), content);
writeFileSync(join(PACKAGES, 'SHA256SUMS'), sums.join(''));

console.log(`${sums.join('')}\nin ${PACKAGES}, of ${date.toISOString()}`);
const changed = uncommitted(PROJECT);
if (changed.length > 0) {
  console.warn(
    `Not for a store: nobody can build these again, as not all is committed.\n${changed.join('\n')}`,
  );
}

function npm(args: readonly string[]): string {
  const windows = process.platform === 'win32';
  return execFileSync('npm', args, { cwd: PROJECT, encoding: 'utf8', shell: windows });
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
