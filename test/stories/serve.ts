/** Serves the stories. */
import { createServer, type ViteDevServer } from 'vite';

/** Where the list of stories stands, and each story (`story.html`) beside it. */
const FOLDER = 'test/stories/';

/** @returns the server, and the address of {@link FOLDER} in it */
export async function serveStories(): Promise<{ server: ViteDevServer; address: string }> {
  const server = await createServer({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    server: { port: 0 },
  });
  await server.listen();
  return { server, address: `${server.resolvedUrls?.local[0] ?? ''}${FOLDER}` };
}
