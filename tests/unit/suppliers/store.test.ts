import { createMemorySupplierStore } from '../../../shared/suppliers/memory-store.ts';
import { createManualClock } from '../support/clock.ts';
import { supplierStoreContract } from './store-contract.ts';

supplierStoreContract('the memory fake', () => {
  const clock = createManualClock();
  return Promise.resolve({
    store: createMemorySupplierStore({ callsPerMinute: 3, now: clock.now }),
    supplier: 'contract',
    lineIds: ['line-1', 'line-2'],
    pass: clock.advance,
  });
});
