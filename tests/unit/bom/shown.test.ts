import { describe, expect, it } from 'vitest';
import { LineAnswer, readLine, StoredLineAnswer } from '../../../shared/api/boms.ts';
import { oneLine, shownAnswer } from '../../../shared/bom/shown.ts';

const answer = StoredLineAnswer.parse({ ...readLine.example.answer, alternates: [] });
const withStated = { stated: {} };

describe('a line as its answer shows it', () => {
  it.each([['decoder:yageo-rc', 'scheme'], ['supplier:mouser', 'supplier'], ['own', 'own']])(
    'says by the source %s who knew its part',
    (source, known_by) => {
      const line = { ...answer.line, result: { ...answer.line.result!, source } };
      const shown = shownAnswer({ ...answer, line });
      expect(shown.line.result?.component?.known_by).toBe(known_by);
      expect(LineAnswer.parse({ ...shown, ...withStated })).toEqual({ ...shown, ...withStated });
    },
  );

  it('says it of each field, and of each candidate with its fields', () => {
    const fields = {
      manufacturer: { value: 'Nexperia', source: 'catalogue', confidence: 1 },
      package: { value: 'SOT-23', source: 'catalogue', confidence: 1 },
    };
    const candidate = { confidence: 1, mpn: 'BAV99', manufacturer: 'Nexperia', fields, reason: 'R' };
    const shown = shownAnswer({ ...answer, candidates: [{ ...candidate, step: 'exact' }] });
    expect(LineAnswer.parse({ ...shown, ...withStated })).toEqual({ ...shown, ...withStated });
    expect(shown).toMatchObject({
      candidates: [{ known_by: 'catalogue', fields: { package: { known_by: 'catalogue' } } }],
      line: { result: { component: { fields: { resistance: { known_by: 'scheme' } } } } },
    });
  });

  it('says nothing of a part that there is not', () => {
    const line = { ...answer.line, result: { ...answer.line.result!, component: undefined } };
    expect(shownAnswer({ ...answer, line }).line.result?.component).toBeUndefined();
    expect(shownAnswer({ ...answer, line: { ...line, result: undefined } }).line.result).toBeUndefined();
  });
});

describe('what a line says of the fields of its part', () => {
  const field = (value: string | number, unit?: string) => ({
    value,
    ...(unit ? { unit } : {}),
    source: 'decoder:test',
    confidence: 1,
  });
  const fields = {
    manufacturer: field('Yageo'),
    category: field('chip_resistor'),
    package: field('0603 (1608 metric)'),
    resistance: field(10_000, 'ohm'),
    tolerance: field(1, '%'),
    power_rating: field(0.1, 'W'),
    lifecycle: field('active'),
  };
  const ceramic = {
    category: field('ceramic_capacitor'),
    package: field('0603 (1608 metric)'),
    capacitance: field(1e-7, 'F'),
  };
  const saying = (
    words: Record<string, string>,
    extra: Record<string, string> = {},
    of: Record<string, unknown> = fields,
  ) => {
    const { value: _, footprint: __, description: ___, manufacturer: ____, ...line } = answer.line;
    const component = { ...line.result!.component!, fields: of } as never;
    return oneLine({ ...answer, extra, line: { ...line, ...words, result: { ...line.result!, component } } })
      .stated;
  };

  it('is read as the checks read it, each with its place', () => {
    expect(
      saying({
        value: '10k',
        footprint: 'Resistor_SMD:R_0603_1608Metric',
        description: 'RES 10K OHM 1% 1/10W',
        manufacturer: 'YAGEO (PHYCOMP)',
      }),
    ).toEqual({
      manufacturer: { text: 'YAGEO (PHYCOMP)', where: 'manufacturer', verdict: 'fine' },
      resistance: { text: '10 kΩ', where: 'value', verdict: 'fine' },
      tolerance: { text: '±1 %', where: 'description', verdict: 'fine' },
      power_rating: { text: '0.1 W', where: 'description', verdict: 'fine' },
      package: { text: 'Resistor_SMD:R_0603_1608Metric', where: 'footprint', verdict: 'fine' },
      description: { text: 'RES 10K OHM 1% 1/10W', where: 'description', verdict: null },
    });
  });

  it('is that of a column of its own, and how it stands to the part', () => {
    expect(saying({ value: '4k7' }, { Tolerance: '5%', Case: '0402' })).toMatchObject({
      resistance: { text: '4.7 kΩ', where: 'value', verdict: 'error' },
      tolerance: { text: '±5 %', where: 'Tolerance', verdict: 'upgrade' },
      package: { text: '0402', where: 'Case', verdict: 'error' },
    });
  });

  it.each<[Record<string, string>, string, unknown, Record<string, unknown>?]>([
    // A value is no package, nor is anything that was read in one or in prose.
    [{ value: '10k' }, 'package', undefined],
    [{ value: '4x10k' }, 'package', undefined],
    [{ value: '4x10 kΩ' }, 'package', undefined],
    [{ value: '100nF', description: 'MLCC 100 nF' }, 'package', undefined],
    [{ description: 'LQFP 100 nF' }, 'package', { text: 'QFP', where: 'description', verdict: null }],
    [{ description: 'RES 10K 0603' }, 'package', {
      text: '0603 (1608 metric)',
      where: 'description',
      verdict: 'fine',
    }],
    // A bare number is said as it was understood, or as it is written.
    [{ value: '103' }, 'resistance', { text: '10 kΩ', where: 'value', verdict: 'fine' }],
    [{ value: '104' }, 'capacitance', { text: '100 nF', where: 'value', verdict: 'fine' }, ceramic],
    [{ value: '0,1' }, 'capacitance', { text: '100 nF', where: 'value', verdict: 'fine' }, ceramic],
    [{ value: '104K' }, 'capacitance', { text: '100 nF', where: 'value', verdict: 'fine' }, ceramic],
    [{ value: '104/50V' }, 'capacitance', { text: '100 nF', where: 'value', verdict: 'fine' }, ceramic],
    [{ value: '47' }, 'capacitance', { text: '47', where: 'value', verdict: null }, ceramic],
    [{ value: '100 нФ 50 В' }, 'capacitance', { text: '100 nF', where: 'value', verdict: 'fine' }, ceramic],
  ])('is of %j only what it says of the %s', (words, name, expected, of = fields) => {
    expect(saying(words, {}, of)[name as keyof ReturnType<typeof saying>]).toEqual(expected);
  });

  it('is the manufacturer as the run found him: another than the number is of', () => {
    const contradiction = {
      check: 'manufacturer' as const,
      severity: 'warning' as const,
      field: 'manufacturer',
      asked: { text: 'Samsung', where: 'manufacturer' },
      found: { text: 'Yageo', source: 'decoder:test' },
      sentence: 'The BOM says Samsung; the part number is one of Yageo.',
    };
    const verdicts = [undefined, [contradiction]].map((contradictions) => {
      const component = { ...answer.line.result!.component!, fields } as never;
      const result = { ...answer.line.result!, component, ...(contradictions && { contradictions }) };
      return oneLine({ ...answer, extra: {}, line: { ...answer.line, manufacturer: 'Samsung', result } })
        .stated
        .manufacturer?.verdict;
    });
    expect(verdicts).toEqual([null, 'warning']);
  });

  it('is nothing where it says nothing, or has no part', () => {
    expect(saying({})).toEqual({});
    const { result: _, ...line } = answer.line;
    expect(oneLine({ ...answer, line: { ...line, value: '10k' } }).stated).toEqual({});
  });
});

describe('what is known of an alternate', () => {
  const yageo = { manufacturer: 'Yageo', sources: ['decoder:yageo-rc'], sold: false, priced: false };
  const sold = { manufacturer: 'Panasonic', sources: ['own', 'supplier:mouser'], sold: true, priced: true };
  const knownOf = (manufacturer: string | null, known: (typeof yageo)[] | undefined) =>
    oneLine({ ...answer, alternates: [{ mpn: 'X1', manufacturer, ...(known ? { known } : {}) }] })
      .alternates[0];

  it.each([
    ['of the manufacturer that the BOM names', 'YAGEO (PHYCOMP)', [sold, yageo], {
      known_by: 'scheme',
      sold: false,
      priced: false,
    }],
    ['of whichever, where it names none', null, [yageo, sold], {
      known_by: 'supplier',
      sold: true,
      priced: true,
    }],
    ['nothing, where only others use its number', 'Murata', [yageo, sold], null],
    ['nothing, where nobody has looked it up', null, [], null],
  ])('is said %s', (_, manufacturer, known, shown) => {
    expect(knownOf(manufacturer, known)).toMatchObject({ known: shown });
  });

  it('is not said where it was not asked', () => {
    expect(knownOf(null, undefined)).toEqual({ mpn: 'X1', manufacturer: null });
  });
});
