import { describe, expect, it } from 'vitest';
import { CreateBomFromLines, LineInput, StartRun } from '../../../shared/domain/bom.ts';
import {
  MAX_DESIGNATORS_CHARS,
  MAX_PART_NUMBER_CHARS,
  MAX_TEXT_CHARS,
} from '../../../shared/domain/limits.ts';
import { ORGANIZATION } from '../support/events.ts';

const EMPTY = {
  mpn: null,
  manufacturer: null,
  quantity: null,
  designators: null,
  description: null,
  do_not_place: false,
  value: null,
  footprint: null,
  supplier_numbers: [],
  internal_number: null,
  substitution: null,
  note: null,
  alternates: [],
  extra: {},
};

describe('a line as sent', () => {
  it('may leave out everything', () => {
    expect(LineInput.parse({})).toEqual(EMPTY);
  });

  it('has null where a text says nothing', () => {
    expect(LineInput.parse({ mpn: '  ', manufacturer: '', description: null })).toEqual(EMPTY);
  });

  it('loses the blanks around its texts', () => {
    expect(LineInput.parse({ mpn: ' ERJ-3EKF1002V\t', designators: '\nR1, R2 ' })).toEqual({
      ...EMPTY,
      mpn: 'ERJ-3EKF1002V',
      designators: 'R1, R2',
    });
  });

  it('may be of any quantity from nothing on', () => {
    expect(LineInput.parse({ quantity: 0 }).quantity).toBe(0);
    expect(LineInput.parse({ quantity: 0.25 }).quantity).toBe(0.25);
  });

  it.each<[string, object]>([
    ['a field that does not exist', { mnp: 'X' }],
    ['a number for a part number', { mpn: 1002 }],
    ['a negative quantity', { quantity: -1 }],
    ['a quantity in words', { quantity: '1' }],
    ['an endless quantity', { quantity: Infinity }],
    ['a part number that is far too long', { mpn: 'X'.repeat(MAX_PART_NUMBER_CHARS + 1) }],
    ['a description that is far too long', { description: 'X'.repeat(MAX_TEXT_CHARS + 1) }],
    ['designators without end', { designators: 'X'.repeat(MAX_DESIGNATORS_CHARS + 1) }],
    ['a flag in words', { do_not_place: 'yes' }],
  ])('is refused with %s', (_name, line) => {
    expect(LineInput.safeParse(line).success).toBe(false);
  });

  // Postgres cannot store either, and would fail the whole import with an error that names no line.
  it.each(['10k\0', '\ud83d', 'R1\udc00'])('is refused with text that cannot be stored: %j', (text) => {
    for (const field of ['mpn', 'manufacturer', 'designators', 'description']) {
      expect(LineInput.safeParse({ [field]: text }).success).toBe(false);
    }
    const bom = { organization_id: ORGANIZATION, name: text, lines: [] };
    expect(CreateBomFromLines.safeParse(bom).success).toBe(false);
  });

  it('may hold any other character', () => {
    expect(LineInput.parse({ description: 'Widerstand 10 kΩ ±1 % 🔌' }).description).toBe(
      'Widerstand 10 kΩ ±1 % 🔌',
    );
  });
});

describe('the body of a start', () => {
  it('needs no more than the organization', () => {
    expect(StartRun.parse({ organization_id: ORGANIZATION })).toEqual({
      organization_id: ORGANIZATION,
      project_id: null,
      priority: 5,
      mode: 'pending',
    });
  });

  it.each<[string, object]>([
    ['priority 0', { priority: 0 }],
    ['priority 10', { priority: 10 }],
    ['half a priority', { priority: 1.5 }],
    ['an unknown mode', { mode: 'everything' }],
    ['an unknown field', { force: true }],
    ['no organization', { organization_id: undefined }],
  ])('is refused with %s', (_name, change) => {
    expect(StartRun.safeParse({ organization_id: ORGANIZATION, ...change }).success).toBe(false);
  });
});
