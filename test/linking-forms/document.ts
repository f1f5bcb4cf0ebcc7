/** The document about linking forms, made from the tables that the tests walk. */
import type { DetailName } from '../../src/link-details';
import { detailWord } from '../../src/words';
import { HUB_CASES, type HubCase } from '../hub/cases';
import { HUB_VERSIONS } from '../sites/hub-releases';
import { translate as t } from '../translate';
import { COMMAND_MOMENTS, MOMENTS } from './moments';
import { PLACE_CASES, type PlaceCase } from './places';
import { describeObstacle, sentenceOf } from './sentences';

/** Where the document is kept, from the root of the project. */
export const DOCUMENT_PATH = 'docs/linking-forms.md';

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const cell = (text: string): string => text.replaceAll('|', '\\|');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function happensAt({ happens }: PlaceCase): string {
  if (happens === 'filled') return 'Filled.';
  if (happens === 'filled-inside')
    return `Filled at “${t('fill_inside')}”; after that, until the browser closes, at “${t('fill')}”.`;
  if ('asksWhich' in happens) return `The popup asks “${t('which_form')}”; the chosen one is filled.`;
  if ('asksAccessTo' in happens)
    return `The popup offers “${t('allow_frame', happens.asksAccessTo)}”; filled as soon as access is allowed.`;
  return `Left alone: “${t(happens.refusedBecause)}”`;
}

const labels = (names: readonly DetailName[]): string => names.map((name) => detailWord(name, t)).join(', ');

function happensWith(hubCase: HubCase): string {
  const { happens } = hubCase;
  if ('notFilled' in happens) return `Left alone: “${describeObstacle(hubCase)}”`;
  const kept = (Object.keys(happens.written) as DetailName[]).filter(
    (name) => happens.written[name] === 'kept',
  );
  const note = kept.length > 0 ? ` ${labels(kept)} held the value already.` : '';
  return `“${sentenceOf(hubCase)}”${note}`;
}

/** The whole document as Markdown. */
export function linkingFormsDocument(): string {
  return `# Linking forms

What the extension does with each linking form of the StackOne Hub. The tables are made from those that the tests walk, so each line is tried out with the real Hub. Write the document anew with \`npm run docs\`; a test fails while it is stale.

The releases of \`@stackone/hub\` that the tests use: ${HUB_VERSIONS.join(', ')}, each as web component and as React component. Nothing here presses Connect.

## Where the form is

${table(
  ['The form is …', 'The popup says', 'What happens'],
  PLACE_CASES.map((each) => [each.place, each.heading, happensAt(each)]),
)}

## What the form looks like

${table(
  ['The person meets …', 'What happens'],
  HUB_CASES.map((each) => [each.meets, happensWith(each)]),
)}

A connector that is not known to be Dagster's has a button of its own, “${t('fill_anyway')}”. A form that has only one of the three labels, such as Prefect's, counts as no linking form. The details stay held unless all three values were read back from the form.

## When

${table(
  ['What has happened', 'The popup says'],
  Object.values(MOMENTS).map(({ moment, says }) => [moment, upperFirst(says)]),
)}

## Without the popup

The command “${t('command_fill')}” goes through the same gate. Its outcome is a badge on the toolbar button (✓ when all three values were read back, ! otherwise), the button's tooltip, and the status of the next popup on that tab, which takes the badge away.

${table(
  ['Where the command is given', 'Tooltip and status'],
  Object.values(COMMAND_MOMENTS).map(({ moment, says }) => [moment, says]),
)}
`;
}
