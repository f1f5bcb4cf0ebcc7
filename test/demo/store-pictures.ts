/** The pictures that the stores ask for, of the walk: docs/store says which and in what size. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findOrInstall } from '../browsers/installed';
import type { Step } from './walk';
import { ICON, windowPicture } from './window-picture';

const PICTURES = join(import.meta.dirname, '../../store-pictures');

/** In CSS pixels, as the Chrome Web Store and Edge Add-ons want them. */
export const STORE_PICTURE = { width: 1280, height: 800 };
const PROMOTIONAL_TILE = { width: 440, height: 280 };

/** Of the steps of the walk those that a listing shows, which takes five at most. */
const CAPTIONS: Readonly<Record<string, string>> = {
  'popup-on-dagster': 'Reads token, organization and deployment from Dagster+',
  'popup-on-hub': 'Names the linking form, and the page it stands on',
  'popup-filled': 'Fills the three fields at one press, and reads them back',
  'filled-form': 'Connect is always left to you',
  linked: 'Linked, with nothing copied by hand',
};

/** @param walk the journey, in a window whose page and bars are of the stores' size */
export async function storePictures(walk: (step: Step) => Promise<void>): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'link-helper-pictures-'));
  const painter = await chromium.launch({
    executablePath: await findOrInstall('chrome'),
    args: ['--no-sandbox'],
  });
  try {
    await rm(PICTURES, { recursive: true, force: true });
    await mkdir(PICTURES);
    const page = await painter.newPage({ viewport: STORE_PICTURE });
    let count = 0;
    await walk(async (_, name, tab, popup) => {
      const caption = CAPTIONS[name];
      if (!caption) return;
      count += 1;
      await writeFile(
        join(PICTURES, `${count}-${name}.png`),
        await windowPicture(page, temporary, caption, tab, popup),
      );
    });
    await page.setViewportSize(PROMOTIONAL_TILE);
    await page.setContent(TILE);
    await page.screenshot({ path: join(PICTURES, 'tile.png') });
    console.log(`${count} pictures and the tile are in ${PICTURES}`);
  } finally {
    await painter.close();
    await rm(temporary, { recursive: true, force: true });
  }
}

const TILE = `<!doctype html><style>
  body { margin: 0; height: 100vh; display: grid; place-content: center; justify-items: center; gap: 16px;
    background: #ecebfb; color: #1f1a4b; font: 600 26px system-ui, sans-serif }
  svg { width: 96px; height: 96px }
  </style>${ICON}Dagster+ Link Helper`;
