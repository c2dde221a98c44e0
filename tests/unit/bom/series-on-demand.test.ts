import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { DENO, ROOT } from '../../support/stack.ts';

/** In a process of its own: the tests of this one have the series from the start. */
const SCRIPT = `
import { previewUpload } from './shared/bom/upload.ts';
import { loadedTables } from './shared/parts/decoders/source.ts';

const areLoaded = () => {
  try {
    return loadedTables().length > 0;
  } catch {
    return false;
  }
};
for (const name of ['MPN', 'Type']) {
  const bytes = new TextEncoder().encode(name + ',Qty,Ref\\nRC0603FR-0710KL,1,R1\\nRC0603FR-0711KL,1,R2\\n');
  const { mapping } = await previewUpload({ name: 'bom.csv', bytes }, [], {});
  console.log(JSON.stringify([name, mapping.columns[0].role, areLoaded()]));
}
`;

it('the series are loaded for a file with a column that only known numbers can tell, and for no other', () => {
  const said = execFileSync(DENO, ['eval', SCRIPT], { cwd: ROOT, encoding: 'utf8' });
  expect(said.trim().split('\n').map((line) => JSON.parse(line))).toEqual([
    ['MPN', 'mpn', false],
    ['Type', 'mpn', true],
  ]);
});
