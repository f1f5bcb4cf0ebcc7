/** Draws the story that the address names, in the look that it names, as the extension would. See `look.ts`. */
import { render } from 'preact';
import { Popup } from '../../src/popup/view';
import { tellLanguage } from '../../src/ui/language';
import { LANGUAGES } from '../popup/languages';
import { CASE_NAMES, stateOf } from '../popup/states';
import { translate } from '../translate';
import { PAGE_NAMES, PAGES } from '../ui/pages';
import { lookIn } from './look';

const { name: wanted, language, theme, size, forced } = lookIn(location.search);
const t = LANGUAGES.get(language) ?? translate;
const page = document.documentElement;
tellLanguage(page, t);
page.style.colorScheme = theme === 'system' ? '' : theme;
if (size === 'zoom') page.style.zoom = '2';
// What rem is told from, as the browser's setting for the size of letters.
if (size === 'font') page.style.fontSize = '26px';
if (forced) forceColors();
const root = document.getElementById('story') as HTMLElement;
const inTab = PAGE_NAMES.find((name) => name === wanted);
const inPopup = CASE_NAMES.find((name) => name === wanted);
if (inTab) {
  await import('../../src/welcome/welcome.css');
  render(PAGES[inTab](t), root);
} else {
  await import('../../src/popup/popup.css');
  const state = inPopup ? stateOf(inPopup, {}, t) : null;
  render(<Popup state={state} dispatch={() => undefined} t={t} />, root);
}
document.body.dataset.drawn = 'true';

/** No page can ask for forced colours: this draws with the colours of the system only, as they do. */
function forceColors(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { background-color: Canvas !important; border-color: CanvasText !important; color: CanvasText !important;
      box-shadow: none !important; fill: none }
    button, button * { background-color: ButtonFace !important; color: ButtonText !important }
    :disabled, :disabled * { color: GrayText !important }
  `);
  document.adoptedStyleSheets = [sheet];
}
