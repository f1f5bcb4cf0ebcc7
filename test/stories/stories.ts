/** `npm run stories`: every case of the popup by name in one page, without an extension, until Ctrl+C. */
import { serveStories } from './serve';

const { address } = await serveStories();
console.log(`${address}index.html`);
