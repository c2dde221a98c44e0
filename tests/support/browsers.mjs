// Finds the browsers that tests drive, or gets them: Debian's packages when we may install them, and for Chromium Playwright's, too.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FIREFOXES = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** @returns {string | null} path of an executable; null when none is there and none can be had */
export function findChromium() {
  const find = () => firstOf(process.env.CHROMIUM, ...CHROMIUMS, chromium.executablePath());
  return find() ??
    (installWithApt('chromium') ? find() : null) ??
    (install(process.execPath, [
        createRequire(import.meta.url).resolve('playwright-core/cli.js'),
        'install',
        'chromium',
      ])
      ? find()
      : null);
}

/** @returns {string | null} the same of Firefox, which only Debian's package brings */
export function findFirefox() {
  const find = () => firstOf(process.env.FIREFOX, ...FIREFOXES);
  return find() ?? (installWithApt('firefox-esr') ? find() : null);
}

const firstOf = (...paths) => paths.find((path) => path && existsSync(path)) ?? null;

function installWithApt(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${name} with apt …`);
  return install('apt-get', ['update', '-q']) &&
    install('apt-get', ['install', '-y', '--no-install-recommends', name]);
}

function install(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  }).status === 0;
}
