/**
 * Finds or installs both browsers and prints where they are.
 *
 *     tsx test/browsers/install.ts
 *     tsx test/browsers/install.ts COMMAND ARGUMENTS…     runs the command with CHROMIUM and FIREFOX set
 *     tsx test/browsers/install.ts --oldest COMMAND …     the same with the oldest browsers that are tested
 */
import { spawnSync } from 'node:child_process';
import { findOrInstall } from './installed';
import { unpackOldest } from './oldest';

const given = process.argv.slice(2);
const oldest = given[0] === '--oldest';
const [command, ...args] = oldest ? given.slice(1) : given;

const find = oldest ? unpackOldest : findOrInstall;
const CHROMIUM = await find('chrome');
const FIREFOX = await find('firefox');
console.log(`CHROMIUM=${CHROMIUM}\nFIREFOX=${FIREFOX}`);

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
