// Finds a Chromium for the browser tests, or gets one: Debian's package when we may install it, else Playwright's.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @returns {string | null} path of an executable; null when none is there and none can be had */
export function findChromium() {
  return installed() ??
    (mayUseApt() && install('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
      ? installed()
      : null) ??
    (install(process.execPath, [
        createRequire(import.meta.url).resolve('playwright-core/cli.js'),
        'install',
        'chromium',
      ])
      ? installed()
      : null);
}

function installed() {
  return [process.env.CHROMIUM, ...INSTALLED, chromium.executablePath()].find((path) =>
    path && existsSync(path)
  ) ?? null;
}

function mayUseApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log('Installing Chromium with apt …');
  return install('apt-get', ['update', '-q']);
}

function install(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}
