import { type TextFormat, WHOLE } from '../../../shared/bom/formats/format.ts';

/** A first line `#parts`, then a part and its quantity in each: `LM358DR x 3`. */
export const partsList: TextFormat = {
  container: 'parts_list',
  detects: (text) => text.startsWith('#parts') ? 1 : 0,
  read(text) {
    const rows = text.split('\n').slice(1).map((line, i) => ({
      number: i + 2,
      cells: line.split(' x '),
      typed: null,
      isAfterBlank: false,
      isHidden: false,
    }));
    return {
      container: 'parts_list',
      encoding: null,
      separator: null,
      tables: [{ ...WHOLE, rows }],
      issues: [],
    };
  },
};
