import { describe, expect, it } from 'vitest';
import { CATEGORIES, type Category, fieldsFor, isWithin, rootOf } from '../../../shared/domain/categories.ts';
import { FIELD_NAMES, FIELDS } from '../../../shared/domain/fields.ts';

describe('the tree of categories', () => {
  it('has every parent it names, and no circle', () => {
    for (const [name, row] of Object.entries(CATEGORIES)) {
      const parent = 'parent' in row ? row.parent : null;
      if (parent === null) continue;
      expect(Object.keys(CATEGORIES), name).toContain(parent);
      expect(isWithin(name, parent), name).toBe(true);
      expect(isWithin(parent, name), name).toBe(false);
      expect(rootOf(name)).toBe(rootOf(parent));
    }
  });

  it('hands down what a category does not say itself', () => {
    expect(fieldsFor('required', 'chip_resistor')).toEqual(fieldsFor('required', 'resistor'));
    expect(fieldsFor('shown', 'jumper')).toEqual(fieldsFor('shown', 'resistor'));
    expect(fieldsFor('required', 'jumper')).not.toContain('tolerance');
    expect(fieldsFor('required', 'fuse')).toEqual(fieldsFor('required', undefined));
  });

  it('asks of every category for whose part it is, which kind and its package, and for nothing twice', () => {
    for (const name of Object.keys(CATEGORIES) as Category[]) {
      const required = fieldsFor('required', name);
      expect(required, name).toEqual(expect.arrayContaining(['manufacturer', 'category', 'package']));
      expect(new Set(required).size, name).toBe(required.length);
    }
  });

  it.each(['toString', 'constructor', '', 'Resistor'])('does not know the word %j', (word) => {
    expect(fieldsFor('required', word)).toEqual(fieldsFor('required', undefined));
    expect(isWithin(word, 'resistor')).toBe(false);
  });
});

describe('the fields', () => {
  it('are read in the order of their rows, who made it and what it is first', () => {
    expect(FIELD_NAMES.slice(0, 2)).toEqual(['manufacturer', 'category']);
  });

  it('have labels of their own', () => {
    expect(new Set(Object.values(FIELDS).map(({ label }) => label)).size).toBe(FIELD_NAMES.length);
  });
});
