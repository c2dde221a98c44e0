/** A supplier in memory: the stand-in for unit tests, held to the same contract as the real ones. */
import type { Distributor } from '../parts/distributor-numbers.ts';
import type { PartAnswer, Supplier, SupplierFailure, SupplierFinding } from './port.ts';

export interface MemorySupplier extends Supplier {
  /** The numbers of each call so far. */
  readonly calls: readonly (readonly string[])[];
  /** What every call answers from now on; null: what it knows. */
  fail(failure: SupplierFailure | null): void;
}

/**
 * Knows the given parts by their manufacturers' numbers, letter for letter in any case, as a list of text does, and by its own
 * numbers where it stands for a distributor.
 */
export function createMemorySupplier(
  { name, batchSize, parts, distributor }: {
    readonly name: string;
    readonly batchSize: number;
    readonly parts: readonly SupplierFinding[];
    readonly distributor?: Distributor;
  },
): MemorySupplier {
  const calls: string[][] = [];
  let failing: SupplierFailure | null = null;
  return {
    name,
    limits: { perMinute: 30, perDay: 1_000, timeZone: 'UTC' },
    batchSize,
    ...(distributor && { distributor }),
    calls,
    fail: (failure) => {
      failing = failure;
    },
    takes: (number) => !number.includes('|'),
    lookup(questions, signal) {
      if (signal.aborted) return Promise.reject(signal.reason);
      calls.push(questions.map(({ mpn }) => mpn));
      return Promise.resolve(
        new Map(questions.map((asked): [string, PartAnswer] => {
          if (failing) return [asked.key, failing];
          const isAsked = (number: string) => number.toUpperCase() === asked.mpn.toUpperCase();
          const [first, ...others] = parts.filter(({ mpn, offers }) =>
            isAsked(mpn) ||
            (distributor && offers.some(({ supplier_part_number }) => isAsked(supplier_part_number)))
          );
          return [asked.key, first ? { kind: 'found', findings: [first, ...others] } : { kind: 'not_found' }];
        })),
      );
    },
  };
}
