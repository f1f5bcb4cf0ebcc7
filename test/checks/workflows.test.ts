import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const WORKFLOWS = join(ROOT, '.github/workflows');

it.each(readdirSync(WORKFLOWS))(
  '%s pins its actions by commit, may only read, and runs commands that are there',
  (file) => {
    const workflow = readFileSync(join(WORKFLOWS, file), 'utf8');
    const actions = [...workflow.matchAll(/uses: (.*)/g)].map(([, action]) => action);
    expect(actions.filter((action) => !/^[\w/-]+@[0-9a-f]{40} # v[\d.]+$/.test(action ?? ''))).toEqual([]);
    expect(workflow.match(/permissions:\n.*\n/g)).toEqual(['permissions:\n  contents: read\n']);
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const run = [...workflow.matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script);
    expect(run.filter((script) => !(script in scripts))).toEqual([]);
  },
);
