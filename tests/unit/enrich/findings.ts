/** Findings of a made-up supplier, for tests. */
import type { SupplierFinding } from '../../../shared/suppliers/port.ts';

/** A part with all that is required of one that is neither a resistor nor a capacitor. */
export function finding(
  mpn: string,
  { manufacturer = 'Sandbox Devices', supplier = 'memory', fields = {} }: {
    manufacturer?: string;
    supplier?: string;
    fields?: SupplierFinding['fields'];
  } = {},
): SupplierFinding {
  const said = (value: string) => ({ value, source: `supplier:${supplier}`, confidence: 1 });
  return {
    mpn,
    manufacturer,
    fields: {
      manufacturer: said(manufacturer),
      category: said('other'),
      package: said('SOT-23'),
      description: said(`Sandbox part ${mpn}`),
      lifecycle: said('active'),
      rohs: said('compliant'),
      ...fields,
    },
    offers: [{
      supplier_part_number: `000-${mpn}-${manufacturer.replace(/\W/g, '')}`,
      stock: 10,
      min_quantity: 1,
      multiple: 1,
      lead_time_days: 7,
      price_breaks: [{ quantity: 1, price: 0.15, currency: 'USD' }],
      url: null,
    }],
  };
}

/** What the contract wants a supplier to know. */
export const CONTRACT_PARTS = [
  finding('SBX-RES-10K'),
  finding('SBX-PLUS'),
  finding('SBX-PLUS+'),
  finding('SBX-TWINS'),
  finding('SBX-TWINS', { manufacturer: 'Sandbox Semiconductor' }),
];
