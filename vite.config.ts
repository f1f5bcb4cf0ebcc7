import { readdirSync, readFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { build, defineConfig, type Plugin } from 'vite';

type Target = 'chrome' | 'firefox';

/** Scripts that the extension puts into a page on a press, beside the one that the manifest declares. */
const INJECTED_SCRIPTS = [
  'src/content/page.ts',
  'src/content/control-sight.ts',
  'src/content/dagster-reader.ts',
  'src/content/frame-sight.ts',
  'src/content/linking-form-finder.ts',
  'src/content/linking-form-filler.ts',
  'src/content/show-control.ts',
  'src/content/token-maker.ts',
];

/** What all of them share stands in the first, which is put in before each of the others. */
const SHARED = { folder: '/src/page/', entry: 'src/content/page.ts', global: 'dagsterPlusLinkHelperPage' };

/** Each folder in it is a language; there is no other list of them. */
const LOCALES = 'extension/_locales';

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  const manifest = readManifest();
  const define = { BUILT_FOR: JSON.stringify(target) };
  const buildTarget = oldestBrowser(target, manifest);
  return {
    publicDir: false,
    define,
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: buildTarget,
      modulePreload: false,
      rolldownOptions: { input: unnamedPages(target) },
      sourcemap: false,
    },
    plugins: [
      preactWithoutMarkup(),
      listedPackagesOnly(),
      crx({
        manifest: manifestFor(target, manifest),
        browser: target,
        // One classic file per content script: a loader would need `web_accessible_resources`, by which any
        // page can tell that the extension is installed.
        contentScripts: { standaloneFiles: ['src/content/dagster-page.ts'], injectCss: false },
      }),
      classicScripts(INJECTED_SCRIPTS, buildTarget, define),
      locales(),
      ...(target === 'chrome' ? [policySchema()] : []),
    ],
  };
});

/** The manifest names the other pages. Chrome alone needs a document to reach the clipboard from the background. */
const unnamedPages = (target: Target): string[] => [
  'extension/welcome.html',
  ...(target === 'chrome' ? ['extension/clipboard.html'] : []),
];

type Manifest = Extract<ManifestV3Export, { manifest_version: number }> & {
  minimum_chrome_version: string;
  browser_specific_settings: { gecko: { strict_min_version: string } };
};

/** `manifest.json` with the version, which stands in `package.json` only. */
function readManifest(): Manifest {
  const { version } = readJson('./package.json');
  return { ...readJson('./manifest.json'), version };
}

function readJson(path: string) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

/** What the code is built for: the oldest browser that the manifest lets in. */
function oldestBrowser(target: Target, manifest: Manifest): string {
  const version = {
    chrome: manifest.minimum_chrome_version,
    firefox: manifest.browser_specific_settings.gecko.strict_min_version,
  }[target];
  return target + Number.parseInt(version, 10);
}

/** The one manifest without the keys of the other browser. crxjs picks the background's form by itself. */
function manifestFor(target: Target, manifest: Manifest): ManifestV3Export {
  const { minimum_chrome_version, browser_specific_settings, storage, ...common } = manifest;
  const forFirefox = common.optional_permissions?.filter((permission) => permission !== 'offscreen') ?? [];
  return target === 'firefox'
    ? { ...common, optional_permissions: forFirefox, browser_specific_settings }
    : { ...common, minimum_chrome_version, storage };
}

/**
 * Takes the one place out of Preact that makes markup of text: what `dangerouslySetInnerHTML` does, which nothing here
 * uses. So no file of a package writes to `innerHTML`, which Mozilla's linter would otherwise report. An element with
 * that property stays empty.
 *
 * In Preact's source: https://github.com/preactjs/preact/blob/11.2.0/src/diff/index.js, `if (newHtml)`. Where a release
 * of Preact has it in other words, the build fails.
 */
function preactWithoutMarkup(): Plugin {
  const writesMarkup =
    /\w+\|\|\w+&&\((\w+)\.__html==\w+\.__html\|\|\1\.__html==(\w+)\.innerHTML\)\|\|\(\2\.innerHTML=\1\.__html\),/g;
  return {
    name: 'preact-without-markup',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.mjs$/ },
      handler(code) {
        const without = code.replace(writesMarkup, '');
        if (code.match(writesMarkup)?.length !== 1 || /\binnerHTML\b/.test(without))
          this.error(
            'Preact writes markup in another way than this build expects; see `preactWithoutMarkup`.',
          );
        return { code: without, map: null };
      },
    },
  };
}

/** Fails where a package gets in that is no dependency: the bill of materials (`npm run package`) would not name it. */
function listedPackagesOnly(): Plugin {
  const { dependencies } = readJson('./package.json');
  return {
    name: 'listed-packages-only',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      for (const id of modules) {
        const name = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(id)?.[1];
        if (name && !(name in dependencies))
          this.error(`${name} is in the package, but no dependency: ${id}`);
      }
    },
  };
}

/**
 * Builds each file into one classic script under the same path with `.js`, for `scripting.executeScript({ files })`.
 * crxjs's own way, an import with `?iife`, makes the file reachable from every page.
 */
function classicScripts(files: string[], buildTarget: string, define: Record<string, string>): Plugin {
  return {
    name: 'classic-scripts',
    async generateBundle() {
      for (const file of files) {
        const fileName = file.replace(/\.ts$/, '.js');
        const result = await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          define,
          plugins: file === SHARED.entry ? [] : [withoutShared()],
          build: {
            write: false,
            target: buildTarget,
            lib: {
              entry: file,
              formats: ['iife'],
              name: file === SHARED.entry ? SHARED.global : 'dagsterPlusLinkHelper',
              fileName: () => fileName,
            },
            rolldownOptions: { output: { globals: { [SHARED.folder]: SHARED.global } } },
          },
        });
        const [output] = Array.isArray(result) ? result : [result];
        if (!output || !('output' in output)) throw new Error(`No output for ${file}`);
        this.emitFile({ type: 'asset', fileName, source: output.output[0].code });
      }
    },
  };
}

/** Lets a script take what it imports from the shared folder out of the script that was put into the page before it. */
function withoutShared(): Plugin {
  return {
    name: 'without-shared',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved?.id.includes(SHARED.folder) ? { id: SHARED.folder, external: true } : resolved;
    },
  };
}

/** Chrome passes on what an administrator sets only where it fits this; Firefox has no such file. */
function policySchema(): Plugin {
  const fileName = 'extension/policy-schema.json';
  return {
    name: 'policy-schema',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(fileName) });
    },
  };
}

/** Puts the messages of every language where browsers look for them: in `_locales` at the top of the package. */
function locales(): Plugin {
  return {
    name: 'locales',
    generateBundle() {
      for (const locale of readdirSync(LOCALES)) {
        const source = readFileSync(`${LOCALES}/${locale}/messages.json`);
        this.emitFile({ type: 'asset', fileName: `_locales/${locale}/messages.json`, source });
      }
    },
  };
}
