/** What the end-to-end tests take for granted of the sites; that each page shows its form is theirs to find. */
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { startSites } from './server';

test('a request that no site knows is told', async () => {
  const sites = await startSites();
  const status = await new Promise((resolve, reject) => {
    const headers = { host: 'fonts.example' };
    request({ port: sites.port, path: '/inter.woff2', headers }, (answer) => resolve(answer.statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(404);
  expect(sites.unexpected).toEqual(['GET http://fonts.example/inter.woff2']);
  await sites.close();
});
