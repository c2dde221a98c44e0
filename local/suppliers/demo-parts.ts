/**
 * What the sandbox sells of its own BOM (local/sandbox-bom.csv): real numbers, so that everything the product knows of them
 * holds, with stock and prices that are made up and marked as the sandbox's. Mouser's stand-in has all of it, DigiKey's and
 * element14's have some of it for less. Nexar is asked about what nobody else has for sale, which is nothing of it.
 */
import type { SupplierName } from '../../shared/domain/supplier.ts';

/** Of one piece from so many on, in dollars. */
export type Prices = readonly (readonly [quantity: number, price: number])[];

interface Sold {
  readonly stock: number;
  readonly prices: Prices;
}

/** As Mouser's stand-in sells it, and what others ask. */
export interface DemoPart extends Sold {
  readonly mpn: string;
  readonly manufacturer: string;
  readonly isObsolete?: true;
  readonly elsewhere?: Readonly<Partial<Record<SupplierName, Sold>>>;
}

/** All sell in one currency: sums of two are never added up. */
export const DEMO_SETTINGS = { ELEMENT14_STORE: 'www.newark.com' } as const;

const CHIP: Prices = [[1, 0.1], [10, 0.03], [1000, 0.008]];
/** A hundred cost less than the 85 that 25 boards take of three each. */
const BREAKS: Prices = [[1, 0.1], [10, 0.03], [100, 0.02], [1000, 0.008]];
const LED: Prices = [[1, 0.3], [100, 0.12]];
const OTHER: Prices = [[1, 0.9], [100, 0.55], [1000, 0.4]];
/** Less than Mouser's but from a hundred on; chip capacitors only from a thousand on. */
const DIGIKEY = {
  digikey: { stock: 1500, prices: [[1, 0.8], [100, 0.6], [1000, 0.35]] },
} as const satisfies DemoPart['elsewhere'];
const DIGIKEY_CHIP = {
  digikey: { stock: 20000, prices: [[1, 0.1], [10, 0.035], [1000, 0.006]] },
} as const satisfies DemoPart['elsewhere'];
/** The least of all, for a few boards. */
const NEWARK = {
  element14: { stock: 60, prices: [[1, 0.7], [100, 0.5]] },
} as const satisfies DemoPart['elsewhere'];

const of = (
  manufacturer: string,
  prices: Prices,
  stock: number,
  mpns: readonly string[],
  elsewhere: DemoPart['elsewhere'] = {},
): DemoPart[] => mpns.map((mpn) => ({ mpn, manufacturer, prices, stock, elsewhere }));

export const DEMO_PARTS: readonly DemoPart[] = [
  ...of('Murata', CHIP, 20000, [
    'GRM188R61E106MA73D',
    'GRM155R71C104KA88D',
    'GRM155R71H103KA88D',
    'GRM1555C1H180JA01D',
    'GRM1555C1H100JA01D',
    'GRM155R61A105KE15D',
    'GRM155R71H102KA01D',
    'GRM1555C1H220JA01D',
    'GRM1555C1H470JA01D',
    'GRM155R71H222KA01D',
    'GRM155R71H472KA01D',
    'GRM1555C1H101JA01D',
  ], DIGIKEY_CHIP),
  ...of('Yageo', CHIP, 20000, [
    'RC0603FR-0747KL',
    'CC0402KRX7R7BB104',
    'RC0603FR-071KL',
    'RC0603FR-072K2L',
    'RC0603FR-073K3L',
    'RC0603FR-074K7L',
    'RC0603FR-075K1L',
    'RC0603FR-076K8L',
    'RC0603FR-0715KL',
    'RC0603FR-0722KL',
    'RC0603FR-0733KL',
    'RC0603FR-0768KL',
    'RC0603FR-07100KL',
    'RC0603FR-07220KL',
    'RC0603FR-07470KL',
    'RC0603FR-071ML',
    'RC0603FR-07100RL',
    'RC0603FR-07220RL',
    'RC0603FR-07330RL',
    'RC0603FR-07470RL',
    'RC0603FR-0722RL',
    'RC0603FR-0710RL',
    'RC0603FR-0756KL',
    'RC0603FR-0747RL',
  ]),
  ...of('JST', OTHER, 20000, ['S2B-PH-SM4-TB'], NEWARK),
  // Three lines ask for it: each would have enough for 25 boards by itself.
  ...of('Lite-On', LED, 120, ['LTST-C190KGKT']),
  ...of('Yageo', BREAKS, 20000, ['RC0603FR-0710KL']),
  ...of('Samsung Electro-Mechanics', CHIP, 20000, ['CL05B104KO5NNNC']),
  ...of('Murata', OTHER, 4000, ['BLM18AG601SN1D'], DIGIKEY),
  ...of('Alpha & Omega Semiconductor', OTHER, 4000, ['AO3400A'], DIGIKEY),
  ...of('onsemi', OTHER, 4000, ['MMBT3904'], DIGIKEY),
  ...of('Nexperia', OTHER, 4000, ['BAT54S'], DIGIKEY),
  ...of('Littelfuse', OTHER, 4000, ['SMAJ5.0A', '1206L050YR'], DIGIKEY),
  ...of('STMicroelectronics', OTHER, 4000, ['STM32G031K8T6', 'USBLC6-2SC6'], DIGIKEY),
  ...of('Texas Instruments', OTHER, 4000, ['SN74HC595DR', 'LM358DR'], DIGIKEY),
  ...of('JST', OTHER, 4000, ['B2B-PH-K-S', 'B4B-PH-K-S'], NEWARK),
  ...of('Lite-On', OTHER, 4000, ['LTST-C190KRKT']),
  ...of('onsemi', OTHER, 900, ['NCP1117ST33T3G']).map((part) => ({ ...part, isObsolete: true as const })),
];

/** What one of them has of it. */
export const soldBy = (supplier: SupplierName): readonly DemoPart[] =>
  DEMO_PARTS.flatMap((part) => {
    const sold = supplier === 'mouser' ? part : part.elsewhere?.[supplier];
    return sold ? [{ ...part, stock: sold.stock, prices: sold.prices }] : [];
  });
