/** One supplier's adapter over its stand-in, for the tests of a file. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { SupplierName } from '../../../shared/domain/supplier.ts';
import type { PartAnswer, SupplierFinding } from '../../../shared/suppliers/port.ts';
import { ADAPTERS } from './adapters.ts';
import { lookUp } from './look-up.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

export function useStandIn(name: SupplierName) {
  let standIn: StandIn;
  beforeAll(async () => standIn = await startStandIn(name));
  beforeEach(() => standIn.reset());
  afterAll(() => standIn.close());
  const supplier = () => ADAPTERS[name](standIn.apiUrl);

  async function answerOf(number: string): Promise<PartAnswer> {
    return (await lookUp(supplier(), [number])).get(number)!;
  }
  return {
    standIn: () => standIn,
    supplier,
    answerOf,
    async finding(number: string): Promise<SupplierFinding> {
      const answer = await answerOf(number);
      if (answer.kind !== 'found') throw new Error(`${number} is ${answer.kind}`);
      return answer.findings[0];
    },
  };
}
