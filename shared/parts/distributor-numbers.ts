/** Distributors' own numbers by their shape, and the manufacturer's number inside where there is one. */
import { visibleText } from './part-number.ts';

export type Distributor = 'DigiKey' | 'Mouser' | 'LCSC' | 'Farnell' | 'Newark' | 'RS' | 'TME' | 'Arrow';

export interface DistributorNumber {
  /** Null where neither the BOM nor the shape says whose it is. */
  readonly distributor: Distributor | null;
  /**
   * What may be the manufacturer's number, without what the distributor adds: Mouser leaves out some of its characters,
   * DigiKey has numbers of its own in the same place.
   */
  readonly inner: string | null;
  /** Whether the inner text is the manufacturer's number for certain, though perhaps shortened. */
  readonly isCertain: boolean;
}

const NAMES: readonly (readonly [pattern: RegExp, distributor: Distributor])[] = [
  [/digi[- ]?key|^dk$/i, 'DigiKey'],
  [/mouser/i, 'Mouser'],
  [/lcsc|jlc|szlcsc/i, 'LCSC'],
  [/newark/i, 'Newark'],
  [/farnell/i, 'Farnell'],
  [/^rs\b|rs[- ]?(?:online|components|pn)|allied/i, 'RS'],
  [/^tme\b|transfer multisort/i, 'TME'],
  [/^arrow|^avnet|^future|^verical|^chip1stop|^onlinecomponents/i, 'Arrow'],
];

/** `68K1234`, `03AC2659`. Farnell's have digits alone. */
const NEWARK = /^\d{2}[A-Z]{1,2}\d{4}$/;

/** element14 is the name of two shops, of which neither knows the other's numbers: whose number it is. */
export const shopOfElement14 = (number: string): 'Farnell' | 'Newark' =>
  NEWARK.test(number.replace(/\s/g, '').toUpperCase()) ? 'Newark' : 'Farnell';

const none = (distributor: Distributor | null): DistributorNumber => ({
  distributor,
  inner: null,
  isCertain: false,
});

function distributorCalled(supplier: string, number: string): Distributor | null {
  const named = NAMES.find(([pattern]) => pattern.test(supplier))?.[1];
  if (named) return named;
  return /element ?14/i.test(supplier) ? shopOfElement14(number) : null;
}

/** Reads a distributor's number. `supplier` is what the BOM calls the distributor; null where it does not say. */
export function readDistributorNumber(supplier: string | null, text: string): DistributorNumber {
  const number = visibleText(text).trim();
  const named = supplier === null ? null : distributorCalled(supplier, number);
  if (/-ND$/i.test(number)) return digiKey(number);
  if (/^C\d{2,9}$/i.test(number) && (named === 'LCSC' || named === null)) return none('LCSC');
  // `81-GRM188R71H104KA93D`: two or three digits for the manufacturer, then its number.
  const mouser = /^(\d{2,3})-(\S.*)$/.exec(number);
  if (named === 'Mouser' || (named === null && mouser && /[A-Z].*\d|\d.*[A-Z]/i.test(mouser[2]!))) {
    return mouser
      ? {
        distributor: 'Mouser',
        inner: mouser[1] === YAGEO ? yageo(mouser[2]!) : mouser[2]!,
        isCertain: true,
      }
      : none('Mouser');
  }
  if (/^\d{3}-\d{4}[A-Z]?$/.test(number) && (named === 'RS' || named === null)) return none('RS');
  if (NEWARK.test(number) && (named === 'Newark' || named === null)) return none('Newark');
  if (/^\d{5,8}(?:RL)?$/.test(number) && named !== 'TME') return none(named);
  if (named === 'TME' || named === 'Arrow') return { distributor: named, inner: number, isCertain: false };
  return none(named);
}

/** Mouser's digits for Yageo, whose capacitors it writes without the first zero of their size. */
const YAGEO = '603';
const yageo = (inner: string) => inner.replace(/^(C[CSQ]|AC)(201|402|603|805)(?=[A-Z])/i, '$10$2');

/** `MCP7940NT-I/SNCT-ND` is the manufacturer's number and `CT`; `296-47360-1-ND` and `P1.10KHCT-ND` are DigiKey's own. */
function digiKey(number: string): DistributorNumber {
  const inner = number.replace(/-ND$/i, '').replace(/(?:CT|TR|DKR)$/i, '').replace(/-(?:CT|TR|DKR)?$/i, '');
  return /^\d{1,4}-.*$/.test(inner)
    ? none('DigiKey')
    : { distributor: 'DigiKey', inner: inner === '' ? null : inner, isCertain: false };
}

/** `P4.70KHCT-ND` (Panasonic), `311-10.0KHRCT-ND` (Yageo) and `541-10.0KHCT-ND` (Vishay): the resistance, then size and tolerance. */
const DIGIKEY_RESISTOR = /^(?:P|311-|541-)(\d+(?:\.\d+)?)([KM]?)[A-Z]{1,3}(?:CT|TR|DKR)-ND$/i;

/** What one of DigiKey's own numbers for chip resistors says, in ohms; null for other numbers. */
export function digiKeyResistance(text: string): number | null {
  const found = DIGIKEY_RESISTOR.exec(visibleText(text).trim());
  if (!found) return null;
  return Number(found[1]) * { K: 1e3, M: 1e6, '': 1 }[found[2]!.toUpperCase() as 'K' | 'M' | ''];
}
