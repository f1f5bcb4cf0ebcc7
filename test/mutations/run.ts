/**
 * `npm run test:mutations`: takes the guard of each promise away, and of each rule by which pages are looked at, one at a
 * time, and sees whether the test beside it notices. Writes `docs/mutations.md`; with words after `--` it tries the
 * promises that begin with them, or whose heading does, and the rules of the file of that name, and writes nothing. Ends
 * with 1 where a test does not notice.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT_PATH, mutationsDocument, type Row } from './document';
import { aim, type Mutation } from './mutation';
import { OF_PROMISES, OF_RULES } from './mutations';
import { promises, ROOT } from './promises';
import { projectOf, Trial, type Verdict } from './trial';

const COPIES = 2;

const all = promises();
const wanted = process.argv.slice(2).join(' ');

const ofPromises = OF_PROMISES.map((mutation) => {
  const target = aim(mutation, all);
  if ('wrong' in target) throw new Error(target.wrong);
  return { mutation, ...target };
}).filter(({ promised: { section, promise } }) => section.startsWith(wanted) || promise.startsWith(wanted));
const ofRules = OF_RULES.filter(({ file }) => file.startsWith(wanted)).map((mutation) => ({
  mutation,
  promised: null,
  test: mutation.test,
}));
const aimed = [...ofPromises, ...ofRules];

/** Tests that fail with all guards in place would prove nothing. */
async function seeThemPass(trial: Trial): Promise<void> {
  for (const project of new Set(aimed.map(({ test }) => projectOf(test.file)))) {
    const verdict = await trial.run(
      aimed.map(({ test }) => test).filter(({ file }) => projectOf(file) === project),
    );
    if ('broken' in verdict) throw new Error(verdict.broken);
    if (verdict.failed > 0)
      throw new Error(`With all guards in place ${verdict.failed} tests of ${project} fail.`);
  }
}

const isRed = (verdict: Verdict): boolean => 'failed' in verdict && verdict.failed > 0;

function say({ file, done }: Mutation, verdict: Verdict): void {
  const what = isRed(verdict) ? 'red' : 'broken' in verdict ? `BROKEN: ${verdict.broken}` : 'NOT NOTICED';
  console.info(`${what}: ${file}: ${done}`);
}

const trials = Array.from({ length: Math.min(COPIES, aimed.length) }, (_, index) => new Trial(String(index)));
try {
  const [first] = trials;
  if (first) await seeThemPass(first);
  const rows: Row[] = [];
  const waiting = aimed.entries();
  await Promise.all(
    trials.map(async (trial) => {
      for (const [index, { mutation, promised, test }] of waiting) {
        const verdict = await trial.without(mutation, test);
        say(mutation, verdict);
        rows[index] = { mutation, promised, test, red: isRed(verdict) };
      }
    }),
  );
  if (wanted === '') writeFileSync(join(ROOT, DOCUMENT_PATH), mutationsDocument(rows, all));
  const missed = rows.filter(({ red }) => !red).length;
  console.info(`${rows.length - missed} of ${rows.length} were noticed.`);
  process.exitCode = missed === 0 ? 0 : 1;
} finally {
  for (const trial of trials) trial.remove();
}
