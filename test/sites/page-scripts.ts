/** The scripts of the pages; bundled or read at the first request, then kept. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { HUB_VERSIONS, type HubVersion } from './hub-releases';

const scripts = new Map<string, Promise<string>>();

/** The script at a path like `/page-scripts/1.11.4/react.js`; `undefined` where there is none. */
export function pageScript(path: string): Promise<string> | undefined {
  const make = SCRIPTS.get(path);
  if (make && !scripts.has(path)) scripts.set(path, make());
  return scripts.get(path);
}

const REACT_HUBS = new URL('./page-scripts/react-hubs.ts', import.meta.url);

const SCRIPTS = new Map<string, () => Promise<string>>([
  ['/page-scripts/storage.js', () => bundle(new URL('./page-scripts/storage.ts', import.meta.url))],
  [
    '/page-scripts/dagster-pages.js',
    () => bundle(new URL('./page-scripts/dagster-pages.ts', import.meta.url)),
  ],
  ['/page-scripts/treatments.js', () => bundle(new URL('./page-scripts/treatments.ts', import.meta.url))],
  ['/page-scripts/late.js', () => bundle(new URL('./page-scripts/late.ts', import.meta.url))],
  ...HUB_VERSIONS.flatMap((version): [string, () => Promise<string>][] => [
    [`/page-scripts/${version}/webcomponent.js`, () => readWebComponent(version)],
    [`/page-scripts/${version}/react.js`, () => bundle(REACT_HUBS, version)],
  ]),
]);

/** As published, without the reference to its source map, which developer tools would ask for. */
async function readWebComponent(version: HubVersion): Promise<string> {
  const file = createRequire(import.meta.url).resolve(`stackone-hub-${version}/webcomponent`);
  return (await readFile(file, 'utf8')).replace(/^\/\/# sourceMappingURL=.*$/m, '');
}

async function bundle(entry: URL, version: HubVersion = '1.11.4'): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root: fileURLToPath(new URL('.', entry)),
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { 'stackone-hub-1.11.4': `stackone-hub-${version}` } },
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: fileURLToPath(entry),
        // The Hub says "use client", which means nothing here.
        onLog: (level, log, handle) => log.code === 'MODULE_LEVEL_DIRECTIVE' || handle(level, log),
        output: { codeSplitting: false },
      },
    },
  });
  const chunk = 'output' in result ? result.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`${entry} did not become one script`);
  return chunk.code;
}
