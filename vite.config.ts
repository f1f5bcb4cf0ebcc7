import { readFileSync } from 'node:fs';
import { crx } from '@crxjs/vite-plugin';
import { build, defineConfig, type Plugin } from 'vite';

type Target = 'chrome' | 'firefox';

/** Scripts that the extension puts into a page on a press, beside the one that the manifest declares. */
const INJECTED_SCRIPTS = [
const INJECTED_SCRIPTS = [
  'src/content/dagster-reader.ts',
  'src/content/linking-form-finder.ts',
  'src/content/linking-form-filler.ts',
  'src/content/show-control.ts',
];
];
const LOCALES = ['_locales/en/messages.json'];

const BUILD_TARGET: Record<Target, string> = { chrome: 'chrome116', firefox: 'firefox142' };

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    publicDir: false,
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: BUILD_TARGET[target],
      modulePreload: false,
      sourcemap: false,
    },
    plugins: [
      crx({
        manifest: manifestFor(target),
        browser: target,
        // One classic file per content script: a loader would need `web_accessible_resources`, by which any
        // page can tell that the extension is installed.
        contentScripts: { standaloneFiles: ['src/content/dagster-page.ts'], injectCss: false },
      }),
      classicScripts(INJECTED_SCRIPTS, BUILD_TARGET[target]),
      locales(LOCALES),
    ],
  };
});

/** The one manifest without the keys of the other browser. crxjs picks the background's form by itself. */
function manifestFor(target: Target) {
  const manifest = JSON.parse(readFileSync(new URL('./manifest.json', import.meta.url), 'utf8'));
  delete manifest[target === 'firefox' ? 'minimum_chrome_version' : 'browser_specific_settings'];
  return manifest;
}

/**
 * Builds each file into one classic script under the same path with `.js`, for `scripting.executeScript({ files })`.
 * crxjs's own way, an import with `?iife`, makes the file reachable from every page.
 */
function classicScripts(files: string[], buildTarget: string): Plugin {
  return {
    name: 'classic-scripts',
    async generateBundle() {
      for (const file of files) {
        const fileName = file.replace(/\.ts$/, '.js');
        const result = await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          build: {
            write: false,
            target: buildTarget,
            lib: { entry: file, formats: ['iife'], name: 'dagsterPlusLinkHelper', fileName: () => fileName },
          },
        });
        const [output] = Array.isArray(result) ? result : [result];
        if (!output || !('output' in output)) throw new Error(`No output for ${file}`);
        this.emitFile({ type: 'asset', fileName, source: output.output[0].code });
      }
    },
  };
}

/** Puts the messages where browsers look for them: in `_locales` at the top of the package. */
function locales(files: string[]): Plugin {
  return {
    name: 'locales',
    generateBundle() {
      for (const fileName of files)
        this.emitFile({ type: 'asset', fileName, source: readFileSync(`extension/${fileName}`) });
    },
  };
}
