/** What is made of answers and columns that somebody set by hand, in whichever order. */
import { describe, expect, it } from 'vitest';
import type { ColumnRole, FileMapping } from '../../../shared/domain/mapping.ts';
import { answerTo, decided, type Decisions, mappingOf } from '../../../web/src/import/decisions.ts';

const column = (index: number, role: ColumnRole, group = 0) => ({
  index,
  name: `Column ${index}`,
  role,
  group,
  supplier: null,
  confidence: 0.5,
  runner_up: null,
});
const PROPOSED: FileMapping = {
  file_sha256: '0'.repeat(64),
  table: 0,
  header_rows: [1],
  first_row: 2,
  last_row: 9,
  columns: [column(0, 'mpn'), column(1, 'manufacturer'), column(2, 'extra'), column(3, 'extra')],
  decimal_mark: '.',
  blank_place: null,
};
const COMMA = { ...PROPOSED, decimal_mark: ',' as const };
const NOT_PLACED = { ...PROPOSED, blank_place: 'not_placed' as const };

const all = (...decisions: Decisions) => decisions.reduce<Decisions>(decided, []);
const roles = (decisions: Decisions) =>
  mappingOf(PROPOSED, decisions).columns.map(({ role, group }) => `${role} ${group}`);

describe('decisions of a mapping', () => {
  it('count all, not the last alone', () => {
    const decisions = all(
      { code: 'decimal_mark', chosen: COMMA },
      { use: 2, role: 'quantity' },
      { code: 'blank_place', chosen: NOT_PLACED },
    );
    expect(mappingOf(PROPOSED, decisions)).toMatchObject({ decimal_mark: ',', blank_place: 'not_placed' });
    expect(roles(decisions)[2]).toBe('quantity 0');
    expect(answerTo(decisions, 'decimal_mark')).toBe(COMMA);
    expect(answerTo(decisions, 'another')).toBeNull();
  });

  it('are taken back by choosing what was proposed', () => {
    const decisions = all({ code: 'decimal_mark', chosen: COMMA }, {
      code: 'decimal_mark',
      chosen: PROPOSED,
    });
    expect(mappingOf(PROPOSED, decisions)).toEqual(PROPOSED);
  });

  it('make a second number and manufacturer those of an alternate, and the first ones the part’s own', () => {
    expect(roles(all({ use: 2, role: 'mpn' }, { use: 3, role: 'manufacturer' }))).toEqual([
      'mpn 0',
      'manufacturer 0',
      'mpn 1',
      'manufacturer 1',
    ]);
    expect(roles(all({ use: 0, role: 'note' }, { use: 2, role: 'mpn' }))[2]).toBe('mpn 0');
    expect(roles(all({ use: 2, role: 'note' }, { use: 3, role: 'note' })).slice(2)).toEqual([
      'note 0',
      'note 0',
    ]);
  });

  it('leave the manufacturer beside the number that takes the place of the first one', () => {
    expect(roles(all({ use: 2, role: 'mpn' }, { use: 0, role: 'internal_number' }))).toEqual([
      'internal_number 0',
      'manufacturer 0',
      'mpn 0',
      'extra 0',
    ]);
    expect(roles(all({ use: 2, role: 'mpn' }, { use: 3, role: 'mpn' }, { use: 0, role: 'note' }))).toEqual([
      'note 0',
      'manufacturer 0',
      'mpn 0',
      'mpn 1',
    ]);
  });

  it('make an alternate’s number and manufacturer the part’s own together', () => {
    expect(
      roles(all({ use: 2, role: 'mpn' }, { use: 3, role: 'manufacturer' }, { use: 0, role: 'note' })),
    ).toEqual(['note 0', 'manufacturer 1', 'mpn 0', 'manufacturer 0']);
  });
});
