/**
 * Writes a picture of every case of the popup, light and dark, to `screenshots/`, and `screenshots/all.png` with all
 * of them, so that a person can look at them. Names of cases as arguments restrict it to these.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { findOrInstall } from '../browsers/installed';
import { CASE_NAMES } from './states';

const FOLDER = 'screenshots';
const THEMES = ['light', 'dark'] as const;

/** Chrome and Firefox show no popup that is higher; what is longer scrolls. In CSS pixels. */
const HIGHEST_PX = 600;
const WIDTH_PX = 376;

interface Picture {
  readonly title: string;
  readonly png: Buffer;
}

async function pictureOf(page: Page, address: string): Promise<Buffer> {
  await page.setViewportSize({ width: WIDTH_PX, height: HIGHEST_PX });
  await page.goto(address);
  await page.locator('body[data-drawn]').waitFor();
  const height = await page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await page.setViewportSize({ width: WIDTH_PX, height: Math.min(height, HIGHEST_PX) });
  return page.screenshot();
}

async function contactSheet(page: Page, pictures: readonly Picture[]): Promise<Buffer> {
  const figures = pictures.map(
    ({ title, png }) =>
      `<figure><figcaption>${title}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
  );
  await page.setViewportSize({ width: 8 * (WIDTH_PX + 24) + 24, height: 800 });
  await page.setContent(
    `<style>
      body { margin: 24px; display: grid; grid-template-columns: repeat(8, ${WIDTH_PX}px); gap: 24px; background: #888 }
      figure { margin: 0 } figcaption { font: 600 13px system-ui; padding-bottom: 6px }
    </style>${figures.join('')}`,
  );
  return page.screenshot({ fullPage: true });
}

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? CASE_NAMES.filter((name) => wanted.includes(name)) : CASE_NAMES;
const server = await createServer({
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  server: { port: 0 },
});
await server.listen();
const base = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: await findOrInstall('chrome'),
  args: ['--no-sandbox'],
});
try {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.newPage();
  const pictures: Picture[] = [];
  for (const name of names) {
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      const png = await pictureOf(page, `${base}test/popup/gallery/page.html?case=${name}`);
      await writeFile(`${FOLDER}/${name}-${theme}.png`, png);
      pictures.push({ title: `${name}, ${theme}`, png });
    }
  }
  await writeFile(`${FOLDER}/all.png`, await contactSheet(page, pictures));
  console.log(`${pictures.length} pictures in ${FOLDER}/`);
} finally {
  await browser.close();
  await server.close();
}
