/** The moving picture that the README begins with: each step of the journey in a window, with a sentence under it. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findOrInstall } from '../browsers/installed';
import type { Step } from './walk';

const IMAGES = join(import.meta.dirname, '../../docs/images');

/** The picture starts anew after it. */
const LAST_SECONDS = 2;

/** Of what is shown, in the order of the walk: the sentence, and for how long it can be read. */
const CAPTIONS: Readonly<Record<string, readonly [caption: string, seconds: number]>> = {
  'revealed-token': ['In Dagster+, reveal a user token', 1.4],
  'popup-on-dagster': ['Press the button: token, organization and deployment are read', 1.9],
  'empty-form': ['The linking form of the StackOne Hub asks for these three', 1.4],
  'popup-on-hub': ['Press the button there: it names the form and its page', 1.8],
  'popup-filled': ['Press “Fill linking form”: the fields are filled and read back', 1.9],
  'filled-form': ['Nothing is sent until you press Connect', 1.4],
  linked: ['Press Connect: the account is linked', LAST_SECONDS],
};

/** For people who asked for less motion: the moment that says most. */
const STILL = 'popup-filled';

/** @param walk the journey; writes `journey.gif` and `journey.png` */
export async function record(walk: (step: Step) => Promise<void>): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'link-helper-recording-'));
  const painter = await chromium.launch({
    executablePath: await findOrInstall('chrome'),
    args: ['--no-sandbox'],
  });
  try {
    const page = await painter.newPage();
    const frames: string[] = [];
    await walk(async (_, name, tab, popup) => {
      const [caption, seconds] = CAPTIONS[name] ?? [];
      if (!caption) throw new Error(`There is no caption for the step “${name}”.`);
      await tab.screenshot(join(temporary, 'tab.png'));
      await popup?.screenshot(join(temporary, 'popup.png'));
      const inTab = await readFile(join(temporary, 'tab.png'));
      const inPopup = popup && (await readFile(join(temporary, 'popup.png')));
      await page.setContent(windowWith({ address: await tab.url(), caption, inTab, inPopup }));
      await page.locator('img').first().waitFor();
      const file = join(temporary, `${name}.png`);
      await page.locator('body').screenshot({ path: file });
      if (name === STILL) await writeFile(join(IMAGES, 'journey.png'), await readFile(file));
      frames.push(`file '${file}'\nduration ${seconds}`);
      console.log(caption);
    });
    await writeFile(join(temporary, 'frames.txt'), frames.join('\n'));
    const pictures = ['-f', 'concat', '-safe', '0', '-i', join(temporary, 'frames.txt')];
    ffmpeg(...pictures, '-vf', COLOURS, '-final_delay', `${LAST_SECONDS * 100}`, join(IMAGES, 'journey.gif'));
    ffmpeg('-i', join(IMAGES, 'journey.png'), '-vf', COLOURS, '-update', '1', join(temporary, 'still.png'));
    await writeFile(join(IMAGES, 'journey.png'), await readFile(join(temporary, 'still.png')));
  } finally {
    await painter.close();
    await rm(temporary, { recursive: true, force: true });
  }
}

/** 256 colours of its own for each picture, without dots in even surfaces. */
const COLOURS = 'split[a][b];[a]palettegen=stats_mode=single[p];[b][p]paletteuse=new=1:dither=none';

function ffmpeg(...args: string[]): void {
  execFileSync('ffmpeg', ['-y', '-loglevel', 'error', ...args], { stdio: 'inherit' });
}

interface Shown {
  readonly address: string;
  readonly caption: string;
  readonly inTab: Buffer;
  readonly inPopup: Buffer | undefined;
}

/** The markup of a window with a page in it, and the popup under the button that opens it. */
function windowWith({ address, caption, inTab, inPopup }: Shown): string {
  const { host, pathname } = new URL(address);
  const picture = (png: Buffer) => `<img src="data:image/png;base64,${png.toString('base64')}">`;
  return `<!doctype html><style>
    body { margin: 0; width: 1220px; position: relative; font: 14px system-ui, sans-serif; background: #fff }
    header { display: flex; gap: 12px; align-items: center; height: 44px; padding: 0 12px; background: #e8eaed }
    .address { flex: 1; padding: 6px 14px; border-radius: 15px; background: #fff; color: #3c4043 }
    .button { width: 30px; height: 30px; border-radius: 15px; display: grid; place-items: center }
    .pressed { background: #c6dafc; outline: 2px solid #4f43dd }
    .button svg { width: 20px; height: 20px }
    main { height: 680px; overflow: hidden } img { display: block }
    .popup { position: absolute; right: 8px; top: 48px; border-radius: 8px; overflow: hidden;
      box-shadow: 0 4px 24px #0008 }
    footer { padding: 14px; background: #1f1a4b; color: #fff; font-size: 28px; text-align: center }
    </style><body><header><span class="address">${host}${pathname.length > 1 ? pathname : ''}</span>
    <span class="button ${inPopup ? 'pressed' : ''}">${ICON}</span></header>
    <main>${picture(inTab)}</main>${inPopup ? `<div class="popup">${picture(inPopup)}</div>` : ''}
    <footer>${caption}</footer></body>`;
}

const ICON = await readFile(join(import.meta.dirname, '../../extension/icons/icon.svg'), 'utf8');
