/** Draws a browser's window around what a step of the walk shows: Chromium without a window shows page and popup apart. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Popup, Tab } from '../browsers/browser';

/** The two bars above and below the page. */
const HEADER_PX = 44;
const FOOTER_PX = 64;

/** The size of the page in a window of this size, in CSS pixels. */
export const pageIn = (window: { width: number; height: number }): { width: number; height: number } => ({
  width: window.width,
  height: window.height - HEADER_PX - FOOTER_PX,
});

/**
 * @param painter a page to draw in
 * @param folder for what lies between
 * @returns a PNG of the tab with its address above it, the caption below, and the popup under the button that opens it
 */
export async function windowPicture(
  painter: Page,
  folder: string,
  caption: string,
  tab: Tab,
  popup?: Popup,
): Promise<Buffer> {
  await tab.screenshot(join(folder, 'tab.png'));
  await popup?.screenshot(join(folder, 'popup.png'));
  const inTab = await readFile(join(folder, 'tab.png'));
  const inPopup = popup && (await readFile(join(folder, 'popup.png')));
  await painter.setContent(windowWith({ address: await tab.url(), caption, inTab, inPopup }));
  await painter.locator('img').first().waitFor();
  return painter.locator('body').screenshot();
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
    body { margin: 0; width: fit-content; position: relative; font: 14px system-ui, sans-serif; background: #fff }
    header { display: flex; gap: 12px; align-items: center; box-sizing: border-box; height: ${HEADER_PX}px; padding: 0 12px; background: #e8eaed }
    .address { flex: 1; padding: 6px 14px; border-radius: 15px; background: #fff; color: #3c4043 }
    .button { width: 30px; height: 30px; border-radius: 15px; display: grid; place-items: center }
    .pressed { background: #c6dafc; outline: 2px solid #4f43dd }
    .button svg { width: 20px; height: 20px }
    img { display: block }
    .popup { position: absolute; right: 8px; top: 48px; border-radius: 8px; overflow: hidden;
      box-shadow: 0 4px 24px #0008 }
    footer { height: ${FOOTER_PX}px; line-height: ${FOOTER_PX}px; background: #1f1a4b; color: #fff; font-size: 28px; text-align: center }
    </style><body><header><span class="address">${host}${pathname.length > 1 ? pathname : ''}</span>
    <span class="button ${inPopup ? 'pressed' : ''}">${ICON}</span></header>
    <main>${picture(inTab)}</main>${inPopup ? `<div class="popup">${picture(inPopup)}</div>` : ''}
    <footer>${caption}</footer></body>`;
}

/** The extension's icon as markup. */
export const ICON = await readFile(join(import.meta.dirname, '../../extension/icons/icon.svg'), 'utf8');
