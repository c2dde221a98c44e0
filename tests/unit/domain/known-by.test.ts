import { describe, expect, it } from 'vitest';
import { shownFields } from '../../../shared/domain/known-by.ts';
import { KNOWN_BY, knownBy, surestOf } from '../../../shared/domain/source.ts';

describe('who knows a part', () => {
  it.each([
    ['supplier:mouser', 'supplier'],
    ['supplier:mouser-sandbox', 'supplier'],
    ['catalogue', 'catalogue'],
    ['own', 'own'],
    ['decoder:yageo-rc', 'scheme'],
    // nothing that is not said to know parts makes one exist
    ['suppliers', 'scheme'],
    ['', 'scheme'],
  ])('by the source %j is: %s', (source, known_by) => expect(knownBy(source)).toBe(known_by));

  it('is said by the surest source, whoever said it first', () => {
    expect(surestOf(['decoder:x', 'catalogue', 'supplier:a', 'supplier:b'])).toBe('supplier:a');
    expect(surestOf(['decoder:x', 'catalogue'])).toBe('catalogue');
    expect(surestOf(['decoder:x', 'decoder:y'])).toBe('decoder:x');
    expect(KNOWN_BY.at(-1)).toBe('scheme');
  });

  it('stands at each field, and at each statement that contradicts it', () => {
    const said = { value: 25, source: 'supplier:mouser', confidence: 1 };
    const field = {
      value: 50,
      unit: 'V',
      source: 'decoder:x',
      confidence: 1,
      reference: 'https://x.example',
    };
    expect(
      shownFields({ voltage_rating: { ...field, conflicts: [said] }, package: { ...said, value: '0603' } }),
    )
      .toEqual({
        voltage_rating: {
          ...field,
          known_by: 'scheme',
          conflicts: [{ ...said, known_by: 'supplier' }],
        },
        package: { ...said, value: '0603', known_by: 'supplier' },
      });
  });
});
