import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readLocalFile } from '../../../cli/local-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-file-'));
  vi.stubEnv('INIT_CWD', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

it('reads a file by its name, whatever that is made of', async () => {
  const name = 'Stückliste v2 (neu).csv';
  await writeFile(join(folder, name), 'MPN\n');
  expect((await readLocalFile(name)).name).toBe(name);
});

it.skipIf(process.platform === 'win32').each([
  ['C:\\boms\\x.csv', '/mnt/c/boms/x.csv'],
  ['d:/boms/x y.csv', '/mnt/d/boms/x y.csv'],
])('says of %s that it is a path of Windows, and what WSL calls it', async (path, elsewhere) => {
  await expect(readLocalFile(path)).rejects.toThrow(
    `Cannot read ${path}, which is a path of Windows. In WSL that file is ${elsewhere}.`,
  );
});

it.skipIf(process.platform === 'win32')(
  'reads a file whose name alone looks like one of Windows',
  async () => {
    await writeFile(join(folder, 'C:\\x.csv'), 'MPN\n');
    expect((await readLocalFile('C:\\x.csv')).bytes.length).toBe(4);
  },
);

it('says of any other what is missing', async () => {
  await expect(readLocalFile('none.csv')).rejects.toThrow(
    `Cannot read ${join(folder, 'none.csv')}: there is no such file.`,
  );
});
