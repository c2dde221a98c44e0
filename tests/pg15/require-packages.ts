/** Ends with code 1 and says what to install when something is missing. Run before the tests, by npm. */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { PACKAGES } from './packages.ts';

const missing = Object.entries(PACKAGES).filter(([, file]) => !existsSync(file)).map(([name]) => name);
if (missing.length > 0) {
  console.error(`The tests need Debian's PostgreSQL 15. As root: apt-get install ${missing.join(' ')}`);
  process.exit(1);
}
