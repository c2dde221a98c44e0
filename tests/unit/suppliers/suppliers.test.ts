/** The contract of suppliers, on the memory fake and on Mouser's adapter over the stand-in. */
import { createMemorySupplier } from '../../../shared/suppliers/memory.ts';
import { createMouser } from '../../../shared/suppliers/mouser/adapter.ts';
import { supplierContract } from './contract.ts';
import { CONTRACT_PARTS } from '../enrich/findings.ts';
import { API_KEY, startStandIn } from './stand-in.ts';

supplierContract('the memory fake', () => {
  const supplier = createMemorySupplier({ name: 'memory', batchSize: 10, parts: CONTRACT_PARTS });
  return Promise.resolve({
    supplier,
    fail: (kind) => supplier.fail(kind === null ? null : { kind, reason: 'asked for' }),
    close: () => {},
  });
});

supplierContract('Mouser', async () => {
  const standIn = await startStandIn();
  const faults = { transient: 'unavailable', over_quota: 'quota', misconfigured: 'bad_key' } as const;
  return {
    supplier: createMouser({ apiKey: API_KEY, apiUrl: standIn.apiUrl, log: () => {} }),
    fail: (kind) => standIn.fail(kind === null || kind === 'permanent' ? null : { kind: faults[kind] }),
    close: standIn.close,
  };
});
