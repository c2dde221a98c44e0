/**
 * Files of every kind, broken in every way: each is read or refused in words, and what is read stays within its
 * bounds. `BOMSTREAM_FUZZ_FILES=10000` tries that many; every day it is some hundred.
 */
import { env } from 'node:process';
import { describe, expect, it } from 'vitest';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from '../../../../shared/bom/limits.ts';
import { openFile } from '../../../../shared/bom/open.ts';
import { previewOpened } from '../../../../shared/bom/preview.ts';
import { BomRefusal } from '../../../../shared/bom/refusal.ts';
import type { Table } from '../../../../shared/bom/table.ts';
import { mutated } from '../../../support/bom-files/mutated.ts';

const FILES = Number(env.BOMSTREAM_FUZZ_FILES ?? 300);

const textsOf = ({ name, rows }: Table) => [name ?? '', ...rows.flatMap(({ cells }) => cells)].join();

describe('a file that is broken', () => {
  it(`is read within its bounds or refused in words, ${FILES} times`, async () => {
    const outcomes = new Map<string, number>();
    for (let seed = 1; seed <= FILES; seed += 1) {
      const [kind, bytes] = mutated(seed);
      let outcome = 'read';
      try {
        const opened = await openFile(bytes);
        const { tables } = opened;
        // What a database would not store is in no cell and no name.
        expect(/[\0\p{Surrogate}]/u.test(tables.map(textsOf).join()), `seed ${seed}, ${kind}`).toBe(false);
        let cells = 0;
        for (const { rows, block } of tables) {
          expect(rows.length, `seed ${seed}, ${kind}`).toBeLessThanOrEqual(MAX_ROWS);
          expect(rows.length, `seed ${seed}, ${kind}`).toBeGreaterThan(0);
          for (const row of rows) {
            expect(row.cells.length, `seed ${seed}, ${kind}`).toBeLessThanOrEqual(MAX_COLUMNS);
            expect(row.cells.at(-1), `seed ${seed}, ${kind}`).not.toBe('');
            if (block === null) cells += row.cells.length;
          }
        }
        expect(cells).toBeLessThanOrEqual(MAX_CELLS);
        previewOpened(opened, {});
      } catch (error) {
        if (!(error instanceof BomRefusal)) throw new Error(`seed ${seed}, ${kind}`, { cause: error });
        outcome = error.code;
      }
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    // Neither so broken that nothing is read, nor so little that nothing is refused.
    expect(outcomes.get('read')).toBeGreaterThan(FILES / 5);
    expect(outcomes.get('damaged_file')).toBeGreaterThan(FILES / 20);
  }, 600_000);
});
