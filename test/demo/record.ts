/** The moving picture that the README begins with: each step of the journey in a window, with a sentence under it. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findOrInstall } from '../browsers/installed';
import type { Step } from './walk';
import { windowPicture } from './window-picture';

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
      const picture = await windowPicture(page, temporary, caption, tab, popup);
      const file = join(temporary, `${name}.png`);
      await writeFile(file, picture);
      if (name === STILL) await writeFile(join(IMAGES, 'journey.png'), picture);
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
