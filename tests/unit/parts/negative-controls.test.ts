/**
 * Takes one guard away at a time and sees the harm that it prevents: a wrong part, a wrong value, a false alarm, a part that
 * does not stand the voltage. A control that finds none means that no test would notice the guard's loss either.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DENO, ROOT } from '../../support/stack.ts';

const PART_NUMBER = '../../../shared/parts/part-number.ts';
const SUFFIXES = '../../../shared/parts/suffixes.ts';
const CHIP_SIZES = '../../../shared/parts/text/chip-sizes.ts';

afterEach(() => {
  for (const path of [PART_NUMBER, SUFFIXES, CHIP_SIZES]) vi.doUnmock(path);
  vi.resetModules();
});

/** The matcher and all below it anew, with what was put in the place of a module. */
async function matcher() {
  vi.resetModules();
  await (await import('../../../shared/parts/decoders/source.ts')).loadSeries();
  const { resolvePart } = await import('../../../shared/enrich/resolve.ts');
  const { checkLine } = await import('../../../shared/assess/contradictions/index.ts');
  return { resolvePart, checkLine };
}

describe('without', () => {
  it('the difference of packing and finish, a leaded part is taken for the one that is free of lead', async () => {
    const other = { mpn: 'NCP1117ST33T3', manufacturer: null };
    expect((await matcher()).resolvePart(other)).toBeNull();
    vi.doMock(SUFFIXES, async (original) => {
      const given = await original<typeof import('../../../shared/parts/suffixes.ts')>();
      return {
        ...given,
        otherPackings: (mpn: string) => [...given.otherPackings(mpn), ...given.otherFinishes(mpn)],
      };
    });
    expect((await matcher()).resolvePart(other)?.step).toBe('packing');
  });

  it('points between digits, a part for 7 V is one for 70 V', async () => {
    const voltage = async () =>
      (await matcher()).resolvePart({ mpn: 'SMBJ7.0A', manufacturer: null })?.component.fields
        .nominal_voltage?.value;
    expect(await voltage()).toBe(7);
    vi.doMock(PART_NUMBER, async (original) => {
      const given = await original<typeof import('../../../shared/parts/part-number.ts')>();
      return { ...given, searchKey: (mpn: string) => given.searchKey(mpn).replaceAll('.', '') };
    });
    expect(await voltage()).toBe(70);
  });

  it('metric sizes, a chip that is called by its own is a wrong one', async () => {
    const found = async () => {
      const { resolvePart, checkLine } = await matcher();
      const { component } = resolvePart({ mpn: 'RC0603FR-0710KL', manufacturer: 'Yageo' })!;
      const line = { value: '10k', footprint: 'R1608', description: null };
      return checkLine(line, { part: component }).map((contradiction) => contradiction.check);
    };
    expect(await found()).toEqual([]);
    vi.doMock(CHIP_SIZES, async (original) => ({
      ...await original<object>(),
      sizesNamed: (digits: string) => [digits],
    }));
    expect(await found()).toEqual(['chip_size']);
  });

  it('the voltage of capacitors, one for 6.3 V stands in for one for 50 V', () => {
    const asked = 'GRM188R71H104KA93D';
    expect(leastVolts(asked, null)).toBeGreaterThanOrEqual(50);
    expect(leastVolts(asked, "less: ['tolerance'],\n    more: ['voltage_rating'],")).toBeLessThan(50);
  });
});

/** Of all that could stand in for a capacitor, with `guard` taken out of the rules; in V. */
function leastVolts(mpn: string, guard: string | null): number {
  const folder = mkdtempSync(join(tmpdir(), 'bomstream-equivalents-'));
  try {
    const parts = join(ROOT, 'shared/parts');
    const whole = readFileSync(join(parts, 'equivalents.ts'), 'utf8');
    if (guard !== null && whole.split(guard).length !== 2) {
      throw new Error(`the guard is not there once: ${guard}`);
    }
    const module = join(folder, 'equivalents.ts');
    writeFileSync(
      module,
      (guard === null ? whole : whole.replace(guard, "less: ['tolerance'],\n    more: [],"))
        .replaceAll("from '../", `from '${pathToFileURL(join(parts, '..'))}/`)
        .replaceAll("from './", `from '${pathToFileURL(parts)}/`),
    );
    const script = `
      import { decoder, loadSeries } from '${pathToFileURL(join(parts, 'decoders/source.ts'))}';
      import { equivalentsOf } from '${pathToFileURL(module)}';
      await loadSeries();
      const [{ fields, manufacturer }] = decoder.decode('${mpn}');
      console.log(Math.min(...equivalentsOf(fields, manufacturer).map(({ finding }) => finding.fields.voltage_rating.value)));
    `;
    return Number(execFileSync(DENO, ['eval', script], { cwd: ROOT, encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
