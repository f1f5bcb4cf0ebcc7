/** In which language the popup speaks. */
import type { Translate } from '../words';

/**
 * Tells readers of the page, and the browser that draws it, language and direction of the words. They stand among the
 * words, because the browser's own language is another one where the extension does not speak it.
 */
export function tellLanguage(page: Pick<HTMLElement, 'lang' | 'dir'>, t: Translate): void {
  page.lang = t('language');
  page.dir = t('direction');
}
