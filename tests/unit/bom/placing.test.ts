/** What words about placing decide, and what is said of them on the line. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../shared/bom/open.ts';
import { previewOpened } from '../../../shared/bom/preview.ts';

const CODES = [
  'conditional_not_placed',
  'conditional_placed',
  'read_as_not_placed',
  'not_placed_by_word',
  'do_not_place_unread',
];

/** What became of the line in row 2, and what was said of it. */
function decided(text: string) {
  const { lines, issues } = previewOpened(openText(text), {});
  const said = issues.filter(({ row, code }) => row === 2 && CODES.includes(code));
  return {
    isPlaced: !lines[0]!.do_not_place,
    says: said.map(({ severity, code }) => `${severity} ${code}`),
    detail: said.map(({ detail }) => detail).join('\n'),
  };
}

describe('a word in a column that says what is placed', () => {
  const inAssembly = (word: string) =>
    decided(
      `Ref,Qty,MPN,Assembly\nR1,1,RC0603FR-0710KL,${word}\nR2,1,RC0603FR-0711KL,yes\nC1,1,GRM188R71H104KA93D,yes\n`,
    );

  it.each([
    'optional',
    'Option',
    '(optional)',
    'do not fit unless 5 V is used',
    'DNP if R2 is placed',
    'opt.',
  ])(
    '%s leaves it open: not placed, and the line warns',
    (word) => {
      const { isPlaced, says, detail } = inAssembly(word);
      expect({ isPlaced, says }).toEqual({ isPlaced: false, says: ['warning conditional_not_placed'] });
      expect(detail).toContain(`"${word}"`);
      expect(detail).toContain('taken as not placed');
    },
  );

  it.each([
    'Do not fit in variant B',
    'DNP for the lite version',
    'not fitted on rev C',
    'DNP in V2',
    'nicht bestückt bei Variante 2',
  ])('%s is of some boards: placed, and the line warns', (word) => {
    const { isPlaced, says, detail } = inAssembly(word);
    expect({ isPlaced, says }).toEqual({ isPlaced: true, says: ['warning conditional_placed'] });
    expect(detail).toContain(`"${word}"`);
    expect(detail).toContain('taken as placed');
  });

  it('says that the part is not placed, and the line names the column', () => {
    expect(inAssembly('no pop')).toMatchObject({ isPlaced: false, says: ['info not_placed_by_word'] });
  });

  it('of an answer nothing is said', () => {
    expect(inAssembly('no')).toMatchObject({ isPlaced: false, says: [] });
    const fitted =
      'Ref,Qty,MPN,Fitted\nR1,1,RC0603FR-0710KL,Not Fitted\nR2,1,RC0603FR-0711KL,Fitted\nR3,1,RC0603FR-0712KL,Fitted\n';
    expect(decided(fitted)).toMatchObject({ isPlaced: false, says: [] });
    expect(decided(fitted.replace('Fitted\nR1', 'DNP\nR1').replace('Not Fitted', 'DNP')))
      .toMatchObject({ isPlaced: false, says: [] });
  });
});

describe('a word for some boards elsewhere on a line', () => {
  const beside = (column: string, text: string) =>
    decided(`Ref,Qty,MPN,${column}\nR1,1,RC0603FR-0710KL,${text}\nC1,1,GRM188R71H104KA93D,\n`);

  it.each([
    ['Note', 'only for version 2'],
    ['Note', 'optional'],
    ['Value', '10k (optional)'],
    ['Note', 'nur für Variante B'],
    ['Note', 'DNP in variant B'],
    ['Description', 'Optional resistor'],
  ])('%s "%s": placed, and the line warns', (column, text) => {
    expect(beside(column, text)).toMatchObject({ isPlaced: true, says: ['warning conditional_placed'] });
  });

  it.each([
    'do not fit in this version',
    'DNP in this revision',
    'not fitted on current version',
    'DNP for future revision',
    'not placed in the next revision',
    'DNP in all variants',
    'nicht bestückt in dieser Version',
    'DNP V1.0',
    'DNP rev B',
    'V1.0 DNP',
    'DNP (was fitted on rev A)',
    'Not placed in production version',
    'DNP - removed in rev B',
    'not fitted, see revision B notes',
    'not fitted, see the notes for variant B',
  ])('"%s" is of the board at hand: not placed, under no condition', (text) => {
    expect(beside('Note', text)).toMatchObject({ isPlaced: false, says: ['info not_placed_by_word'] });
  });

  it.each(['Variant B: do not fit', 'DNP on V2 only', 'do not fit rev 2 only'])(
    '"%s" is of other boards: placed, and the line warns',
    (text) => {
      expect(beside('Note', text)).toMatchObject({ isPlaced: true, says: ['warning conditional_placed'] });
    },
  );

  it.each([
    ['Note', 'see version 2 of the datasheet'],
    ['Note', 'only in this version'],
    ['Note', 'order only from the manufacturer'],
    ['Description', 'socket with optional latch'],
    ['Note', 'option 3 of the family, 3.3 V'],
  ])('%s "%s" says nothing of it', (column, text) => {
    expect(beside(column, text)).toMatchObject({ isPlaced: true, says: [] });
  });
});

describe('a title of what need not be placed', () => {
  it.each(['OPTIONAL:', 'Optional parts', 'Options'])(
    '%s: not placed, and each line below warns',
    (title) => {
      const { lines, issues } = previewOpened(
        openText(
          `Ref,Qty,MPN,Value\nR1,1,RC0603FR-0710KL,10k\n${title},,,\nR2,1,RC0603FR-0711KL,11k\nC1,1,GRM188R71H104KA93D,100n\n`,
        ),
        {},
      );
      expect(lines.map(({ do_not_place }) => do_not_place)).toEqual([false, true, true]);
      expect(
        issues.filter(({ code }) => code === 'conditional_not_placed').map((
          { row, severity },
        ) => [row, severity]),
      ).toEqual([[4, 'warning'], [5, 'warning']]);
    },
  );
});

describe('a blank row below a title of what need not be placed', () => {
  const placedBelow = (title: string, ...rows: string[]) =>
    previewOpened(
      openText(
        ['Item,Description,Qty,MPN', '1,Resistor,1,RC0603FR-0710KL', `,${title},,`, ...rows].join('\n'),
      ),
      {},
    ).lines.slice(1).map(({ do_not_place }) => !do_not_place);
  const [header, capacitor] = ['2,Header,1,B2B-XH-A', '3,Capacitor,2,GRM188R71H104KA93D'];

  it('ends it behind its parts', () => {
    expect(placedBelow('Optional parts', header, '', capacitor)).toEqual([false, true]);
  });

  it('ends it not in front of them, nor where the title says that they are not placed', () => {
    expect(placedBelow('Optional parts', '', header, capacitor)).toEqual([false, false]);
    expect(placedBelow('Do not populate', header, '', capacitor)).toEqual([false, false]);
  });
});

describe('a word that says that nothing is connected or mounted', () => {
  const line = (ref: string, value: string, description: string) =>
    decided(
      `Ref,Qty,Value,Description\n${ref},1,${value},${description}\nR9,1,10k,thick film resistor\nC9,1,100n,ceramic capacitor\n`,
    );

  it.each([
    ['C1', 'NC', ''],
    ['C1', 'C N.C. 0805', ''],
    ['R1', '10k/NC', ''],
    ['R1', '10k', 'R N.C. 0603 M'],
    ['U1', '', 'LM7805 TO220 N.C. 5V DC'],
    ['R1', '10k', 'not mounted'],
    ['R1', '10k not mounted', ''],
    ['J1', '', 'Female header 8 position unpopulated'],
  ])('%s "%s" "%s": not placed, and the line warns', (ref, value, description) => {
    expect(line(ref, value, description)).toMatchObject({
      isPlaced: false,
      says: ['warning read_as_not_placed'],
    });
  });

  it('is no other word for it, which means nothing else', () => {
    expect(line('R1', '10k DNP', '')).toMatchObject({ isPlaced: false, says: ['info not_placed_by_word'] });
  });

  it.each([
    ['K1', 'SPST-NC', ''],
    ['K1', 'G5V-1', 'Relay NC 5 V'],
    ['SW1', 'push button NC', ''],
    ['K2', 'NC/NO', 'contacts'],
    ['D1', '', 'reed contact NC'],
    ['U1', '', 'pin 4 NC'],
  ])('%s "%s" "%s" is of contacts or pins', (ref, value, description) => {
    expect(line(ref, value, description)).toMatchObject({ isPlaced: true, says: [] });
  });
});

describe('every word for what is not placed is found behind a value', () => {
  it.each([
    'DNP',
    'DNF',
    'DNM',
    'no pop',
    'no-populate',
    'no stuff',
    'no mount',
    'do not place',
    "don't fit",
    'do-not-solder',
    'not to be placed',
    'not fitted',
    'unpopulated',
    'unstuffed',
    'leave empty',
    'nicht bestückt',
    'nicht zu bestücken',
    'unbestückt',
    'nicht montiert',
    'nicht gelötet',
    'ne pas monter',
    'ne pas câbler',
    'non monté',
    'non câblée',
    'non montato',
    'non montare',
    'no montar',
    'no colocar',
    'sin montar',
    'não montar',
    'nao montado',
    'niet plaatsen',
    'nie montować',
    'neosazovat',
    'не устанавливать',
    'не паять',
    'Не монтируется',
    '不贴',
    '未焊',
    '空贴',
    '免贴',
    '非実装',
    '実装なし',
    '未実装',
    '미실장',
    '미삽',
  ])('%s', (word) => {
    const { lines } = previewOpened(
      openText(`Ref,Qty,Value,Description\nR1,1,10k ${word},\nR2,1,11k,thick film\nR3,1,_${word},\n`),
      {},
    );
    expect(lines.map(({ do_not_place }) => do_not_place)).toEqual([true, false, true]);
  });

  it('is no place: in a column of places it says of what is described that it may be left out', () => {
    const text = 'Ref,Qty,MPN,Value\nOptional,1,RC0603FR-0710KL,10k\nR2,1,RC0603FR-0711KL,11k\n';
    expect(decided(text)).toMatchObject({ isPlaced: true, says: ['warning conditional_placed'] });
    expect(previewOpened(openText(text), {}).lines[0]!.designators).toEqual([]);
  });

  it.each([
    'NF',
    'np',
    'n.m.',
    'not used',
    'not use',
    'n.b.',
    'entfällt',
    'nicht benötigt',
    'no usar',
    'non utilisé',
    'не используется',
    '空',
    'NM',
    'dnx',
    'nopop',
    'NOSTUFF',
    'not placed',
    'NC',
    'n.c.',
  ])(
    '%s alone',
    (word) => {
      expect(decided(`Ref,Qty,Value,MPN\nR1,1,${word},\nR2,1,10k,RC0603FR-0710KL\n`).isPlaced).toBe(false);
    },
  );

  it.each([
    'optional',
    'opt',
    'omit',
    'excluded',
    'leave empty',
    'empty',
    '预留',
    'd/n/p',
    'n/f',
    'npl',
    'depopulate',
  ])(
    '%s in the column of part numbers',
    (word) => {
      expect(
        decided(`Ref,Qty,Value,MPN\nR1,1,10k,${word}\nR2,1,10k,RC0603FR-0710KL\nR3,1,10k,RC0603FR-0711KL\n`)
          .isPlaced,
      )
        .toBe(false);
    },
  );

  it.each(['NF(R1 R2)', 'DNP: R1, R2', 'NA(1k/R0603)'])('%s', (text) => {
    expect(decided(`Ref,Qty,Value,Note\n"R1, R2",2,10k,"${text}"\nR3,1,10k,\n`).isPlaced).toBe(false);
  });
});
