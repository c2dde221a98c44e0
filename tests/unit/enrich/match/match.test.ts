import { describe, expect, it } from 'vitest';
import { indexNear, readAlike } from '../../../../shared/enrich/match/similar.ts';
import { MAX_CANDIDATES, proposalsFor } from '../../../../shared/enrich/match/proposals.ts';
import { STEPS } from '../../../../shared/enrich/match/steps.ts';
import { knownInOtherPacking } from '../../../../shared/enrich/match/packing.ts';
import { resolvePart } from '../../../../shared/enrich/resolve.ts';
import type { CatalogueRow } from '../../../../shared/parts/catalogue/row.ts';
import { createCatalogueSource } from '../../../../shared/parts/catalogue/source.ts';
import { catalogueRows } from '../../../../shared/parts/catalogue/rows.ts';
import { decoder } from '../../../../shared/parts/decoders/source.ts';
import { createDecoder } from '../../../../shared/parts/decoders/engine.ts';
import { otherFinishes, otherPackings } from '../../../../shared/parts/suffixes.ts';

const step = (mpn: string, manufacturer: string | null = null) => resolvePart({ mpn, manufacturer })?.step;
const proposed = (mpn: string, stated: string | null = null) =>
  proposalsFor(mpn, stated).map((candidate) => [candidate.step, candidate.mpn]);

/** A long number that the catalogue alone knows. */
const LISTED = catalogueRows.find(({ mpn }) =>
  /^[A-Z0-9]{9,}$/.test(mpn) && decoder.decode(mpn).length === 0
)!;

describe('a step', () => {
  it('is less sure than the one before it, and those that only propose come last', () => {
    const sure = Object.values(STEPS).filter((row) => !('isProposal' in row)).map(({ confidence }) =>
      confidence
    );
    const open = Object.values(STEPS).filter((row) => 'isProposal' in row).map(({ confidence }) =>
      confidence
    );
    expect(Math.min(...sure)).toBeGreaterThan(Math.max(...open));
  });

  it('is said of every part that is found', () => {
    expect(step(LISTED.mpn)).toBe('exact');
    expect(step(` ${LISTED.mpn.toLowerCase()} `)).toBe('exact');
    // nobody but the scheme knows it
    expect(step('RC0603FR-0712K4L')).toBe('series');
  });

  it('is never passed off as a surer one', () => {
    const packed = resolvePart({ mpn: 'L78L05ACU', manufacturer: 'STMicroelectronics' });
    expect(packed).toMatchObject({ step: 'packing', remarks: [{ code: 'other_packing' }] });
    const listed: CatalogueRow = {
      mpn: '22-23-2021',
      manufacturer: 'Molex',
      category: 'wire_to_board_connector',
      package: 'through-hole',
      facts: {},
      description: 'Connector for boards',
      document: { title: 'Made up', url: 'https://molex.example/22-23-2021.pdf' },
    };
    const sources = [createCatalogueSource([listed])];
    expect(resolvePart({ mpn: '22232021', manufacturer: 'Molex' }, sources)?.step).toBe('spelling');
  });
});

describe('a part in another packing than the one that is known', () => {
  const KNOWN: CatalogueRow = {
    mpn: 'W25Z999JVSIQ',
    manufacturer: 'Winbond',
    category: 'memory',
    package: 'SOIC-8',
    facts: { packaging: 'tube' },
    description: 'Flash memory that is made up',
    document: { title: 'Made up', url: 'https://winbond.example/w25z999.pdf' },
  };
  const known = createCatalogueSource([KNOWN]);

  it('is the same part: all but its packing is said of the number that was asked for', () => {
    const packed = knownInOtherPacking('W25Z999JVSIQTR', null, known)!;
    expect(packed).toMatchObject({
      as: 'W25Z999JVSIQ',
      finding: { mpn: 'W25Z999JVSIQTR', manufacturer: 'Winbond', fields: { package: { value: 'SOIC-8' } } },
    });
    expect(packed.finding.fields).not.toHaveProperty('packaging');
  });

  it('is not that of a manufacturer whom the BOM does not name', () => {
    expect(knownInOtherPacking('W25Z999JVSIQTR', 'Winbond', known)).not.toBeNull();
    expect(knownInOtherPacking('W25Z999JVSIQTR', 'Micron', known)).toBeNull();
  });

  it('is nobody in particular’s where two manufacturers have such a number', () => {
    const two = createCatalogueSource([
      { ...KNOWN, mpn: 'BCX99,215', manufacturer: 'Nexperia' },
      { ...KNOWN, mpn: 'BCX99T3G', manufacturer: 'onsemi' },
    ]);
    expect(knownInOtherPacking('BCX99', null, two)).toMatchObject({ as: 'BCX99,215' });
    expect(knownInOtherPacking('BCX99T1G', null, two)).toMatchObject({ as: 'BCX99T3G' });
  });

  it('is never a grade', () => {
    for (const mpn of ['W25Z999JVSIM', 'W25Z999JVSIQQ1', 'W25Z999JVSI']) {
      expect(knownInOtherPacking(mpn, null, known), mpn).toBeNull();
    }
  });

  it('has the endings of its manufacturer', () => {
    const packings = (mpn: string) => otherPackings(mpn).map((sibling) => sibling.mpn);
    expect(packings('L78L05ACUTR')).toContain('L78L05ACU');
    expect(packings('L78L05ACUTR')).not.toContain('L78L05ACUTRTR');
    expect(packings('TPS61040DBVR')).toEqual(expect.arrayContaining(['TPS61040DBV', 'TPS61040DBVT']));
    expect(packings('BSS138-7-F')).toContain('BSS138-13-F');
    expect(packings('BAT54C,215')).toContain('BAT54C,235');
    expect(packings('AD8605ARTZ-REEL7')).toContain('AD8605ARTZ-R2');
    expect(packings('MMBT3904LT1G')).toContain('MMBT3904LT3G');
  });

  it('is read in the schemes too, one code for another', () => {
    const { otherPackings: read } = createDecoder([{
      id: 'x',
      manufacturer: 'Acme',
      category: 'other',
      series: 'X',
      description: 'Made up',
      reference: { title: 'Made up', url: 'https://acme.example/x.pdf' },
      forms: () => [[
        { literal: 'X' },
        { name: 'grade', codes: { A: {}, B: { temperature_range: '-40 to 85 °C' } } },
        { separator: '-' },
        { name: 'packing', codes: { T: { packaging: 'tube' }, R: { packaging: 'reel' } } },
      ]],
    }]);
    expect(read('XB-T')).toEqual([{ mpn: 'XB-R', manufacturer: 'Acme' }]);
    expect(read('XB-Z')).toEqual([]);
  });
});

describe('what is proposed for a number that nobody knows', () => {
  it('is the same part with another finish, which nobody assigns', () => {
    expect(proposed('MAX3232ESE')).toContainEqual(['finish', 'MAX3232ESE+']);
    expect(proposed('BSS138-7')).toEqual([['finish', 'BSS138-7-F']]);
    expect(otherFinishes('MBR0520LT1').map(({ mpn }) => mpn)).toContain('MBR0520LT1G');
    expect(otherFinishes('DMG2305UX-7').map(({ mpn }) => mpn)).toContain('DMG2305UX-7-F');
    expect(otherFinishes('MAX232CPE').map(({ mpn }) => mpn)).toContain('MAX232CPE+');
  });

  it('is a known number that is one character off, and one that looks alike', () => {
    const { mpn } = LISTED;
    expect(proposed(`${mpn.slice(0, 4)}Q${mpn.slice(5)}`)).toContainEqual(['similar', mpn]);
    expect(proposed(mpn.slice(0, 4) + mpn.slice(5))).toContainEqual(['similar', mpn]);
    expect(proposed('RC0603FR-O712K4L')).toContainEqual(['similar', 'RC0603FR-0712K4L']);
  });

  it.each([
    ['RC0603FR-0747K', 'RC0603FR-0747KL'],
    ['C0603FR-0747KL', 'RC0603FR-0747KL'],
    ['0603WAF1002T5', '0603WAF1002T5E'],
    ['STM32F072C8T', 'STM32F072C8T6'],
    ['C0402C220J5GACT', 'C0402C220J5GACTU'],
    ['MMBT390', 'MMBT3904'],
  ])('is the whole number where %s lacks its last character or its first', (number, whole) => {
    expect(proposed(number)).toContainEqual(['similar', whole]);
    const reasons = proposalsFor(number, null).filter(({ mpn }) => mpn === whole).map(({ reason }) => reason);
    expect(new Set(reasons)).toEqual(new Set(['One character is missing.']));
  });

  it('is no number whose value would be guessed, or that nobody is known to make', () => {
    expect(proposed('CC0603KRX7R9BB10')).toEqual([]);
    expect(proposed('RC0603FR-07104K')).toEqual([]);
  });

  it('goes on where a base number ends', () => {
    const found = proposed(LISTED.mpn.slice(0, -1));
    expect(found.map(([, mpn]) => mpn)).toContain(LISTED.mpn);
  });

  it('is a handful, each once, and none of it says more than it knows', () => {
    const some = catalogueRows.slice(0, 60).map(({ mpn }) => mpn.slice(0, -1));
    for (const mpn of some) {
      const found = proposalsFor(mpn, null);
      expect(found.length).toBeLessThanOrEqual(MAX_CANDIDATES);
      expect(new Set(found.map((one) => `${one.manufacturer} ${one.mpn}`)).size).toBe(found.length);
      for (const one of found) expect(one.confidence).toBe(STEPS[one.step].confidence);
    }
  });

  it('stays in the order of its steps where a part is proposed twice', () => {
    const steps = proposalsFor('2N70O2', null).map(({ confidence }) => confidence);
    expect(steps).toEqual(steps.toSorted((a, b) => b - a));
  });

  it('begins with the manufacturer that the BOM names', () => {
    const [first] = proposalsFor('2N70O2', 'Nexperia');
    expect(first).toMatchObject({ mpn: '2N7002', manufacturer: 'Nexperia' });
  });

  it('is nothing for a word and for what is too short', () => {
    for (const text of ['HEADER', 'LM3', 'ACME-NOBODY-KNOWS-1', '10K']) {
      expect(proposed(text), text).toEqual([]);
    }
  });
});

describe('numbers that are one character off', () => {
  const { near } = indexNear(['ABCDEFG', 'ABCDEFX', 'SHORT']);
  it.each([
    ['one is missing', 'ABCDEF', ['ABCDEFG', 'ABCDEFX']],
    ['one is too many', 'ABCCDEFG', ['ABCDEFG']],
    ['one is another', 'ABXDEFG', ['ABCDEFG']],
    ['two are swapped', 'ABDCEFG', []],
    ['nothing is off', 'ABCDEFG', ['ABCDEFX']],
    ['it is short', 'SHORTS', []],
  ])('where %s', (_what, number, expected) => {
    expect(near(number)).toEqual(expected);
  });

  it('are read alike only for characters that look alike', () => {
    const decode = (mpn: string) => (
      mpn === 'RC0603' ? [{ source: 'decoder:x', mpn, manufacturer: 'Acme', fields: {} }] : []
    );
    expect(readAlike('RCO603', { decode }).map(({ mpn }) => mpn)).toEqual(['RC0603']);
    expect(readAlike('RC7603', { decode })).toEqual([]);
  });
});
