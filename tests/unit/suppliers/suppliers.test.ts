/** The contract of suppliers, on the memory fake and on each adapter over its stand-in. */
import { createDigiKey } from '../../../shared/suppliers/digikey/adapter.ts';
import { createElement14 } from '../../../shared/suppliers/element14/adapter.ts';
import { createMemorySupplier } from '../../../shared/suppliers/memory.ts';
import { createMouser } from '../../../shared/suppliers/mouser/adapter.ts';
import { createNexar } from '../../../shared/suppliers/nexar/adapter.ts';
import type { Supplier } from '../../../shared/suppliers/port.ts';
import { SUPPLIER_NAMES, type SupplierName } from '../../../shared/domain/supplier.ts';
import { CONTRACT_PARTS } from '../enrich/findings.ts';
import { supplierContract } from './contract.ts';
import { API_KEY, startStandIn } from './stand-in.ts';

supplierContract('the memory fake', () => {
  const supplier = createMemorySupplier({ name: 'memory', batchSize: 10, parts: CONTRACT_PARTS });
  return Promise.resolve({
    supplier,
    fail: (kind) => supplier.fail(kind === null ? null : { kind, reason: 'asked for' }),
    close: () => {},
  });
});

const log = () => {};
const credentials = { clientId: API_KEY, clientSecret: API_KEY, currency: 'USD', log };
const ADAPTERS: Readonly<Record<SupplierName, (apiUrl: string) => Omit<Supplier, 'limits'>>> = {
  mouser: (apiUrl) => createMouser({ apiKey: API_KEY, apiUrl, log }),
  digikey: (apiUrl) => createDigiKey({ ...credentials, apiUrl, site: 'US' }),
  element14: (apiUrl) => createElement14({ apiKey: API_KEY, apiUrl, store: 'uk.farnell.com', log }),
  nexar: (apiUrl) => createNexar({ ...credentials, apiUrl, country: 'US' }),
};

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
