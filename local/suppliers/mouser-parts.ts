/**
 * The parts of the supplier stand-in. All but those of the demo are made up, and everything about them says so: the
 * manufacturer, the numbers and the descriptions. Written the way Mouser writes, its oddities included.
 */

import { soldBy } from './demo-parts.ts';

const MANUFACTURER = 'Sandbox Devices';
const SITE = 'https://sandbox.invalid';

/** A part as it goes over the wire. */
export type WirePart = Readonly<Record<string, unknown>>;

function part(mpn: string, more: WirePart): WirePart {
  return {
    MouserPartNumber: `000-${mpn}`,
    ManufacturerPartNumber: mpn,
    Manufacturer: MANUFACTURER,
    Description: `Sandbox part ${mpn}: made up, not for sale`,
    Category: '',
    DataSheetUrl: `${SITE}/${mpn}.pdf`,
    ProductDetailUrl: `${SITE}/${mpn}`,
    Availability: '1200 In Stock',
    AvailabilityInStock: '1200',
    LeadTime: '63 Days',
    LifecycleStatus: null,
    IsDiscontinued: 'false',
    ROHSStatus: 'RoHS Compliant',
    Min: '1',
    Mult: '1',
    PriceBreaks: prices('USD', [1, '$0.15'], [10, '$0.106'], [1000, '$0.02']),
    ProductAttributes: [{ AttributeName: 'Packaging', AttributeValue: 'Cut Tape' }],
    ProductCompliance: [{ ComplianceName: 'USHTS', ComplianceValue: '8533210030' }],
    ...more,
  };
}

function prices(currency: string, ...breaks: readonly (readonly [number, string])[]) {
  return breaks.map(([Quantity, Price]) => ({ Quantity, Price, Currency: currency }));
}

const NAMED: readonly WirePart[] = [
  part('SBX-RES-10K', { Category: 'Thick Film Resistors - SMD' }),
  part('SBX-RES-10K', {
    MouserPartNumber: '001-SBX-RES-10K',
    Min: '5000',
    Mult: '5000',
    PriceBreaks: prices('USD', [5000, '$0.009']),
    ProductAttributes: [{ AttributeName: 'Packaging', AttributeValue: 'Reel' }],
  }),
  part('SBX-EURO', {
    Availability: '1200 Auf Lager',
    AvailabilityInStock: null,
    LeadTime: '63 Tage',
    PriceBreaks: prices('EUR', [1000, '1,456 €'], [100, '1.456,34 €'], [1, '€ 2.100,10']),
  }),
  part('SBX-DEAR', { PriceBreaks: prices('USD', [1, '$1,234'], [10, 'Quote'], [100, '$1,100']) }),
  part('SBX-YUAN', { PriceBreaks: prices('RMB', [1, '¥12']) }),
  part('SBX-LEADED', {
    ROHSStatus: 'RoHS Non-Compliant',
    LifecycleStatus: 'Not Recommended for New Designs',
  }),
  part('SBX-EXEMPT', { ROHSStatus: 'RoHS Compliant By Exemption', LifecycleStatus: 'New Product' }),
  part('SBX-OLD', {
    MouserPartNumber: 'N/A',
    IsDiscontinued: 'true',
    LifecycleStatus: 'Obsolete',
    ROHSStatus: 'N/A',
    AvailabilityInStock: '0',
    PriceBreaks: [],
  }),
  part('SBX-VAGUE', {
    LifecycleStatus: 'Factory Special Order',
    ROHSStatus: 'Konform',
    AvailabilityInStock: 'viele',
    Availability: null,
    LeadTime: null,
    DataSheetUrl: '',
    Min: '',
    Mult: null,
    PriceBreaks: null,
    ProductAttributes: null,
    ProductCompliance: null,
  }),
  part('SBX-TWINS', {}),
  part('SBX-TWINS', { MouserPartNumber: '002-SBX-TWINS', Manufacturer: 'Sandbox Semiconductor' }),
  part('SBX-PLUS', { ROHSStatus: 'RoHS Non-Compliant' }),
  part('SBX-PLUS+', {}),
];

const DEMO: readonly WirePart[] = soldBy('mouser').map((
  { mpn, manufacturer, stock, prices: breaks, isObsolete },
) =>
  part(mpn, {
    Manufacturer: manufacturer,
    Description: `Sandbox: stock and prices of ${mpn} are made up`,
    DataSheetUrl: '',
    Availability: `${stock} In Stock`,
    AvailabilityInStock: `${stock}`,
    LifecycleStatus: isObsolete ? 'Obsolete' : null,
    PriceBreaks: prices('USD', ...breaks.map(([quantity, price]) => [quantity, `$${price}`] as const)),
    ProductCompliance: [],
  })
);

/** As many parts as a test needs: `SBX-00001` to `SBX-99999`. */
const NUMBERED = /^SBX-\d{5}$/i;

/** What is sold under a number, either the manufacturer's or the supplier's own: letter for letter, in any case. */
export function partsFor(number: string): readonly WirePart[] {
  if (NUMBERED.test(number)) return [part(number.toUpperCase(), {})];
  const wanted = number.toUpperCase();
  return [...NAMED, ...DEMO].filter((each) =>
    [each.ManufacturerPartNumber, each.MouserPartNumber].some((own) => String(own).toUpperCase() === wanted)
  );
}
