import { describe, expect, it } from 'vitest';
import { LineAnswer, readLine, StoredLineAnswer } from '../../../shared/api/boms.ts';
import { shownAnswer, withKnownAlternates } from '../../../shared/bom/shown.ts';

const answer = StoredLineAnswer.parse({ ...readLine.example.answer, alternates: [] });

describe('a line as its answer shows it', () => {
  it.each([['decoder:yageo-rc', 'scheme'], ['supplier:mouser', 'supplier'], ['own', 'own']])(
    'says by the source %s who knew its part',
    (source, known_by) => {
      const line = { ...answer.line, result: { ...answer.line.result!, source } };
      const shown = shownAnswer({ ...answer, line });
      expect(shown.line.result?.component?.known_by).toBe(known_by);
      expect(LineAnswer.parse(shown)).toEqual(shown);
    },
  );

  it('says it of each field, and of each candidate with its fields', () => {
    const fields = {
      manufacturer: { value: 'Nexperia', source: 'catalogue', confidence: 1 },
      package: { value: 'SOT-23', source: 'catalogue', confidence: 1 },
    };
    const candidate = { confidence: 1, mpn: 'BAV99', manufacturer: 'Nexperia', fields, reason: 'R' };
    const shown = shownAnswer({ ...answer, candidates: [{ ...candidate, step: 'exact' }] });
    expect(LineAnswer.parse(shown)).toEqual(shown);
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

describe('what is known of an alternate', () => {
  const yageo = { manufacturer: 'Yageo', sources: ['decoder:yageo-rc'], sold: false, priced: false };
  const sold = { manufacturer: 'Panasonic', sources: ['own', 'supplier:mouser'], sold: true, priced: true };
  const knownOf = (manufacturer: string | null, known: (typeof yageo)[] | undefined) =>
    withKnownAlternates({ alternates: [{ mpn: 'X1', manufacturer, ...(known ? { known } : {}) }] })
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
