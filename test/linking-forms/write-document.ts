/** Writes the document about linking forms anew: `npx tsx test/linking-forms/write-document.ts`. */
import { writeFileSync } from 'node:fs';
import { DOCUMENT_PATH, linkingFormsDocument } from './document';

writeFileSync(new URL(`../../${DOCUMENT_PATH}`, import.meta.url), linkingFormsDocument());
