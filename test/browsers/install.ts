/**
 * Finds or installs both browsers and prints where they are.
 *
 *     tsx test/browsers/install.ts
 *     tsx test/browsers/install.ts COMMAND ARGUMENTS…     runs the command with CHROMIUM and FIREFOX set
 */
import { spawnSync } from 'node:child_process';
import { findOrInstall } from './installed';

const CHROMIUM = await findOrInstall('chrome');
const FIREFOX = await findOrInstall('firefox');
console.log(`CHROMIUM=${CHROMIUM}\nFIREFOX=${FIREFOX}`);

const [command, ...args] = process.argv.slice(2);
if (command) {
  const env = { ...process.env, CHROMIUM, FIREFOX };
  const { status, error } = spawnSync(command, args, {
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  process.exitCode = status ?? 1;
}
