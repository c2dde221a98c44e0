/**
 * What the sandbox sells of its own BOM (local/sandbox-bom.csv): real numbers, so that everything the product knows of them
 * holds, with stock and prices that are made up and marked as the sandbox's.
 */

/** Of one piece from so many on, in dollars. */
export type Prices = readonly (readonly [quantity: number, price: number])[];

export interface DemoPart {
  readonly mpn: string;
  readonly manufacturer: string;
  readonly stock: number;
  readonly prices: Prices;
  readonly isObsolete?: true;
}

const CHIP: Prices = [[1, 0.1], [10, 0.03], [1000, 0.008]];
/** A hundred cost less than the 85 that 25 boards take of three each. */
const BREAKS: Prices = [[1, 0.1], [10, 0.03], [100, 0.02], [1000, 0.008]];
const LED: Prices = [[1, 0.3], [100, 0.12]];
const OTHER: Prices = [[1, 0.9], [100, 0.55], [1000, 0.4]];

const of = (manufacturer: string, prices: Prices, stock: number, mpns: readonly string[]): DemoPart[] =>
  mpns.map((mpn) => ({ mpn, manufacturer, prices, stock }));

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
  ]),
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
  ...of('JST', OTHER, 20000, ['S2B-PH-SM4-TB']),
  // Three lines ask for it: each would have enough for 25 boards by itself.
  ...of('Lite-On', LED, 120, ['LTST-C190KGKT']),
  ...of('Yageo', BREAKS, 20000, ['RC0603FR-0710KL']),
  ...of('Samsung Electro-Mechanics', CHIP, 20000, ['CL05B104KO5NNNC']),
  ...of('Murata', OTHER, 4000, ['BLM18AG601SN1D']),
  ...of('Alpha & Omega Semiconductor', OTHER, 4000, ['AO3400A']),
  ...of('onsemi', OTHER, 4000, ['MMBT3904']),
  ...of('Nexperia', OTHER, 4000, ['BAT54S']),
  ...of('Littelfuse', OTHER, 4000, ['SMAJ5.0A', '1206L050YR']),
  ...of('STMicroelectronics', OTHER, 4000, ['STM32G031K8T6', 'USBLC6-2SC6']),
  ...of('Texas Instruments', OTHER, 4000, ['SN74HC595DR', 'LM358DR']),
  ...of('JST', OTHER, 4000, ['B2B-PH-K-S', 'B4B-PH-K-S']),
  ...of('Lite-On', OTHER, 4000, ['LTST-C190KRKT']),
  ...of('onsemi', OTHER, 900, ['NCP1117ST33T3G']).map((part) => ({ ...part, isObsolete: true as const })),
];
