/** What a number would be whose value alone is wrong. */
import { beforeAll, describe, expect, it } from 'vitest';
import { decoder, loadSeries } from '../../../shared/parts/decoders/source.ts';
import { withValue } from '../../../shared/parts/same-series.ts';
import { partOfValue } from '../../../shared/bom/value-meant.ts';

beforeAll(loadSeries);

describe('a number with another value', () => {
  it.each<[mpn: string, field: 'resistance' | 'capacitance', value: number, written: string | null]>([
    ['RC0603FR-0747KL', 'resistance', 4_700, 'RC0603FR-074K7L'],
    ['RC0603FR-0710KL', 'resistance', 10, 'RC0603FR-0710RL'],
    ['CRCW060310K0FKEA', 'resistance', 4_700, 'CRCW06034K70FKEA'],
    ['ERJ-3EKF1002V', 'resistance', 4_700, 'ERJ-3EKF4701V'],
    ['GRM188R71H104KA93D', 'capacitance', 1e-8, 'GRM188R71H103KA93D'],
    // no value of the scheme, no scheme, and no value in the number
    ['RC0603FR-0710KL', 'resistance', 4_701.3, null],
    ['NOBODY-1', 'resistance', 4_700, null],
    ['RC0603FR-0710KL', 'capacitance', 1e-7, null],
  ])('of %s, its %s %d, is %s', (mpn, field, value, written) => {
    const found = withValue(mpn, field, value);
    expect(found?.mpn ?? null).toBe(written);
    if (written) expect(decoder.decode(written)[0]?.fields[field]?.value).toBe(value);
  });
});

describe('a line whose value contradicts its number', () => {
  const line = (value: string, text: string, severity: 'error' | 'warning' = 'error') =>
    ({
      extra: {},
      line: {
        mpn: 'RC0603FR-0747KL',
        value,
        designators: 'R14, R15',
        result: {
          component: { mpn: 'RC0603FR-0747KL', manufacturer: 'Yageo' },
          contradictions: [{
            check: 'value',
            severity,
            field: 'resistance',
            asked: { text, where: 'value' },
            found: { text: '47 kΩ', source: 'decoder:yageo-rc' },
            sentence: '',
          }],
        },
      },
    }) as unknown as Parameters<typeof partOfValue>[0];

  it('means the number of its series with that value', () => {
    expect(partOfValue(line('4k7 1%', '4.7 kΩ'))).toEqual({ mpn: 'RC0603FR-074K7L', manufacturer: 'Yageo' });
  });
  it('means none where its value is read otherwise, or nothing is wrong', () => {
    expect(partOfValue(line('4k7', '5.6 kΩ'))).toBeNull();
    expect(partOfValue(line('4k7', '4.7 kΩ', 'warning'))).toBeNull();
  });
});
