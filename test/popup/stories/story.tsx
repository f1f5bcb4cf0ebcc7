/** Draws the case that the address names, in the look that it names, as the popup would. See `look.ts`. */
import { render } from 'preact';
import { Popup } from '../../../src/popup/view';
import { tellLanguage } from '../../../src/ui/language';
import { translate } from '../../translate';
import { LANGUAGES } from '../languages';
import { CASE_NAMES, stateOf } from '../states';
import { lookIn } from './look';

const { name: wanted, language, theme, size, forced } = lookIn(location.search);
const t = LANGUAGES.get(language) ?? translate;
const name = CASE_NAMES.find((known) => known === wanted);
const page = document.documentElement;
tellLanguage(page, t);
page.style.colorScheme = theme === 'system' ? '' : theme;
if (size === 'zoom') page.style.zoom = '2';
// What rem is told from, as the browser's setting for the size of letters.
if (size === 'font') page.style.fontSize = '26px';
if (forced) forceColors();
render(
  <Popup state={name ? stateOf(name, {}, t) : null} dispatch={() => undefined} t={t} />,
  document.getElementById('popup') as HTMLElement,
);
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
