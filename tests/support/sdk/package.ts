/** The SDK's package where the examples expect it. */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../stack.ts';

/** Others may read it, or build it, at the same time: each file is replaced as a whole, by one that says the same. */
export async function buildPackage(): Promise<void> {
  const root = join(ROOT, 'client');
  const built = mkdtempSync(join(root, '.dist-'));
  try {
    await build({ root, logLevel: 'warn', build: { outDir: built } });
    mkdirSync(join(root, 'dist'), { recursive: true });
    for (const file of readdirSync(built)) renameSync(join(built, file), join(root, 'dist', file));
  } finally {
    rmSync(built, { recursive: true });
  }
}
