/** The secrets of a local install, and the files that they are in. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeSecret } from '../../../local/secret-file.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'bomstream-keys-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a file with a secret', () => {
  it.each<[string, (file: string) => void]>([
    ['is new', () => {}],
    ['was left by a start that was killed, open to all', (file) => {
      writeFileSync(file, 'older');
      chmodSync(file, 0o666);
    }],
  ])('can be read by its owner alone when it %s', async (_what, before) => {
    const file = join(folder, 'secret');
    before(file);
    const umask = process.umask(0);
    try {
      await writeSecret(file, 'the secret');
    } finally {
      process.umask(umask);
    }
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    expect(readFileSync(file, 'utf8')).toBe('the secret');
  });
});
