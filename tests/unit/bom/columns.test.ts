/** Whose a shop's numbers are, which column is the footprint's, and what the answer to a question about numbers keeps. */
import { describe, expect, it } from 'vitest';
import { withAnswer } from '../../../client/mapping-answers.ts';
import { openText } from '../../../shared/bom/open.ts';
import { previewOpened, readOpened } from '../../../shared/bom/preview.ts';
import type { FileMapping } from '../../../shared/domain/mapping.ts';

const read = (text: string) => previewOpened(openText(text), {});
const suppliersOf = (text: string) =>
  read(text).lines.map(({ supplier_numbers }) =>
    supplier_numbers.map(({ supplier, number }) => `${supplier} ${number}`)
  );

describe('a shop’s number', () => {
  it('is of the shop whose shape it has, below a name of several', () => {
    const text =
      'Ref,Qty,Digikey/Mouser Part,MPN\nR1,1,603-RC0603FR-0710KL,RC0603FR-0710KL\nC1,1,490-1234-1-ND,GRM188R71H104KA93D\nJ1,1,713-110990037,110990037';
    expect(suppliersOf(text)).toEqual([
      ['Mouser 603-RC0603FR-0710KL'],
      ['DigiKey 490-1234-1-ND'],
      ['Mouser 713-110990037'],
    ]);
  });

  it('is of the one shop that a column names twice', () => {
    const { columns } =
      read('Ref,Qty,Farnell / element14 Code,MPN\nR1,1,1469798,RC0603FR-0710KL\nR2,1,1469799,RC0603FR-0711KL')
        .mapping;
    expect(columns[2]).toMatchObject({ role: 'supplier_number', supplier: 'Farnell' });
  });

  it('is neither its stock nor its price, where the shop stands above several columns', () => {
    const text =
      ',,,,Digi-Key,,,,Mouser,,,\nRefs,Manf#,Qty,Unit$,Avail,Unit$,Cat#,Doc,Avail,Ext$,Cat#,Doc\nR1,RC0603FR-0710KL,1,$0.10,5925,$0.01,311-10.0KHRCT-ND,Link,7163,$0.00,603-RC0603FR-0710KL,Link\nU1,LM358DR,1,$0.20,7748,$0.30,296-1395-1-ND,Link,3511,$0.00,595-LM358DR,Link';
    expect(suppliersOf(text)).toEqual([
      ['DigiKey 311-10.0KHRCT-ND', 'Mouser 603-RC0603FR-0710KL'],
      ['DigiKey 296-1395-1-ND', 'Mouser 595-LM358DR'],
    ]);
  });

  it('is one of two behind "or", and none where a remark stands', () => {
    const text =
      'Ref,Qty,Digikey Part Number,MPN\nU1,1,576-2835-1-ND or ADP121-AUJZ33R7CT-ND,MIC5265\nC1,1,"No tantalum, tolerance 20%",GRM188R71H104KA93D\nC2,1,445-4953-1-ND,C1005X7R1C104M050BC';
    expect(suppliersOf(text)).toEqual([
      ['DigiKey 576-2835-1-ND', 'DigiKey ADP121-AUJZ33R7CT-ND'],
      [],
      ['DigiKey 445-4953-1-ND'],
    ]);
  });

  it('makes no manufacturer of its shop, of which only some are known to make things', () => {
    const roleOf = (text: string) => read(text).mapping.columns[1]!.role;
    expect(
      roleOf('Designation,Supplier,Qty\nSmall board,DFRobot,1\nMotor,Pololu,1\nSwitch,Corner shop,2'),
    ).toBe('supplier');
    expect(
      roleOf('Ref,Vendor,Vendor P/N,Qty\nR1,Yageo,RC0603FR-0710KL,1\nC1,Murata,GRM188R71H104KA93D,1'),
    ).toBe('manufacturer');
  });
});

it('a type that is a package is the footprint, and a way of mounting is none', () => {
  const footprints = (cells: readonly string[]) =>
    read(`Ref,Qty,Value,Type\n${cells.map((cell, i) => `R${i},1,10k,${cell}`).join('\n')}`).lines
      .flatMap(({ footprint }) => footprint ?? []);
  expect(footprints(['0603', 'SOT-23', 'TQFP-32'])).toEqual(['0603', 'SOT-23', 'TQFP-32']);
  expect(footprints(['SMD', 'THT', 'SMD'])).toEqual([]);
});

it('values that somebody confirms to be part numbers are looked up, and stay values', () => {
  const text =
    'Ref,Qty,Value\nR1,1,RC0603FR-0710KL\nC1,1,GRM188R71H104KA93D\nU1,1,LM358DR\nU2,1,STM32F103C8T6\nR2,1,10k';
  const { mapping, questions } = read(text);
  const [none, numbers] = questions[0]!.options;
  expect(none!.mapping).toEqual(mapping);
  const proposed = { ...mapping, file_sha256: '' } as FileMapping;
  const answer = withAnswer(proposed, proposed, { ...numbers!.mapping, file_sha256: '' } as FileMapping);
  const { lines, issues } = readOpened(openText(text), answer);
  expect(lines.map(({ mpn, value }) => [mpn, value])).toEqual([
    ['RC0603FR-0710KL', 'RC0603FR-0710KL'],
    ['GRM188R71H104KA93D', 'GRM188R71H104KA93D'],
    ['LM358DR', 'LM358DR'],
    ['STM32F103C8T6', 'STM32F103C8T6'],
    [null, '10k'],
  ]);
  expect(issues.map(({ code }) => code)).not.toContain('nothing_to_look_up');
});

it('a sheet of places without a header is told of with a warning', () => {
  const [list, placed] = [
    'Supplier,Qty,Supplier number,Description\nMouser,9,80-C603C104K5RAC3121,Capacitor 100 nF\nMouser,2,80-CBR06C220J5GAUTO,Capacitor 22 pF',
    'C1,10u\nC2,22p\nR1,10k\nR2,1k',
  ].map((text) => openText(text));
  const tables = [{ ...list!.tables[0]!, name: 'Order' }, { ...placed!.tables[0]!, name: 'Board' }];
  const { issues } = previewOpened({ ...list!, tables }, {});
  expect(issues.find(({ code }) => code === 'table_not_read')).toMatchObject({ severity: 'warning' });
});

it('what EasyEDA says of its own models and libraries is of no field', () => {
  const { columns } = read(
    'Designator,Quantity,Manufacturer Part,3DModel,Contributor\nR1,1,RC0603FR-0710KL,R0603_L1.6-W0.8,lcsc\nU1,1,LM358DR,SOIC-8_L4.9-W3.9,lcsc\nU2,1,LM324DR,SOIC-14_L8.7-W3.9,LCSC',
  ).mapping;
  expect(columns.slice(3).map(({ role }) => role)).toEqual(['extra', 'extra']);
});

it('words in front of values and counts without any name say what the parts are', () => {
  const { lines } = read(
    'CAP,6V 680µF,4\nCON,micro USB B,1\nresistor,10k 0.1%,10\naudio jack,,5\nterminal,,2',
  );
  expect(lines.map(({ description }) => description)).toEqual([
    'CAP',
    'CON',
    'resistor',
    'audio jack',
    'terminal',
  ]);
});

it('a way of mounting is no value', () => {
  const { lines } = read(
    'Ref,Qty,MPN,Description,Type\nR1,1,RC0603FR-0710KL,10k,SMD\nJ1,1,61300211121,Header,Thru-Hole\nU1,1,LM358DR,Op amp,SMD',
  );
  expect(lines.map(({ value }) => value)).toEqual([null, null, null]);
});

it('values stand in the comments where a column of values is empty', () => {
  const { lines } = read(
    'No.,Quantity,Comment,Designator,Footprint,Value,Manufacturer Part\n1,2,1N4148W,"D1,D2",SOD-123,,\n2,1,WS2812B,LED1,PLCC4,,\n3,1,100nF,C1,0603,,',
  );
  expect(lines.map(({ value, note }) => [value, note])).toEqual([
    ['1N4148W', null],
    ['WS2812B', null],
    ['100nF', null],
  ]);
});

it('a tick below a shop’s name is no number of the shop', () => {
  expect(suppliersOf('Ref,Qty,Value,In DigiKey list\nR1,1,10k,Y\nC1,1,100n,Y\nU1,1,LM358,N\nJ1,1,USB,'))
    .toEqual([
      [],
      [],
      [],
      [],
    ]);
});

it('of a list of places and an order of packs for them, the list is read', () => {
  const [list, order] = [
    'Part,Value,Package,Description,PN\nC1,100n,0805,Cap,\nC2,100n,0805,Cap,\nC3,10u,0805,Cap,\nR1,10k,0805,Res,\nR2,10k,0805,Res,\nR3,1k,0805,Res,\nL1,6.8uH,5020,Coil,NRS5020T6R8M\nD1,BAT54,SOT-23,Diode,',
    'Vendor,Qty,Value,Parts,Description,PN\nMouser,100,100n,"C1, C2",Cap,\nMouser,50,10u,C3,Cap,\nMouser,100,10k,"R1, R2",Res,\nMouser,100,1k,R3,Res,\nMouser,4,6.8uH,L1,Coil,NRS5020T6R8M\nMouser,10,BAT54,D1,Diode,',
  ].map((text) => openText(text));
  const tables = [{ ...list!.tables[0]!, name: 'Sheet1' }, { ...order!.tables[0]!, name: 'Sheet2' }];
  const { lines, questions } = previewOpened({ ...list!, tables }, {});
  expect(questions).toEqual([]);
  expect(lines.map(({ designators, quantity }) => [designators.join(), quantity])).toEqual([
    ['C1,C2', 2],
    ['C3', 1],
    ['R1,R2', 2],
    ['R3', 1],
    ['L1', 1],
    ['D1', 1],
  ]);
});
