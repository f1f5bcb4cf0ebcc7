/** The app's script and style, bundled once per process. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface PageBundle {
  readonly script: string;
  readonly style: string;
}

let bundle: Promise<PageBundle> | undefined;

/** Bundles the app at the first call (well under a second); later calls get the same bundle. */
export function pageBundle(): Promise<PageBundle> {
  bundle ??= buildPage();
  return bundle;
}

async function buildPage(): Promise<PageBundle> {
  const entry = fileURLToPath(new URL('./page/main.tsx', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root: fileURLToPath(new URL('./page', import.meta.url)),
    define: { 'process.env.NODE_ENV': '"production"' },
    css: { modules: { generateScopedName: '_[hash:base64:6]' } },
    build: {
      write: false,
      cssCodeSplit: false,
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  });
  if (!('output' in result)) throw new Error('expected one bundle of the stand-in page');
  const script = result.output.find((file) => file.type === 'chunk');
  const style = result.output.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  if (script?.type !== 'chunk' || style?.type !== 'asset') throw new Error('the page bundle is incomplete');
  return { script: script.code, style: style.source.toString() };
}
