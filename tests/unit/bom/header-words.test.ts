/** What a column's name says, in the languages of those who write lists, and where it is misspelt. */
import { describe, expect, it } from 'vitest';
import { nearShortWord, readHeader } from '../../../shared/bom/mapping/header-words.ts';

const saysOf = (name: string) => [...readHeader(name).meanings].toSorted().join(' ');

describe('a name', () => {
  it.each([
    ['Bauteilkennzeichen', 'designator'],
    ['Stck', 'quantity'],
    ['Empreintes', 'footprint'],
    ['Especificaciones', 'description'],
    ['Sigla', 'designator'],
    ['Обозначение по схеме', 'designator'],
    ['制造商部件编号', 'manufacturer number'],
    ['単価', 'money'],
    ['製造型番', 'manufacturer number'],
  ])('%s says %s', (name, meanings) => expect(saysOf(name)).toBe(meanings));

  it.each([
    ['Unit$', 'board money'],
    ['Cost (€)', 'money'],
    ['Ext$', 'money total'],
    ['$0.50', ''],
    ['U$1', ''],
  ])('%s, with a sign of money, says %s', (name, meanings) => expect(saysOf(name)).toBe(meanings));

  it.each([
    ['Quantality', 'quantity'],
    ['Descirption', 'description'],
    ['Manufacterer', 'manufacturer'],
    ['Refernce Designator', 'designator'],
  ])('%s is misspelt, means %s and says less than the word itself', (name, meanings) => {
    expect(saysOf(name)).toBe(meanings);
    expect(readHeader(name).known).toBeLessThan(1);
  });

  it.each(['Field', 'constructor', 'Qyt', 'Sourced'])(
    '%s is no misspelt one',
    (name) => expect(saysOf(name)).toBe(''),
  );
});

describe('a short word', () => {
  it.each([
    ['Qyt', 'quantity'],
    ['Vla', 'value'],
    ['Dsc', 'description'],
  ])('%s is near one of a field', (name, meaning) => expect([...nearShortWord(name)]).toContain(meaning));

  it.each(['Qty', 'Ref', 'Vol', 'Bars', 'Qt', 'Qyt MPN', 'Quantitiy', ''])(
    '%s is near none',
    (name) =>
      expect([...nearShortWord(name)].filter((meaning) => meaning === 'quantity' || meaning === 'value'))
        .toEqual([]),
  );
});
