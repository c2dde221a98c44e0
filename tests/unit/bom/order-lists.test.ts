/**
 * Order lists of one BOM for 25 boards, each row worked out by hand beside its part. Spares are the larger of a share and of
 * pieces, see assess/cost/attrition.ts.
 */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type MarketOffer, sellerOf } from '../../../shared/assess/cost/market.ts';
import { prepare, summarize, type SummaryLine, type SummaryPart } from '../../../shared/assess/summary.ts';
import { openText } from '../../../shared/bom/open.ts';
import { previewOpened } from '../../../shared/bom/preview.ts';
import { FORMS } from '../../../shared/bom/export/order-lists/forms.ts';
import { joined, words as inWords } from '../../../shared/bom/export/order-lists/list.ts';
import { type ListOptions, makeOrderList } from '../../../shared/bom/export/order-lists/make.ts';
import { fileText, statementOf } from '../../../shared/bom/export/order-lists/statement.ts';
import type { LineWords, Words } from '../../../shared/bom/export/order-lists/words.ts';
import { ORDER_LISTS } from '../../../shared/domain/order-lists.ts';

const offer = (
  supplier: string,
  number: string,
  currency: string,
  prices: readonly number[],
  more: Partial<MarketOffer> = {},
): MarketOffer => ({
  supplier,
  supplier_part_number: number,
  seller: null,
  packaging: null,
  reeling_fee: null,
  max_quantity: null,
  stock: 10_000,
  min_quantity: 1,
  multiple: 1,
  lead_time_days: null,
  prices: { [currency]: prices },
  // 1 November 2026
  observed_at: 1_793_491_200,
  ...more,
});

interface Sketch {
  readonly mpn: string;
  readonly manufacturer?: string;
  readonly facts?: Partial<SummaryPart>;
  readonly offers?: readonly MarketOffer[];
  /** Each on a line of its own. */
  readonly lines: readonly (Partial<SummaryLine> & Partial<LineWords>)[];
}

const CHIP = { category: 'chip_resistor', package: '0603 (1608 metric)' };

const SKETCHES: readonly Sketch[] = [
  // Lines 1 and 2. (2 + 1) × 25 = 75, and 10 spares: 85 at 0.02 are 1.70, 100 at 0.01 are 1.00, with 15 left over.
  {
    mpn: 'RC0603FR-0710KL',
    manufacturer: 'Yageo',
    facts: CHIP,
    offers: [
      offer('mouser', '603-RC0603FR-0710KL', 'USD', [1, 0.1, 10, 0.02, 100, 0.01]),
      offer('digikey', '311-10.0KHRCT-ND', 'USD', [1, 0.1]),
    ],
    lines: [
      {
        quantity: 2,
        designators: 'R1, R2',
        value: '10k',
        footprint: 'R_0603',
        description: 'Resistor, thick film',
      },
      {
        quantity: 1,
        designators: 'R 10',
        value: '1k',
        footprint: 'R_0603',
        contradiction: 'error',
        sentence: 'The BOM says 1k, the part is 10k.',
      },
    ],
  },
  // Line 3. 25 and 1 spare: 26 at 8.00 are 208.00. There are 20: 6 missing.
  {
    mpn: 'STM32F405RGT6',
    manufacturer: 'STMicroelectronics',
    facts: { category: 'microcontroller', package: 'LQFP-64', pins: 64 },
    offers: [offer('digikey', '497-11767-ND', 'USD', [1, 10, 10, 9, 25, 8], { stock: 20 })],
    lines: [{ quantity: 1, designators: 'U1' }],
  },
  // Line 4. 25 and 20 spares: 45, in tens 50, at 0.05 are 2.50, with 5 left over.
  {
    mpn: 'GRM155R71C104KA88D',
    manufacturer: 'Murata',
    facts: { category: 'ceramic_capacitor', package: '0402 (1005 metric)' },
    offers: [offer('element14', '8819734', 'GBP', [10, 0.05], { min_quantity: 10, multiple: 10 })],
    lines: [{ quantity: 1, designators: 'C1', description: 'Capacitor, 100 nF, 16 V, X7R, 0402, ceramic' }],
  },
  // Line 5. 25 and 1 spare: 26 at 0.20 are 5.20.
  {
    mpn: 'S2B-PH-K-S',
    manufacturer: 'JST',
    facts: { category: 'connector' },
    offers: [offer('nexar', 'S2B-PH', 'EUR', [1, 0.2], { seller: 'TME' })],
    lines: [{ quantity: 1, designators: 'J1' }],
  },
  // Line 6. 25, of what too little is known for spares, at 0.01 are 0.25.
  {
    mpn: '1N4148W',
    manufacturer: 'JSCJ',
    offers: [offer('nexar', 'C81598', 'USD', [1, 0.01], { seller: 'LCSC' })],
    lines: [{ quantity: 1, designators: 'D1', footprint: 'SOD-123' }],
  },
  // Line 7. Nobody states a price, and its number has a comma. 25 are needed.
  {
    mpn: 'BC847B,215',
    manufacturer: 'Nexperia',
    lines: [{
      quantity: 1,
      designators: 'Q1',
      footprint: 'SOT-23',
      supplier_numbers: [{ supplier: 'LCSC', number: 'C8574' }],
    }],
  },
  // Line 8. What is on hand is enough.
  {
    mpn: 'RC0603FR-071KL',
    facts: { ...CHIP, own_stock: 1_000 },
    offers: [offer('mouser', '603-RC0603FR-071KL', 'USD', [1, 0.1])],
    lines: [{ quantity: 1, designators: 'R3', footprint: 'R_0603', value: '1k' }],
  },
  // Line 9. Somebody has to decide, whatever it costs.
  {
    mpn: 'LM358DR',
    offers: [offer('mouser', '595-LM358DR', 'USD', [1, 0.3])],
    lines: [{ quantity: 1, designators: 'U2', footprint: 'SOIC-8', review: 'needed' }],
  },
];

/** Lines 10 to 12, which got no part. */
const WITHOUT_PART: readonly Sketch['lines'][number][] = [
  {
    mpn: 'NOBODY KNOWS',
    manufacturer: 'Example Ltd',
    quantity: 1,
    designators: 'U3',
    footprint: 'QFN',
    result_status: 'not_found',
  },
  { mpn: 'LATER', quantity: 1, designators: 'U4', status: 'pending', result_status: null },
  { mpn: 'FIDUCIAL', quantity: 3, designators: 'FID1, FID2, FID3', status: 'skipped' },
];

const lines: SummaryLine[] = [];
const parts: SummaryPart[] = [];
const words = { lines: new Map(), parts: new Map() } satisfies Words;

function addLine({ mpn = null, ...given }: Sketch['lines'][number], part: string | null): void {
  const line_number = lines.length + 1;
  const { designators = null, manufacturer = null, value = null, footprint = null, description = null } =
    given;
  const { supplier_numbers = [], ...judged } = given;
  lines.push({
    line_id: `line ${line_number}`,
    line_number,
    mpn,
    quantity: null,
    part,
    status: part === null ? 'not_found' : 'enriched',
    result_status: 'enriched',
    review: 'none',
    contradiction: null,
    sentence: null,
    ...judged,
  });
  words.lines.set(`line ${line_number}`, {
    designators,
    manufacturer,
    value,
    footprint,
    description,
    supplier_numbers,
    source_row: line_number + 1,
  });
}

for (const { mpn, manufacturer = '', facts, offers = [], lines: asked } of SKETCHES) {
  for (const line of asked) addLine({ mpn, ...line }, mpn);
  words.parts.set(mpn, { mpn, manufacturer });
  parts.push({
    part: mpn,
    category: null,
    package: null,
    pins: null,
    lifecycle: null,
    rohs: null,
    own_stock: 0,
    ...facts,
    offers,
  });
}
for (const line of WITHOUT_PART) addLine(line, null);

const RULES = { attrition: 'assembler', supplier_fee: 0 } as const;
const made = (options: Partial<ListOptions> & Pick<ListOptions, 'list'>) =>
  makeOrderList(lines, parts, words, RULES, {
    boards: 25,
    alone: false,
    unpriced: false,
    without_wrong: false,
    without_not_found: false,
    ...options,
  });

const TEXTS = {
  digikey_paste: ['26,497-11767-ND,U1', '25,NOBODY KNOWS,U3'],
  digikey_upload: [
    'Quantity,Digi-Key or Manufacturer Part Number,Manufacturer,Customer Reference',
    '26,497-11767-ND,STMicroelectronics,U1',
    '25,NOBODY KNOWS,Example Ltd,U3',
  ],
  mouser_paste: ['603-RC0603FR-0710KL|100|R1,R2,R10'],
  mouser_upload: [
    'Mouser Part Number,Mfr Part Number,Manufacturer,Quantity,Reference',
    '603-RC0603FR-0710KL,RC0603FR-0710KL,Yageo,100,"R1,R2,R10"',
  ],
  lcsc: [
    'Quantity,Manufacture Part Number,Manufacturer(optional),Description(optional),LCSC Part Number(optional),Package(optional),Customer Part Number(optional)',
    '25,1N4148W,JSCJ,,C81598,,D1',
  ],
  // Whoever assembles needs every designator, of wrong and unknown parts, too.
  jlcpcb: [
    'Comment,Designator,Footprint,JLCPCB Part #',
    '10k,"R1,R2",R_0603,',
    '1k,R10,R_0603,',
    'STM32F405RGT6,U1,,',
    'GRM155R71C104KA88D,C1,,',
    'S2B-PH-K-S,J1,,',
    '1N4148W,D1,SOD-123,C81598',
    '"BC847B,215",Q1,SOT-23,C8574',
    '1k,R3,R_0603,',
    'LM358DR,U2,SOIC-8,',
    'NOBODY KNOWS,U3,QFN,',
    'LATER,U4,,',
  ],
  // At most thirty characters, no comma.
  farnell: ['8819734,50,Capacitor 100 nF 16 V X7R 0402,C1'],
  newark: [],
  tme: ['S2B-PH 26 J1'],
} as const;

describe('the order list of 25 boards for', () => {
  it.each(ORDER_LISTS)('%s', (list) => {
    expect(made({ list }).text).toBe(TEXTS[list].map((row) => `${row}\r\n`).join(''));
  });
});

it('costs over all lists of the mix what the summary says', () => {
  const lists = ['digikey_paste', 'mouser_upload', 'lcsc', 'farnell', 'tme'] as const;
  const sums = new Map<string, number>();
  for (const { currency, total } of lists.flatMap((list) => made({ list }).totals)) {
    sums.set(currency, (sums.get(currency) ?? 0) + total);
  }
  expect([...sums].toSorted()).toEqual([['EUR', 5.2], ['GBP', 2.5], ['USD', 209.25]]);
  const decided = lines.filter(({ review }) => review !== 'needed');
  const [cost] = summarize(prepare(decided, parts, RULES), 25).costs;
  expect(cost!.totals.map(({ currency, total }) => [currency, total])).toEqual([...sums].toSorted());
});

describe('a list states', () => {
  it('boards, sums, dates, spares, what is wrong, what costs less, who sells the rest, and what is left out and why', () => {
    expect(statementOf(FORMS.mouser_paste, 'Motor driver rev B.csv', made({ list: 'mouser_paste' }))).toEqual(
      [
        'Mouser, to paste: Motor driver rev B for 25 boards. 1 row, 1.00 USD net, without tax, freight and tariff.',
        'Prices as of 2026-11-01.',
        '10 spare pieces for what gets lost, 15 pieces more by minimums, multiples and price breaks.',
        '35 pieces from own stock.',
        'Buys 100 instead of 85 of 603-RC0603FR-0710KL: 0.70 USD less, 15 left over.',
        'Wrong, and listed as written: R, 10 (RC0603FR-0710KL). The BOM says 1k, the part is 10k.',
        '1 part from digikey, on the list for DigiKey (digikey_paste or digikey_upload).',
        '1 part from element14, on the list for Farnell (farnell).',
        '1 part from TME, on the list for TME (tme).',
        '1 part from LCSC, on the list for LCSC (lcsc).',
        'Nobody is known to sell 1 line (U3), which the list for DigiKey has, and this one not.',
        'Left out, somebody has to decide first: 1 line (U2).',
        'Left out, nothing to buy: 1 line (FID1, FID2, FID3).',
        'Left out, not looked up yet: 1 line (U4).',
        'Left out, nobody states a price (ask for unpriced ones to have them listed by their number): 1 line (Q1).',
        'Left out, what is on hand is enough: 1 line (R3).',
        'Left out, another supplier sells it for less, or alone: 4 lines (U1; C1; J1; D1).',
      ],
    );
  });

  it('how many pieces of a part are missing', () => {
    const list = made({ list: 'digikey_paste' });
    expect(list.short).toEqual([{ line_number: 3, name: 'U1', mpn: 'STM32F405RGT6', missing: 6, of: 26 }]);
    expect(statementOf(FORMS.digikey_paste, 'B', list)).toContain(
      'Short: U1 (STM32F405RGT6), 6 missing of 26.',
    );
  });

  it('all places of a part of which pieces are missing, on however many lines', () => {
    const short = lines[2]!;
    const more = { ...short, line_id: 'another', line_number: 99 };
    const named = new Map([...words.lines, ['another', {
      ...words.lines.get(short.line_id)!,
      designators: 'U7, U8, U9',
    }]]);
    const list = makeOrderList([...lines, more], parts, { ...words, lines: named }, RULES, {
      list: 'digikey_paste',
      boards: 25,
      alone: false,
      unpriced: false,
      without_wrong: false,
      without_not_found: false,
    });
    expect(list.short).toMatchObject([{ line_number: 3, name: 'U1, U7 and 2 more' }]);
  });

  it('no price and no spares of what is to be placed', () => {
    expect(statementOf(FORMS.jlcpcb, 'B', made({ list: 'jlcpcb', without_wrong: true }))).toEqual([
      'JLCPCB, BOM for assembly: B for 25 boards. 10 rows.',
      'It says what is placed where: quantities follow from the boards that are ordered.',
      'Not found, and listed as written: U3 (NOBODY KNOWS).',
      'Left out, wrong, as was asked: 1 line (R, 10).',
      'Left out, nothing to buy: 1 line (FID1, FID2, FID3).',
    ]);
  });

  it('nothing of prices and spares where it has no rows, and begins with no empty line then', () => {
    const list = makeOrderList(
      lines.map((line) => ({ ...line, status: 'skipped' as const })),
      [],
      words,
      RULES,
      {
        list: 'farnell',
        boards: 25,
        alone: false,
        unpriced: false,
        without_wrong: false,
        without_not_found: false,
      },
    );
    const statement = statementOf(FORMS.farnell, 'B', list);
    expect(statement).toEqual([
      'Farnell: B for 25 boards. 0 rows.',
      expect.stringMatching(/^Left out, nothing to buy: /),
    ]);
    expect(fileText(FORMS.farnell, list, statement)).toMatch(/^,,Farnell: B for 25 boards/);
  });

  it("that a sandbox made up what it says, and takes the sandbox's for the supplier's", () => {
    const sandbox = parts.map((part) => ({
      ...part,
      offers: part.offers.map((each) => ({ ...each, supplier: `${each.supplier}-sandbox` })),
    }));
    const list = makeOrderList(lines, sandbox, words, RULES, {
      list: 'digikey_paste',
      boards: 25,
      alone: false,
      unpriced: false,
      without_wrong: false,
      without_not_found: false,
    });
    expect(list.text).toBe('26,497-11767-ND,U1\r\n25,NOBODY KNOWS,U3\r\n');
    expect(statementOf(FORMS.digikey_paste, 'B', list).join()).toContain('made up');
  });
});

it('leaves wrong lines out where that is asked, before anything is pooled', () => {
  // 2 × 25 and 10 spares: 60 at 0.02 are 1.20, 100 at 0.01 are 1.00.
  const list = made({ list: 'mouser_paste', without_wrong: true });
  expect(list.text).toBe('603-RC0603FR-0710KL|100|R1,R2\r\n');
  expect(list.buy_more).toEqual([
    { number: '603-RC0603FR-0710KL', buy: 100, instead_of: 60, saved: 0.2, currency: 'USD' },
  ]);
  expect(list.wrong).toEqual([]);
  expect(list.left_out[0]).toEqual({
    reason: 'wrong',
    lines: [{ line_number: 2, name: 'R, 10', mpn: 'RC0603FR-0710KL' }],
  });
  expect(made({ list: 'jlcpcb', without_wrong: true }).text).not.toContain('R10');
});

describe('lines whose part nobody found', () => {
  const unknown = (mpn: string | null, more: Partial<SummaryLine> = {}): SummaryLine => ({
    ...lines[9]!,
    line_id: `unknown ${mpn} ${JSON.stringify(more)}`,
    mpn,
    ...more,
  });
  const of = (asked: readonly SummaryLine[], options: Partial<ListOptions> = {}) =>
    makeOrderList(asked, [], { ...words, lines: new Map() }, RULES, {
      list: 'mouser_paste',
      boards: 25,
      alone: false,
      unpriced: false,
      without_wrong: false,
      without_not_found: false,
      ...options,
    });

  it('are pooled by what is written, named, and left out where that is asked', () => {
    const asked = [unknown('ab-1'), unknown(' AB-1', { line_number: 11, quantity: 2 }), unknown('AB1')];
    const list = of(asked);
    expect(list.text).toBe('ab-1|75|\r\nAB1|25|\r\n');
    expect(list.not_found.map(({ line_number }) => line_number)).toEqual([10, 11, 10]);
    expect(of(asked, { without_not_found: true })).toMatchObject({
      text: '',
      not_found: [],
      left_out: [{ reason: 'no_part', lines: [{ mpn: 'ab-1' }, { mpn: 'AB1' }, { mpn: ' AB-1' }] }],
    });
  });

  it('are named as wrong where the BOM contradicts itself, and only so', () => {
    const wrong = { contradiction: 'error', sentence: 'The BOM says 1k and 10k.' } as const;
    const list = of([unknown('A', wrong)]);
    expect(list).toMatchObject({
      text: 'A|25|\r\n',
      wrong: [{ mpn: 'A', sentence: wrong.sentence }],
      not_found: [],
    });
    expect(of([unknown('A', wrong)], { without_wrong: true })).toMatchObject({ text: '', wrong: [] });
  });

  it.each<[string, SummaryLine, string]>([
    ['has no number', unknown(null), 'no_part'],
    ['has no quantity', unknown('A', { quantity: null }), 'no_quantity'],
    ['is to be decided', unknown('A', { review: 'rejected' }), 'ask'],
    ['was not looked up yet', unknown('A', { result_status: null, status: 'pending' }), 'pending'],
    ['is not placed', unknown('A', { status: 'skipped' }), 'nothing_to_buy'],
  ])('are left out where one %s', (_what, line, reason) => {
    expect(of([line])).toMatchObject({ text: '', left_out: [{ reason }] });
  });

  it('are left out where the distributor takes its own numbers alone', () => {
    expect(of([unknown('A')], { list: 'farnell' }).left_out).toMatchObject([{ reason: 'no_number' }]);
  });

  it('are on each list where no part has a price, which says so', () => {
    for (const name of ['mouser_paste', 'digikey_paste'] as const) {
      const list = of([unknown('A')], { list: name });
      expect(list.rows).toBe(1);
      expect(statementOf(FORMS[name], 'B', list)).toContain(
        'Nobody is known to sell 1 line (A), which this list has, and others may: order each from one distributor.',
      );
    }
  });

  it('are not said to be on a list that has no number to write', () => {
    const list = of([unknown('A')], { list: 'farnell' });
    expect(list).toMatchObject({ rows: 0, unsold: [] });
    expect(statementOf(FORMS.farnell, 'B', list).at(-1)).toBe(
      "Left out, the distributor's own number is needed, and unknown: 1 line (A).",
    );
  });
});

it('takes everything from one distributor where that is asked', () => {
  // 85 at 0.10 and 208.
  const list = made({ list: 'digikey_paste', alone: true });
  expect(list.text).toBe('85,311-10.0KHRCT-ND,R1/R2/R10\r\n26,497-11767-ND,U1\r\n25,NOBODY KNOWS,U3\r\n');
  expect(list.totals).toEqual([{ currency: 'USD', total: 216.5 }]);
  expect(list.elsewhere).toEqual([]);
});

it('tells of one distributor what it is not known to sell from what it states no price for', () => {
  const priceless = parts.map((part) =>
    part.part === 'BC847B,215' ? { ...part, offers: [offer('mouser', '771-BC847B', 'USD', [])] } : part
  );
  const list = makeOrderList(lines, priceless, words, RULES, {
    list: 'mouser_paste',
    boards: 25,
    alone: true,
    unpriced: false,
    without_wrong: false,
    without_not_found: false,
  });
  const linesOf = (reason: string) =>
    list.left_out.find((each) => each.reason === reason)?.lines.map(({ line_number }) => line_number);
  expect(linesOf('no_price')).toEqual([7]);
  expect(linesOf('not_sold')).toEqual([3, 4, 5, 6]);
  expect(statementOf(FORMS.mouser_paste, 'B', list)).toContain(
    'Left out, Mouser is not known to sell it: 4 lines (U1; C1; J1; D1).',
  );
});

describe('what nobody is known to sell', () => {
  const NAMES = ['digikey_paste', 'mouser_paste', 'lcsc', 'farnell', 'tme'] as const;
  /** The lists that have the number, of one mix. */
  const listsWith = (number: string, of: (list: (typeof NAMES)[number]) => string) =>
    NAMES.filter((name) => of(name).includes(number));

  it('is on one list of a mix, and ordered once', () => {
    expect(listsWith('NOBODY KNOWS', (list) => made({ list }).text)).toEqual(['digikey_paste']);
    const list = made({ list: 'digikey_paste' });
    expect(list.left_out.map(({ reason }) => reason)).not.toContain('other_list');
    expect(list.unsold).toEqual([{
      distributor: 'DigiKey',
      lines: [{ line_number: 10, name: 'U3', mpn: 'NOBODY KNOWS' }],
    }]);
    expect(statementOf(FORMS.digikey_paste, 'B', list)).toContain(
      "Nobody is known to sell 1 line (U3), which this list has, and no other distributor's.",
    );
    expect(made({ list: 'mouser_paste' })).toMatchObject({
      not_found: [],
      unsold: list.unsold,
      left_out: expect.arrayContaining([{ reason: 'other_list', lines: list.unsold[0]!.lines }]),
    });
  });

  it('is on that of the distributor whose number the BOM states, of those that are bought from', () => {
    const unpriced = (list: (typeof NAMES)[number]) => made({ list, unpriced: true }).text;
    expect(listsWith('BC847B,215', unpriced)).toEqual(['lcsc']);
    const unsold = made({ list: 'tme', unpriced: true }).unsold;
    expect(unsold.map(({ distributor }) => distributor).toSorted()).toEqual(['DigiKey', 'LCSC']);
  });

  it('is otherwise on that of the distributor that sells most parts', () => {
    const more = parts.map((part) =>
      part.part === 'GRM155R71C104KA88D'
        ? { ...part, offers: [offer('mouser', '81-GRM', 'USD', [1, 0.01])] }
        : part
    );
    const text = (list: (typeof NAMES)[number]) =>
      makeOrderList(lines, more, words, RULES, {
        list,
        boards: 25,
        alone: false,
        unpriced: false,
        without_wrong: false,
        without_not_found: false,
      }).text;
    expect(listsWith('NOBODY KNOWS', text)).toEqual(['mouser_paste']);
  });
});

/** What a list's distributor sells, and what nobody does: that is on its list. */
const soldBy = (list: ListOptions['list']) =>
  parts.filter(({ offers }) =>
    offers.length === 0 || offers.some((each) => FORMS[list].sellers.test(sellerOf(each)))
  );

describe('parts without a price', () => {
  it('are listed by their number where that is asked, and the form can hold it', () => {
    expect(made({ list: 'digikey_upload', unpriced: true, alone: true }).text).toContain(
      '\r\n25,"BC847B,215",Nexperia,Q1\r\n',
    );
    const paste = made({ list: 'digikey_paste', unpriced: true, alone: true });
    expect(paste.text).not.toContain('BC847B');
    expect(paste.left_out).toContainEqual({
      reason: 'unwritable',
      lines: [{ line_number: 7, name: 'Q1', mpn: 'BC847B,215' }],
    });
  });

  it("are listed by the distributor's number that the BOM gives", () => {
    expect(made({ list: 'lcsc', unpriced: true }).text).toContain(
      '\r\n25,"BC847B,215",Nexperia,,C8574,,Q1\r\n',
    );
  });

  it('are left out where the distributor takes its own numbers alone', () => {
    const list = makeOrderList(lines, soldBy('farnell'), words, RULES, {
      list: 'farnell',
      boards: 25,
      alone: false,
      unpriced: true,
      without_wrong: false,
      without_not_found: false,
    });
    expect(list.left_out).toContainEqual({
      reason: 'no_number',
      lines: [{ line_number: 7, name: 'Q1', mpn: 'BC847B,215' }, {
        line_number: 10,
        name: 'U3',
        mpn: 'NOBODY KNOWS',
      }],
    });
  });
});

describe('element14', () => {
  const sold = (number: string) => {
    const { offers: [theirs] } = parts.find(({ part }) => part === 'GRM155R71C104KA88D')!;
    return parts.map((part) =>
      part.part === 'GRM155R71C104KA88D'
        ? { ...part, offers: [{ ...theirs!, supplier_part_number: number }] }
        : part
    );
  };
  const of = (list: ListOptions['list'], number: string) =>
    makeOrderList(lines, sold(number), words, RULES, {
      list,
      boards: 25,
      alone: false,
      unpriced: false,
      without_wrong: false,
      without_not_found: false,
    });

  it.each(
    [
      ['8819734', 'farnell', '8819734,50,Capacitor 100 nF 16 V X7R 0402,C1\r\n', 'newark'],
      ['8819734RL', 'farnell', '8819734RL,50,Capacitor 100 nF 16 V X7R 0402,C1\r\n', 'newark'],
      ['68X2786', 'newark', '68X2786,50,C1,Capacitor 100 nF 16 V X7R 0402\r\n', 'farnell'],
      ['03AC2659', 'newark', '03AC2659,50,C1,Capacitor 100 nF 16 V X7R 0402\r\n', 'farnell'],
    ] as const,
  )('sells %s at %s alone, which its other shop does not know', (number, shop, text, other) => {
    expect(of(shop, number).text).toContain(text);
    expect(of(other, number)).toMatchObject({ text: '', rows: 0 });
    expect(of(other, number).elsewhere).toContainEqual({ supplier: 'element14', parts: 1, lists: [shop] });
  });

  it('is asked for nothing by a number of two lines, which would order something else', () => {
    const list = of('farnell', '8819734\n2222222');
    expect(list.text).toBe('');
    expect(list.left_out).toContainEqual(expect.objectContaining({ reason: 'unwritable' }));
  });

  it('has lists that come back with the same parts and quantities', () => {
    for (const [shop, number] of [['farnell', '8819734'], ['newark', '68X2786']] as const) {
      const [line] = previewOpened(openText(of(shop, number).text), {}).lines;
      expect([line!.quantity, line!.mpn ?? line!.supplier_numbers[0]?.number, line!.designators.join()])
        .toEqual([50, number, 'C1']);
    }
  });
});

describe('a price agreed for the manufacturer’s number', () => {
  const agreed = (supplier: string, number: string) =>
    parts.map((part) =>
      part.part === 'BC847B,215'
        ? { ...part, offers: [offer(supplier, number, 'USD', [1, 0.03], { agreed: true })] }
        : part
    );
  const of = (list: ListOptions['list'], more: readonly SummaryPart[]) =>
    makeOrderList(lines, more, words, RULES, {
      list,
      boards: 25,
      alone: false,
      unpriced: false,
      without_wrong: false,
      without_not_found: false,
    });

  it('is no number of the distributor: the BOM’s stands there, or none', () => {
    expect(of('lcsc', agreed('LCSC', 'BC847B,215')).text).toContain('25,"BC847B,215",Nexperia,,C8574,,Q1');
    expect(of('mouser_upload', agreed('Mouser', 'BC847B,215')).text).toContain(
      '\r\n,"BC847B,215",Nexperia,25,Q1\r\n',
    );
    expect(of('farnell', agreed('Farnell', 'BC847B,215')).left_out).toContainEqual({
      reason: 'no_number',
      lines: [{ line_number: 7, name: 'Q1', mpn: 'BC847B,215' }],
    });
  });

  it('takes the number that the distributor offers besides', () => {
    expect(of('mouser_upload', agreed('Mouser', '771-BC847B215')).text).toContain(
      '771-BC847B215,"BC847B,215"',
    );
  });
});

it('splits what several have over their lists', () => {
  // 100 of Mouser and the other 35 of DigiKey.
  const both = parts.slice(0, 1).map((part) => ({
    ...part,
    category: null,
    offers: [
      offer('mouser', 'M', 'USD', [1, 0.1], { stock: 50 }),
      offer('digikey', 'D', 'USD', [1, 0.2], { stock: 70 }),
    ],
  }));
  const of = (list: 'mouser_paste' | 'digikey_paste') =>
    makeOrderList(lines.slice(0, 2), both, words, { ...RULES, attrition: 'none' }, {
      list,
      boards: 25,
      alone: false,
      unpriced: false,
      without_wrong: false,
      without_not_found: false,
    });
  // 75 are needed.
  expect(of('mouser_paste').text).toBe('M|50|R1,R2,R10\r\n');
  expect(of('digikey_paste').text).toBe('25,D,R1/R2/R10\r\n');
  expect(of('digikey_paste').elsewhere).toEqual([
    { supplier: 'mouser', parts: 1, lists: ['mouser_paste', 'mouser_upload'] },
  ]);
});

describe('a list for assembly', () => {
  const assembly = (designators: readonly string[]) => {
    const line = { ...lines[0]!, quantity: null };
    const said = { ...words.lines.get('line 1')!, designators: designators.join(' ') };
    return makeOrderList([line], [], { ...words, lines: new Map([['line 1', said]]) }, RULES, {
      list: 'jlcpcb',
      boards: 1,
      alone: false,
      unpriced: false,
      without_wrong: false,
      without_not_found: false,
    });
  };

  it('has at most 200 designators a row', () => {
    const list = assembly(Array.from({ length: 401 }, (_, i) => `R${i + 1}`));
    const rows = Papa.parse<string[]>(list.text.trimEnd()).data.slice(1);
    expect(rows.map(([, designators]) => designators!.split(',').length)).toEqual([200, 200, 1]);
    expect(rows.flatMap(([, designators]) => designators!.split(','))).toHaveLength(401);
  });

  it('is refused where designators differ in nothing but case', () => {
    expect(() => assembly(['R1', 'r1'])).toThrow(expect.objectContaining({
      code: 'designators_differ_in_case',
      detail: expect.stringContaining('R1 and r1'),
    }));
  });

  it('leaves out what nobody says the place of', () => {
    expect(assembly([]).left_out).toEqual([
      {
        reason: 'no_designators',
        lines: [{ line_number: 1, name: 'RC0603FR-0710KL', mpn: 'RC0603FR-0710KL' }],
      },
    ]);
  });
});

describe('the texts of a list', () => {
  it.each([
    [['C1', 'C2', 'C3'], '/', 8, 'C1/C2/C3'],
    [['C1', 'C2', 'C3'], '/', 7, 'C1/+2'],
    [['C1', 'C2', 'C3'], '/', 4, '+3'],
    [[], '/', 48, ''],
  ])('%j joined by %j in %i characters are %j', (names, separator, most, text) => {
    expect(joined(names, separator, most)).toBe(text);
  });

  it('are cut without anything that would begin another cell', () => {
    expect(inWords(' a,\n b\t|c ', 5, /,/g)).toBe('a b |');
    expect(inWords('𝛀𝛀𝛀', 2, /,/g)).toBe('𝛀𝛀');
    expect(inWords(null, 5, /,/g)).toBe('');
  });
});

describe('the file of a list', () => {
  it.each(ORDER_LISTS)(
    'of %s has its rows first, and a statement that no import takes for a part',
    (list) => {
      const made_ = made({ list });
      const form = FORMS[list];
      const text = fileText(form, made_, statementOf(form, 'A, B | C', made_));
      const begin = made_.text === '' ? '' : `${made_.text}\r\n`;
      expect(text.startsWith(begin)).toBe(true);
      const statement = text.slice(begin.length);
      expect(statement).toContain('25 boards');
      if (list === 'tme') return;
      const delimiter = list === 'mouser_paste' ? '|' : ',';
      for (const cells of Papa.parse<string[]>(statement.trimEnd(), { delimiter }).data) {
        expect(cells).toHaveLength(form.wordsCell + 1);
        expect(cells.slice(0, form.wordsCell).join('')).toBe('');
      }
    },
  );
});

describe('a list that comes back', () => {
  /** With manufacturers' numbers among the distributor's, and enough rows for a column to look like what it holds. */
  const listed = lines.filter(({ mpn }) => mpn !== 'NOBODY KNOWS');
  const back = (list: ListOptions['list']) => {
    const { text } = makeOrderList(listed, soldBy(list), words, RULES, {
      list,
      boards: 25,
      alone: false,
      unpriced: true,
      without_wrong: false,
      without_not_found: false,
    });
    return previewOpened(openText(text), {}).lines.map(({ quantity, mpn, supplier_numbers, designators }) => [
      quantity,
      mpn ?? supplier_numbers[0]?.number,
      designators.join(),
    ]);
  };

  it.each<[ListOptions['list'], unknown[][]]>([
    ['digikey_paste', [[26, '497-11767-ND', 'U1']]],
    ['digikey_upload', [[26, '497-11767-ND', 'U1'], [25, 'BC847B,215', 'Q1']]],
    ['mouser_paste', [[100, '603-RC0603FR-0710KL', 'R1,R2,R10'], [25, 'BC847B,215', 'Q1']]],
    ['mouser_upload', [[100, 'RC0603FR-0710KL', 'R1,R2,R10'], [25, 'BC847B,215', 'Q1']]],
    // What it has of designators is the customer's own number.
    ['lcsc', [[25, '1N4148W', ''], [25, 'BC847B,215', '']]],
    ['farnell', [[50, '8819734', 'C1']]],
  ])('from %s has the same parts and quantities', (list, expected) => {
    expect(back(list)).toEqual(expected);
  });

  it('from assembly has a piece for each designator, and LCSC’s numbers', () => {
    const { text } = made({ list: 'jlcpcb' });
    const again = previewOpened(openText(text), {}).lines;
    expect(again.map(({ quantity, designators }) => [quantity, designators.join()])).toEqual(
      [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1].map((pieces, i) => [
        pieces,
        ['R1,R2', 'R10', 'U1', 'C1', 'J1', 'D1', 'Q1', 'R3', 'U2', 'U3', 'U4'][i],
      ]),
    );
    expect(again.flatMap(({ supplier_numbers }) => supplier_numbers.map(({ number }) => number))).toEqual([
      'C81598',
      'C8574',
    ]);
  });

  it('tells manufacturers’ numbers from those of the distributor in one column', () => {
    const read = (text: string) =>
      previewOpened(openText(text), {}).lines.map(({ mpn, manufacturer, supplier_numbers }) => [
        mpn,
        manufacturer,
        supplier_numbers.map(({ supplier, number }) => `${supplier ?? 'by its shape'} ${number}`).join(),
      ]);
    expect(read('603-RC0603FR-0710KL|100|R1\n595-LM358DR|10|U2\nBC847B,215|25|Q1\n')).toEqual([
      [null, null, 'by its shape 603-RC0603FR-0710KL'],
      [null, null, 'by its shape 595-LM358DR'],
      ['BC847B,215', null, ''],
    ]);
    expect(
      read(
        'Quantity,Digi-Key or Manufacturer Part Number,Manufacturer\n26,497-11767-ND,ST\n25,"BC847B,215",Nexperia\n',
      ),
    ).toEqual([[null, 'ST', 'DigiKey 497-11767-ND'], ['BC847B,215', 'Nexperia', '']]);
  });

  it('loses none of several manufacturers’ numbers in a cell', () => {
    const { lines: [line], issues } = previewOpened(
      openText(
        'Quantity,Digi-Key or Manufacturer Part Number,Manufacturer\n25,BC847BLT1G; BC847B-7-F,onsemi\n9,497-11767-ND,ST\n',
      ),
      {},
    );
    expect([
      line!.mpn,
      line!.manufacturer,
      line!.alternates.map(({ mpn, manufacturer }) => [mpn, manufacturer]),
    ])
      .toEqual(['BC847BLT1G', 'onsemi', [['BC847B-7-F', null]]]);
    expect(issues.map(({ code }) => code)).toContain('several_parts_in_cell');
  });
});
