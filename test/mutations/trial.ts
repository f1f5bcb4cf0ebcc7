/** A copy of the repository in which guards are taken away, and the tests that run in it. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Mutation, mutated } from './mutation';
import { type NamedTest, ROOT } from './promises';

/** How the named tests of one file ended. `broken`: the reason why none of them ran. */
export type Verdict = { readonly ran: number; readonly failed: number } | { readonly broken: string };

const PROJECTS: readonly [RegExp, string][] = [
  [/\.dom\.test\.tsx?$/, 'dom'],
  [/^test\/e2e\//, 'e2e-chrome'],
  [/^test\/build\//, 'build'],
  [/./, 'unit'],
];

export const projectOf = (file: string): string => PROJECTS.find(([path]) => path.test(file))?.[1] ?? 'unit';

/** Tests of what is built need it built anew from the mutated source. */
const needsBuild = (project: string): boolean => project === 'build' || project.startsWith('e2e');

/** A title as it stands in a file → what Vitest is to look for in the names of tests: `%s` can be anything. */
const pattern = (title: string): string =>
  title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/%[sijo]|…/g, '.*');

/** What Vitest reports of one test. */
interface Assertion {
  readonly title: string;
  readonly ancestorTitles: readonly string[];
  readonly status: string;
}

export class Trial {
  readonly #folder: string;

  /** @param name tells copies apart that are used at the same time */
  constructor(name: string) {
    // Beside the original, so that the packages need not be copied: they are linked.
    this.#folder = join(ROOT, '.mutations', name);
    this.remove();
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: ROOT,
    });
    for (const path of listed.toString().split('\0').filter(Boolean)) {
      mkdirSync(dirname(join(this.#folder, path)), { recursive: true });
      cpSync(join(ROOT, path), join(this.#folder, path));
    }
    execFileSync('cp', ['-al', join(ROOT, 'node_modules'), join(this.#folder, 'node_modules')]);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Runs the test without the guard, and puts the guard back. */
  async without(mutation: Mutation, test: NamedTest): Promise<Verdict> {
    const path = join(this.#folder, mutation.file);
    const text = readFileSync(path, 'utf8');
    const changed = mutated(text, mutation);
    if (changed === null) return { broken: `The guard does not stand once in ${mutation.file}.` };
    writeFileSync(path, changed);
    try {
      return await this.run([test]);
    } finally {
      writeFileSync(path, text);
    }
  }

  /** Runs tests of one project as the copy is now. */
  async run(tests: readonly NamedTest[]): Promise<Verdict> {
    const project = projectOf(tests[0]?.file ?? '');
    if (needsBuild(project)) {
      const built = await this.#npx('vite build --mode chrome && npx vite build --mode firefox');
      if (built.code !== 0) return { broken: `It does not build: ${built.output.slice(-400)}` };
    }
    const report = join(this.#folder, 'report.json');
    rmSync(report, { force: true });
    const files = [...new Set(tests.map(({ file }) => file))].join(' ');
    const titles = [...new Set(tests.map(({ title }) => pattern(title)))].join('|');
    const { output } = await this.#npx(
      `vitest run --project ${project} ${files} --reporter json --outputFile ${report} -t "$TITLES"`,
      titles,
    );
    try {
      const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
        testResults: { assertionResults: Assertion[] }[];
      };
      // Vitest finds these words in other titles, too.
      const named = tests.map(({ title }) => new RegExp(`^${pattern(title)}$`));
      const isNamed = ({ title, ancestorTitles }: Assertion): boolean =>
        [title, ...ancestorTitles].some((one) => named.some((test) => test.test(one)));
      const ended = testResults.flatMap(({ assertionResults }) =>
        assertionResults.filter(isNamed).map(({ status }) => status),
      );
      const failed = ended.filter((status) => status === 'failed').length;
      const ran = failed + ended.filter((status) => status === 'passed').length;
      return ran > 0 ? { ran, failed } : { broken: `No test ran: ${output.slice(-400)}` };
    } catch {
      return { broken: `No test ran: ${output.slice(-400)}` };
    }
  }

  #npx(command: string, titles = ''): Promise<{ code: number | null; output: string }> {
    return new Promise((resolve) => {
      const child = spawn('sh', ['-c', `npx ${command}`], {
        cwd: this.#folder,
        env: { ...process.env, TITLES: titles },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
      child.on('close', (code) => resolve({ code, output }));
    });
  }
}
