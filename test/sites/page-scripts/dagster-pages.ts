/** Reads texts and saved Dagster+ pages, and says of which something else is told than should be. */
import { LEDGER, readVariant, VARIANTS } from '../../dagster/page-variants';
import { isReadable, READABLE, UNREADABLE } from '../../dagster/readable-texts';
import type { Treated } from './treatments';

const wrong: string[] = [];
const texts = [
  ...UNREADABLE.map(([how, html]) => ({ how, html, can: false })),
  ...READABLE.map(([how, html]) => ({ how, html, can: true })),
];
for (const { how, html, can } of texts)
  if (isReadable(html) !== can) wrong.push(`a text that ${how} can ${can ? 'not ' : ''}be read`);
document.body.replaceChildren();
for (const [name, html] of VARIANTS) {
  const { wrong: fields } = await readVariant(html);
  if (fields.join() !== (LEDGER[name]?.fields ?? []).join()) wrong.push(`${name}: ${fields}`);
  document.body.replaceChildren();
}
(globalThis as { treated?: Treated }).treated = { count: texts.length + VARIANTS.length, wrong };
