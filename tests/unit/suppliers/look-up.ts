/** Asks a supplier about numbers, in as many calls as that takes. */
import { orderableKey } from '../../../shared/parts/part-number.ts';
import type { PartAnswer, PartQuestion, Supplier } from '../../../shared/suppliers/port.ts';

export const questionAbout = (mpn: string, manufacturer: string | null = null): PartQuestion => (
  { key: orderableKey(mpn), mpn, manufacturer }
);

/** The answers by the numbers that were asked for. */
export async function lookUp(
  supplier: Pick<Supplier, 'batchSize' | 'lookup'>,
  numbers: readonly string[],
  signal: AbortSignal = new AbortController().signal,
): Promise<ReadonlyMap<string, PartAnswer>> {
  const answers = new Map<string, PartAnswer>();
  for (let i = 0; i < numbers.length; i += supplier.batchSize) {
    const batch = numbers.slice(i, i + supplier.batchSize);
    const answered = await supplier.lookup(batch.map((number) => questionAbout(number)), signal);
    if (answered.size !== batch.length) throw new Error('answered other questions than it was asked');
    for (const number of batch) {
      const answer = answered.get(orderableKey(number));
      if (answer) answers.set(number, answer);
    }
  }
  return answers;
}
