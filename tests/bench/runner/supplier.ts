/** A stack whose runners ask the supplier stand-in, with limits so high that they decide nothing. */
import type { TestStackOptions } from '../../support/stack.ts';
import { type StandIn, startStandIn } from '../../unit/suppliers/stand-in.ts';
import { type BenchStack, withStack } from './stack.ts';

const PLENTY = 1_000_000;

export interface BenchSupplier extends BenchStack {
  readonly supplier: StandIn;
  /** Forgets what the supplier answered so far: every part is new again. */
  forget(): Promise<void>;
}

export async function withSupplier<T>(
  options: TestStackOptions,
  work: (bench: BenchSupplier) => Promise<T>,
): Promise<T> {
  const supplier = await startStandIn();
  try {
    return await withStack({ ...options, settings: supplier.settings }, async (bench) => {
      await bench.admin.query(
        `insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone)
         values ('mouser-sandbox', $1, $1, 'UTC')`,
        [PLENTY],
      );
      return await work({
        ...bench,
        supplier,
        forget: async () => void await bench.admin.query('delete from bomstream.supplier_answers'),
      });
    });
  } finally {
    await supplier.close();
  }
}
