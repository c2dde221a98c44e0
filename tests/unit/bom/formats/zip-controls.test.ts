/**
 * Takes one guard of the ZIP reader away at a time and sees the harm it prevents: the bomb is unpacked. A control that finds
 * none means that the tests of the guard would not notice its loss either.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zip } from '../../../support/bom-files/zip.ts';
import { DENO, ROOT } from '../../../support/stack.ts';

const FORMATS = join(ROOT, 'shared/bom/formats');
const BOMB_BYTES = 100 * 1024 * 1024;

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'bomstream-zip-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a reader does with a bomb: how much it hands out, and how it ends. In a process of its own, for the memory. */
function unpack(bomb: Uint8Array, guard: string | null): { readonly chars: number; readonly end: string } {
  const whole = readFileSync(join(FORMATS, 'zip.ts'), 'utf8');
  if (guard !== null && whole.split(guard).length !== 2) {
    throw new Error(`the guard is not there once: ${guard}`);
  }
  const source = (guard === null ? whole : whole.replace(guard, ''))
    .replaceAll("from '../", `from '${pathToFileURL(join(FORMATS, '..'))}/`)
    .replaceAll("from './", `from '${pathToFileURL(FORMATS)}/`);
  const [reader, file] = [join(folder, 'zip.ts'), join(folder, 'bomb.zip')];
  writeFileSync(reader, source);
  writeFileSync(file, bomb);
  const script = `
    import { Zip } from '${pathToFileURL(reader)}';
    let [chars, end] = [0, 'read'];
    try {
      await new Zip(await Deno.readFile(${
    JSON.stringify(file)
  })).read('bomb', (piece) => chars += piece.length);
    } catch (error) {
      end = error.code ?? String(error);
    }
    console.log(JSON.stringify({ chars, end }));
  `;
  return JSON.parse(execFileSync(DENO, ['eval', script], { cwd: ROOT, encoding: 'utf8' }));
}

const spaces = () => new Uint8Array(BOMB_BYTES).fill(0x20);

describe('without', () => {
  it('the sum of what the directory says, a bomb that says how large it is is unpacked', () => {
    const bomb = zip({ bomb: spaces() });
    expect(unpack(bomb, null)).toEqual({ chars: 0, end: 'unpacks_too_large' });
    expect(unpack(bomb, 'total > this.#limits.unpackedBytes || ')).toEqual({
      chars: BOMB_BYTES,
      end: 'read',
    });
  });

  it('the end at what an entry says of itself, a bomb that says less is unpacked', () => {
    const bomb = zip({ bomb: spaces() }, { lies: { bomb: { bytes: 1_000 } } });
    const { chars, end } = unpack(bomb, null);
    expect(end).toBe('unpacks_too_large');
    expect(chars).toBeLessThanOrEqual(1_000);
    expect(unpack(bomb, 'if (bytes > entry.bytes) throw unpacksTooLarge(this.#limits);')).toMatchObject({
      chars: BOMB_BYTES,
    });
  });
});
