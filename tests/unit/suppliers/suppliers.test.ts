/** The contract of suppliers, on the memory fake and on each adapter over its stand-in. */
import { createMemorySupplier } from '../../../shared/suppliers/memory.ts';
import { SUPPLIER_NAMES } from '../../../shared/domain/supplier.ts';
import { CONTRACT_PARTS } from '../enrich/findings.ts';
import { ADAPTERS } from './adapters.ts';
import { supplierContract } from './contract.ts';
import { startStandIn } from './stand-in.ts';

supplierContract('the memory fake', () => {
  const supplier = createMemorySupplier({ name: 'memory', batchSize: 10, parts: CONTRACT_PARTS });
  return Promise.resolve({
    supplier,
    fail: (kind) => supplier.fail(kind === null ? null : { kind, reason: 'asked for' }),
    close: () => {},
  });
});

for (const name of SUPPLIER_NAMES) {
  supplierContract(name, async () => {
    const standIn = await startStandIn(name);
    const faults = { transient: 'unavailable', over_quota: 'quota', misconfigured: 'bad_key' } as const;
    return {
      supplier: ADAPTERS[name](standIn.apiUrl),
      fail: (kind) => standIn.fail(kind === null || kind === 'permanent' ? null : { kind: faults[kind] }),
      close: standIn.close,
    };
  });
}
