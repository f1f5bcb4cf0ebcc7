/** What the documents say about this repository is held against it, so that they cannot go stale in silence. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOLD_MINUTES } from '../src/session/timed-value';

const ROOT = join(import.meta.dirname, '..');

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const markdownIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const DOCUMENTS = [...markdownIn('.'), ...markdownIn('docs')];

/** The documents that name, beside each promise, the test that would fail if it were broken. */
const PROMISING = ['docs/permissions.md', 'docs/threat-model.md'];

/** `[text](target)` and `![text](target)`; not the addresses of other sites. */
function relativeLinks(document: string): string[] {
  const targets = [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** `` `src/hub/fill.ts` `` and the like: paths from the top of the repository. */
function namedPaths(document: string): string[] {
  const named = read(document).matchAll(/`((?:src|test|docs|extension|\.ci)\/[\w./-]*)`/g);
  return [...named].map(([, path = '']) => path);
}

function namedScripts(document: string): string[] {
  const named = read(document).matchAll(/npm run ([\w:-]+)/g);
  return [...named].map(([, script = '']) => script);
}

interface Citation {
  /** From the top of the repository. */
  readonly file: string;
  /** Whole, or with `…` at one end; null where the link to a test file names no test. */
  readonly title: string | null;
}

/** `[file](../test/file.test.ts): _title_`: how a test is named. */
function citations(document: string): Citation[] {
  const links = read(document).matchAll(/\]\(([^)\s]+\.test\.tsx?)\)(?:: _([^_]+)_)?/g);
  return [...links].map(([, target = '', title]) => ({
    file: join(dirname(document), target),
    title: title ?? null,
  }));
}

/** A title stands in quotation marks of one kind; `…` stands for the changing part of a title that is put together. */
function standsIn(source: string, title: string): boolean {
  const open = title.startsWith('…') ? [''] : ["'", '"', '`'];
  const close = title.endsWith('…') ? [''] : ["'", '"', '`'];
  const words = title.replace(/^…|…$/g, '');
  return open.some((before) => close.some((after) => source.includes(before + words + after)));
}

describe.each(DOCUMENTS)('%s', (document) => {
  it('links to files that are there', () => {
    const missing = relativeLinks(document).filter((target) => {
      const [path = ''] = target.split('#');
      return path !== '' && !existsSync(join(ROOT, dirname(document), path));
    });
    expect(missing).toEqual([]);
  });

  it('names paths that are there', () => {
    expect(namedPaths(document).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names things in files that have them', () => {
    const named = [...read(document).matchAll(/`(\w+)`,? in `((?:src|test)\/[\w./-]+\.tsx?)`/g)];
    const missing = named.filter(([, thing = '', path = '']) => !read(path).includes(thing));
    expect(missing.map(([words]) => words)).toEqual([]);
  });

  it('names commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json'));
    expect(namedScripts(document).filter((script) => !(script in scripts))).toEqual([]);
  });

  it('names tests by titles that stand in their files', () => {
    const wrong = citations(document).filter(
      ({ file, title }) => title !== null && !(existsSync(join(ROOT, file)) && standsIn(read(file), title)),
    );
    expect(wrong).toEqual([]);
  });
});

/** What is held for so long; other times are said in seconds or hours, or in words. */
it.each(DOCUMENTS)('%s names the minutes for which details are held as they are', (document) => {
  const named = [...read(document).matchAll(/(\d+)[ -]minutes?\b/g)].map(([, minutes]) => Number(minutes));
  expect(named.filter((minutes) => minutes !== HOLD_MINUTES)).toEqual([]);
});

it('README.md and CHANGELOG.md name the oldest browsers that the manifest lets in', () => {
  const { minimum_chrome_version: chrome, browser_specific_settings } = JSON.parse(read('manifest.json'));
  const firefox = Number.parseInt(browser_specific_settings.gecko.strict_min_version, 10);
  for (const document of ['README.md', 'CHANGELOG.md']) {
    const named = [...read(document).matchAll(/(Chrome|Firefox)[* ]+\(?(\d+) or later/g)];
    expect(named.map(([, browser, version]) => `${browser} ${version}`)).toEqual([
      `Chrome ${chrome}`,
      `Firefox ${firefox}`,
    ]);
  }
});

describe.each(PROMISING)('the promises in %s', (document) => {
  it('name their tests by title', () => {
    expect(citations(document).length).toBeGreaterThan(0);
    expect(citations(document).filter(({ title }) => title === null)).toEqual([]);
  });
});

it('docs/permissions.md has a section for every permission, host and command that the manifest names', () => {
  const manifest = JSON.parse(read('manifest.json'));
  const named: string[] = [
    ...manifest.permissions,
    ...(manifest.optional_permissions ?? []),
    ...manifest.host_permissions,
    ...manifest.optional_host_permissions,
    ...Object.keys(manifest.commands),
  ];
  const headings = [...read('docs/permissions.md').matchAll(/^### .*$/gm)].map(([heading]) => heading);
  const explained = headings.flatMap((heading) =>
    [...heading.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  expect(explained.sort()).toEqual(named.sort());
});

it('docs/permissions.md names every script that is put into pages', () => {
  const built = [...read('vite.config.ts').matchAll(/'src\/content\/([\w-]+)\.ts'/g)].map(
    ([, name]) => `${name}.js`,
  );
  expect(built.length).toBeGreaterThan(4);
  const document = read('docs/permissions.md');
  expect(built.filter((name) => !document.includes(`\`${name}\``))).toEqual([]);
});

it('docs/development.md names every command', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const named = namedScripts('docs/development.md');
  const missing = Object.keys(scripts).filter((script) => script !== 'test' && !named.includes(script));
  expect(missing).toEqual([]);
});

it('the map in docs/development.md names every room and every module at the top of src', () => {
  const names = readdirSync(join(ROOT, 'src'));
  const [, map = ''] = read('docs/development.md').split('```');
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(map))).toEqual([]);
});
