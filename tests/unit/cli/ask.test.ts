/** Questions at a terminal, in a terminal. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../support/stack.ts';
import { inTerminal as seenInTerminal } from '../../support/terminal.ts';

const PROMPT = '1-3 [1]: ';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bomstream-ask-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    root: ROOT,
    build: {
      ssr: 'cli/ask.ts',
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'ask.mjs' } },
    },
  });
  writeFileSync(
    join(folder, 'asks.mjs'),
    `import { terminalAsker } from './ask.mjs';
const ask = terminalAsker();
if (!ask) console.log('nobody');
else {
  try {
    console.log('chosen: ' + await ask('Which of them?', ['one', 'two', 'three']));
  } catch (error) {
    console.log('failed: ' + error.message);
  }
}
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the program says where each of `typed` is typed at a prompt of its own. */
const inTerminal = async (typed: readonly string[]): Promise<string> =>
  (await seenInTerminal([process.execPath, join(folder, 'asks.mjs')], typed.map((keys) => [PROMPT, keys])))
    .screen;

describe('a question at a terminal', () => {
  it('is shown with its options, and asked again until one of them is chosen', async () => {
    const said = await inTerminal(['4\r', 'two\r', '0\r', '2\r']);
    expect(said).toContain('Which of them?');
    expect(said).toMatch(/1 {2}one\s+2 {2}two\s+3 {2}three/);
    expect(said.split(PROMPT)).toHaveLength(5);
    expect(said).toContain('chosen: 1');
  });

  it('takes the first option for an answer without words', async () => {
    expect(await inTerminal(['\r'])).toContain('chosen: 0');
  });

  it.each([['Ctrl-D', '\x04'], ['Ctrl-C', '\x03']])('ends with %s', async (_what, key) => {
    expect(await inTerminal([key])).toContain('failed: Nothing was chosen.');
  });

  it('is not asked where nobody can answer', async () => {
    const pipe = spawn(process.execPath, [join(folder, 'asks.mjs')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    pipe.stdout.setEncoding('utf8').on('data', (text: string) => said += text);
    await new Promise((resolve, reject) => pipe.once('error', reject).once('close', resolve));
    expect(said).toBe('nobody\n');
  });
});
