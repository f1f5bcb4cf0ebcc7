/**
 * `npm run screenshots`: writes a picture of every story, light and dark, to `screenshots/`, and `screenshots/all.png`
 * with all of them, so that a person can look at them. Names of stories and of languages (`-- de filled`) restrict it.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright';
import { findOrInstall } from '../browsers/installed';
import { isPage, queryOf, STORIES } from './look';
import { serveStories } from './serve';

const FOLDER = 'screenshots';
const THEMES = ['light', 'dark'] as const;

/** Chrome and Firefox show no popup that is higher; what is longer scrolls. In CSS pixels. */
const HIGHEST_PX = 600;

/** As wide as any language draws the popup. */
const WIDEST_PX = 448;

interface Picture {
  readonly title: string;
  readonly png: Buffer;
}

async function pictureOf(page: Page, address: string, inTab: boolean): Promise<Buffer> {
  await page.setViewportSize({ width: WIDEST_PX, height: HIGHEST_PX });
  await page.goto(address);
  await page.locator('body[data-drawn]').waitFor();
  if (inTab) return page.screenshot({ fullPage: true });
  const { width, height } = await page.evaluate(() => {
    const { width, height } = document.body.getBoundingClientRect();
    return { width, height: Math.ceil(height) };
  });
  await page.setViewportSize({ width, height: Math.min(height, HIGHEST_PX) });
  return page.screenshot();
}

async function contactSheet(page: Page, pictures: readonly Picture[]): Promise<Buffer> {
  const figures = pictures.map(
    ({ title, png }) =>
      `<figure><figcaption>${title}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
  );
  await page.setViewportSize({ width: 8 * (WIDEST_PX + 24) + 24, height: 800 });
  await page.setContent(
    `<style>
      body { margin: 24px; display: grid; grid-template-columns: repeat(8, ${WIDEST_PX}px); gap: 24px; background: #888 }
      figure { margin: 0 } figcaption { font: 600 13px system-ui; padding-bottom: 6px }
    </style>${figures.join('')}`,
  );
  return page.screenshot({ fullPage: true });
}

const wanted = process.argv.slice(2);
const known = STORIES.filter((name) => wanted.includes(name));
const names = known.length > 0 ? known : STORIES;
const languages = wanted.filter((word) => !known.some((name) => name === word));
const { server, address } = await serveStories();
const browser = await chromium.launch({
  executablePath: await findOrInstall('chrome'),
  args: ['--no-sandbox'],
});
try {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.newPage();
  const pictures: Picture[] = [];
  for (const language of languages.length > 0 ? languages : ['en']) {
    for (const name of names) {
      for (const theme of THEMES) {
        const query = queryOf({ name, language, theme, size: 'usual', forced: false });
        const png = await pictureOf(page, `${address}story.html${query}`, isPage(name));
        const title = [name, ...(language === 'en' ? [] : [language]), theme].join('-');
        await writeFile(`${FOLDER}/${title}.png`, png);
        pictures.push({ title, png });
      }
    }
  }
  await writeFile(`${FOLDER}/all.png`, await contactSheet(page, pictures));
  console.log(`${pictures.length} pictures in ${FOLDER}/`);
} finally {
  await browser.close();
  await server.close();
}
