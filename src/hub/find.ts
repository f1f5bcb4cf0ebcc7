/** All that is asked about one document with linking forms, by whoever looks at it. */
import { isVisible } from '../page/visibility';
import { documentContext } from './document-context';
import type { LinkingFormFinder } from './in-page';
import { reportDocument, type SearchAccess, searchForms } from './linking-form';
import { createLooks } from './looks';

/** @param access what the world it runs in lets it do besides */
export function createFinder(document: Document, access: SearchAccess): LinkingFormFinder {
  const looks = createLooks();
  return {
    looks,
    report: () => reportDocument(document, { ...access, looks }),
    context: () => documentContext(document),
    search: (names) => searchForms(document, access, names),
    isVisible: (option) => isVisible(option, 'text'),
  };
}
