/**
 * First step of `npm test`: looks for a browser and gets one where there is none, so that the tests
 * run on a machine that has nothing but Node and npm. Says nothing when all is there.
 */
import { spawnSync } from 'node:child_process';
import { findBrowser, runs } from './support/browser.mjs';

/**
 * @param {string} program
 * @param {string[]} args
 */
function succeeds(program, args) {
  const { status } = spawnSync(program, args, {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 10 * 60_000,
  });
  return status === 0;
}

function installPlaywrights() {
  return succeeds(process.execPath, [
    'node_modules/@playwright/test/cli.js',
    'install',
    'chromium',
  ]);
}

function installDebians() {
  if (process.getuid?.() !== 0 || !runs('apt-get')) return false;
  const install = () =>
    succeeds('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  return install() || (succeeds('apt-get', ['update']) && install());
}

function prepare() {
  if (findBrowser()) return true;
  process.stderr.write('No browser found: getting Chromium ...\n');
  return (installPlaywrights() && findBrowser()) || (installDebians() && findBrowser());
}

if (!prepare()) {
  process.stderr.write(
    'The tests need Chromium. Type: sudo apt-get install chromium (or set CHROMIUM to the path of one)\n',
  );
  process.exit(1);
}
