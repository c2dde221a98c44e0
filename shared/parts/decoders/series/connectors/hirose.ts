import type { Forms, SeriesTable } from '../../table.ts';
import { alike, type Family, family, listed } from './pattern.ts';

/** What packing and finish are left to: `(51)`, `(10)` and so on. */
const END =
  '[|(01)|(05)|(06)|(09)|(10)|(11)|(15)|(20)|(21)|(22)|(25)|(26)|(50)|(51)|(52)|(53)|(54)|(55)|(56)|(57)' +
  '|(58)|(59)|(60)|(70)|(75)|(76)|(80)|(81)|(86)|(90)|(98)|(99)]';

const TOP = { orientation: 'vertical', mounting: 'through-hole' } as const;
const SIDE = { orientation: 'right angle', mounting: 'through-hole' } as const;
const TOP_SMD = { orientation: 'vertical', mounting: 'surface mount' } as const;
const SIDE_SMD = { orientation: 'right angle', mounting: 'surface mount' } as const;
const HOUSING = { description: 'Crimp housing', mounting: 'cable housing' } as const;

type Lines = readonly (readonly [pattern: string, own: Partial<Family>])[];

const forms = (shared: Partial<Family>, lines: Lines): Forms =>
  lines.map(([pattern, own]) => family(pattern + END, { from: 2, to: 40, ...shared, ...own }));

const wire = (series: string, pitch: number) => ({
  series,
  pitch,
  category: 'wire_to_board_connector',
  description: 'Wire-to-board header',
} as const);
const mezzanine = (series: string, pitch: number) => ({
  series,
  pitch,
  category: 'board_to_board_connector',
  description: 'Board-to-board connector',
  rows: 2,
  counts: 'all',
  step: 2,
  from: 10,
  to: 120,
  ...TOP_SMD,
} as const);
const flat = {
  category: 'flat_cable_connector',
  description: 'FFC/FPC connector',
  from: 4,
  to: 80,
  ...SIDE_SMD,
} as const;

export const hirose: SeriesTable = {
  id: 'hirose-connectors',
  manufacturer: 'Hirose Electric',
  category: 'connector',
  series: 'Connectors',
  description: 'Connector',
  reference: { title: 'Connectors, by series', url: 'https://www.hirose.com/en/product/series/' },
  forms: () => [
    ...forms(wire('DF13', 1.25), [
      ['DF13-#P-1.25DSA', TOP],
      ['DF13-#P-1.25DS', SIDE],
      ['DF13[|A|B|C|E]-#P-1.25H', SIDE_SMD],
      ['DF13[|A|B|C|E]-#P-1.25V', TOP_SMD],
      ['DF13-#S-1.25C', HOUSING],
    ]),
    ...forms(wire('DF14', 1.25), [
      ['DF14[|A]-#P-1.25H', SIDE_SMD],
      ['DF14-#S-1.25C', HOUSING],
    ]),
    ...forms({ ...wire('DF11', 2), rows: 2, counts: 'all', step: 2, from: 4 }, [
      ['DF11-#DP-2DSA', TOP],
      ['DF11-#DP-2DS', SIDE],
      ['DF11-#DS-2C', HOUSING],
    ]),
    ...forms(wire('DF3', 2), [
      ['DF3[|A]-#P-2DSA', TOP],
      ['DF3[|A]-#P-2DS', SIDE],
      ['DF3-#S-2C', HOUSING],
    ]),
    ...forms(wire('DF1', 2.5), [
      ['DF1B-#P-2.5DSA', TOP],
      ['DF1B-#P-2.5DS', SIDE],
      ['DF1B-#S-2.5R', HOUSING],
    ]),
    ...forms(wire('DF63', 3.96), [
      ['DF63-#P-3.96DSA', TOP],
      ['DF63-#S-3.96C', HOUSING],
    ]),
    ...forms(wire('DF52', 0.8), [['DF52-#S-0.8H', SIDE_SMD]]),
    ...forms(wire('DF65', 1.7), [
      ['DF65-#P-1.7V', TOP_SMD],
      ['DF65-#S-1.7C', HOUSING],
    ]),
    ...forms(wire('DF57', 1.2), [
      ['DF57[|H]-#P-1.2V', TOP_SMD],
      ['DF57-#S-1.2C', HOUSING],
    ]),
    ...forms(mezzanine('DF12', 0.5), [['DF12[|A|B|C|D|E]([3.0|3.5|4.0|5.0])-#D[P|S]-0.5V', {}]]),
    ...forms(mezzanine('DF17', 0.5), [['DF17[|A|B|C]([1.0|2.0|3.0|4.0])-#D[P|S]-0.5V', {}]]),
    ...forms(mezzanine('DF40', 0.4), [
      ['DF40[C|B|T|GB|GL|JC]-#D[P|S]-0.4V', {}],
      ['DF40[C|T|JC]([2.0])-#DS-0.4V', {}],
      ['DF40HC([2.5|3.0|3.5|4.0])-#DS-0.4V', {}],
    ]),
    ...forms(mezzanine('DF30', 0.4), [['DF30[FB|FC|RB|RC]-#D[P|S]-0.4V', {}]]),
    ...forms(mezzanine('BM20', 0.4), [['BM20B([0.6|0.8])-#D[P|S]-0.4V', {}]]),
    ...forms({ ...flat, pitch: 0.5 }, [
      ['FH12[|A|F|S]-#S-0.5SH', { series: 'FH12' }],
      ['FH12[|A|F]-#S-0.5SV', { series: 'FH12', ...TOP_SMD }],
      ['FH19[C|SC]-#S-0.5SH', { series: 'FH19' }],
      ['FH28[|D|E|H]-#S-0.5SH', { series: 'FH28' }],
      ['FH33-#S-0.5SH', { series: 'FH33' }],
      ['FH34[S|SRJ|SJ]-#S-0.5SH', { series: 'FH34' }],
      ['FH40-#S-0.5SV', { series: 'FH40', ...TOP_SMD }],
      ['FH41-#S-0.5SH', { series: 'FH41' }],
      ['FH52[|E|K]-#S-0.5SH', { series: 'FH52' }],
    ]),
    ...forms({ ...flat, pitch: 1 }, [
      ['FH12[|A]-#S-1SH', { series: 'FH12' }],
      ['FH12[|A]-#S-1SV', { series: 'FH12', ...TOP_SMD }],
    ]),
    ...forms({ ...flat, pitch: 0.3 }, [
      ['FH26[|W]-#S-0.3SHW', { series: 'FH26' }],
      ['FH35[|C|W]-#S-0.3SHW', { series: 'FH35' }],
    ]),
    listed({
      ...alike(
        'U.FL-R-SMT-1 U.FL-R-SMT-1(01) U.FL-R-SMT-1(10) U.FL-R-SMT-1(40) U.FL-R-SMT-1(60) U.FL-R-SMT-1(80) ' +
          'U.FL-R-SMT U.FL-R-SMT(01) U.FL-R-SMT(10)',
        {
          category: 'rf_connector',
          series: 'U.FL',
          description: 'Ultra small coaxial receptacle, 50 ohm',
          package: 'surface mount, vertical',
          orientation: 'vertical',
        },
      ),
      ...alike('W.FL-R-SMT-1 W.FL-R-SMT-1(10) W.FL-R-SMT-1(60)', {
        category: 'rf_connector',
        series: 'W.FL',
        description: 'Ultra small coaxial receptacle, 50 ohm',
        package: 'surface mount, vertical',
        orientation: 'vertical',
      }),
      ...alike('X.FL-R-SMT-1 X.FL-R-SMT-1(01) X.FL-R-SMT-1(10) X.FL-R-SMT-1(80)', {
        category: 'rf_connector',
        series: 'X.FL',
        description: 'Ultra small coaxial receptacle, 50 ohm',
        package: 'surface mount, vertical',
        orientation: 'vertical',
      }),
      ...alike('DM3AT-SF-PEJM5 DM3AT-SF-PEJ DM3D-SF DM3CS-SF DM3C-SF DM3BT-DSF-PEJS DM3BT-DSF-PEJ', {
        category: 'card_connector',
        series: 'DM3',
        description: 'microSD card connector',
        package: 'surface mount',
      }),
      ...alike(
        'ZX62-B-5PA ZX62-B-5PA(11) ZX62-B-5PA(30) ZX62-B-5PA(33) ZX62D-B-5PA8 ZX62D-B-5PA8(30) ZX62D-B-5P8 ' +
          'ZX62D-B-5P8(30) ZX62R-B-5P ZX62R-B-5P(30) ZX62M-B-5P ZX62M-B-5P(01) ZX62M-B-5P(30)',
        {
          category: 'usb_connector',
          series: 'ZX',
          description: 'USB Micro-B receptacle',
          package: 'surface mount, right angle, 5 contacts',
          pins: 5,
          orientation: 'right angle',
        },
      ),
      ...alike(
        'ZX62-AB-5PA ZX62-AB-5PA(11) ZX62-AB-5PA(31) ZX62D-AB-5P8 ZX62D-AB-5P8(30) ZX62RD-AB-5P8(30)',
        {
          category: 'usb_connector',
          series: 'ZX',
          description: 'USB Micro-AB receptacle',
          package: 'surface mount, right angle, 5 contacts',
          pins: 5,
          orientation: 'right angle',
        },
      ),
      ...alike(
        'UX60-MB-5ST UX60-MB-5S8 UX60A-MB-5ST UX60SC-MB-5ST UX60SC-MB-5ST(80) UX60SC-MB-5S8 UX60SC-MB-5S8(80)',
        {
          category: 'usb_connector',
          series: 'UX60',
          description: 'USB Mini-B receptacle',
          package: 'surface mount, right angle, 5 contacts',
          pins: 5,
          orientation: 'right angle',
        },
      ),
      ...alike('CX70M-24P1 CX90M-16P', {
        category: 'usb_connector',
        series: 'CX',
        description: 'USB C receptacle',
        package: 'right angle',
        orientation: 'right angle',
      }),
      ...alike(
        'DF13-2630SCF DF13-2630SCFA DF13-3032SCF DF11-2428SC DF11-2428SCF DF11-22SC DF3-2428SC DF3-22SC DF3-2428SCF',
        {
          category: 'wire_to_board_connector',
          description: 'Crimp contact',
          package: 'crimp contact',
        },
      ),
    }),
  ],
};
