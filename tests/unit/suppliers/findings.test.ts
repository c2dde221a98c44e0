import { describe, expect, it } from 'vitest';
import { answerFrom, type ReadPart } from '../../../shared/suppliers/findings.ts';

const offer = {
  supplier_part_number: 'S-1',
  stock: null,
  min_quantity: null,
  multiple: null,
  lead_time_days: null,
  price_breaks: [],
  url: null,
};
const part = (named: string): ReadPart => ({
  mpn: 'MAX232',
  manufacturer: 'Analog Devices',
  named,
  supplierNumber: 'S-1',
  fields: {},
  offers: [offer],
});

describe('an offer', () => {
  it('keeps what its supplier calls the manufacturer, where that is another name', () => {
    const parts = [part('Maxim Integrated'), part('Analog Devices')];
    const answer = answerFrom({ key: 'MAX232', mpn: 'MAX232', manufacturer: null }, parts, true);
    expect(answer).toMatchObject({
      findings: [{
        manufacturer: 'Analog Devices',
        offers: [{ ...offer, manufacturer_as_given: 'Maxim Integrated' }, offer],
      }],
    });
    expect(JSON.stringify(answer).match(/manufacturer_as_given/g)).toHaveLength(1);
  });
});
