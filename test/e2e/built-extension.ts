import { join } from 'node:path';
import type { BrowserName } from '../browsers/browser';

/** The folder with a folder for each browser: that of `npm run build`, or what `npm run test:packages` has unpacked. */
const FOLDER = process.env.EXTENSIONS ?? join(import.meta.dirname, '../../dist');

/** The directory with the extension for a browser. */
export const builtExtension = (browser: BrowserName): string => join(FOLDER, browser);
