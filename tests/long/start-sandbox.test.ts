/** The sandbox, started as a stranger starts it. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DENO, findFreePorts, ROOT } from '../support/stack.ts';

describe('npm start -- --sandbox', () => {
  it('enriches parts of the sandbox and says that they are made up', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bomstream-sandbox-'));
    chmodSync(folder, 0o755); // root's database runs as another account, which has to get in here
    try {
      const { status, stdout, stderr } = spawnSync(
        DENO,
        ['run', '-A', 'local/start.ts', '--sandbox', '--once', '--port', String(await findFreePorts())],
        {
          cwd: ROOT,
          env: { ...process.env, BOMSTREAM_LOCAL: join(folder, 'local'), NO_COLOR: '1' },
          encoding: 'utf8',
        },
      );
      expect(status, stdout + stderr).toBe(0);
      expect(stdout).toMatch(/enriched\s+56\n\s+not found\s+1\n/);
      expect(stdout).toMatch(/nobody knows\s+XQ4471-B\n/);
      expect(stdout).toMatch(/suppliers\s+a sandbox: .*made up/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 180_000);
});
