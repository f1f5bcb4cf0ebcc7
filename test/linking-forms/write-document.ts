/** Writes the document about linking forms anew: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { DOCUMENT_PATH, linkingFormsDocument } from './document';

writeFileSync(new URL(`../../${DOCUMENT_PATH}`, import.meta.url), linkingFormsDocument());
