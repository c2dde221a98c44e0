import { bareCodes, codes, digits, tolerances } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { seriesCodes } from './aluminium.ts';
import { decadeVoltages, joined, zerosVoltages } from './ceramic.ts';
import { cans, microfarads, picofarads, plainMicrofarads, withinTwentyPercent } from './electrolytic.ts';

const CATEGORY = 'polymer_capacitor';
const DESCRIPTION = 'Conductive polymer aluminium capacitor';

const SMD = { package: 'SMD can' } as const;
const RADIAL = { package: 'Radial' } as const;

const PANASONIC = { manufacturer: 'Panasonic', category: CATEGORY } as const;

const OSCON: readonly Segment[] = [
  joined(
    codes('voltage', 'voltage_rating', {
      '2': 2,
      '2R5': 2.5,
      '4': 4,
      '6': 6.3,
      '10': 10,
      '16': 16,
      '20': 20,
      '25': 25,
      '32': 32,
      '35': 35,
      '40': 40,
      '50': 50,
      '63': 63,
      '80': 80,
      '100': 100,
    }),
    {
      name: 'series',
      codes: {
        ...seriesCodes('SVP SVPA SVPB SVPC SVPD SVPE SVPF SVPG SVPK SVPS SVPT SVQP SVF SXV', '', SMD).codes,
        ...seriesCodes('SEP SEPC SEPF SEPG SEQP SEK SEF SXE SA SC SF SL SP SS', '', RADIAL).codes,
      },
    },
  ),
  plainMicrofarads,
  { literal: 'M' },
  bareCodes('type', 'X V W D LV'),
];

export const panasonicOscon: SeriesTable = {
  ...PANASONIC,
  id: 'panasonic-oscon',
  series: 'OS-CON',
  description: DESCRIPTION,
  reference: {
    title: 'OS-CON, conductive polymer aluminum solid capacitors, explanation of part numbers',
    url: 'https://industrial.panasonic.com/ww/products/pt/os-con',
  },
  forms: () =>
    [OSCON, OSCON.slice(0, -1)].map((
      form,
    ) => [...form, { optional: [bareCodes('leads', '+T +TSS +TPG +C3')] }]),
  ratings: withinTwentyPercent,
};

export const panasonicHybrid: SeriesTable = {
  ...PANASONIC,
  id: 'panasonic-eeh',
  series: 'EEH',
  description: 'Conductive polymer hybrid aluminium capacitor',
  reference: {
    title: 'Conductive polymer hybrid aluminum electrolytic capacitors, explanation of part numbers',
    url: 'https://industrial.panasonic.com/ww/products/pt/hybrid-aluminum',
  },
  forms: () => [[
    { literal: 'EEH' },
    seriesCodes('ZA ZC ZE ZF ZK ZL ZS ZT ZU ZV', 'EEH-', SMD),
    decadeVoltages('1E 1V 1H 1J 1K'),
    microfarads,
    bareCodes('suffix', 'P R V XP XR XV UP UR UV XUP XUV VP'),
  ]],
  ratings: [{ states: { tolerance: 20, feature: 'hybrid' } }],
};

export const panasonicSpCap: SeriesTable = {
  ...PANASONIC,
  id: 'panasonic-eef',
  series: 'SP-Cap',
  description: DESCRIPTION,
  reference: {
    title: 'SP-Cap, conductive polymer aluminum electrolytic capacitors, explanation of part numbers',
    url: 'https://industrial.panasonic.com/ww/products/pt/sp-cap',
  },
  forms: () => [[
    { literal: 'EEF' },
    seriesCodes('CD CS CT CX GX HX HZ JX KX LX LS LT SD SL SR SS ST SX UD UE UL', 'EEF-'),
    decadeVoltages('0D 0E 0G 0J 1A 1C 1D 1E', { '1B': 12.5 }),
    microfarads,
    bareCodes('suffix', 'R ER XR XE UR YR LR GR ZR E4 E7 L4 L7 R4 R6 U7 V4 Y4 YE'),
  ]],
  ratings: withinTwentyPercent,
};

export const nichiconPolymer: SeriesTable = {
  id: 'nichicon-p',
  manufacturer: 'Nichicon',
  category: CATEGORY,
  series: 'P',
  description: DESCRIPTION,
  reference: {
    title: 'Conductive polymer aluminum solid electrolytic capacitors, type numbering system',
    url: 'https://www.nichicon.co.jp/english/series_items/catalog_pdf/e-plg.pdf',
  },
  forms: () => [
    [
      seriesCodes('PCA PCF PCG PCH PCJ PCK PCL PCM PCR PCS PCV PCX PCZ', '', SMD),
      decadeVoltages('0E 0G 0J 1A 1C 1D 1E 1V 1H 1J 1K 2A'),
      microfarads,
      tolerances('M'),
      bareCodes('configuration', 'CL1GS CL6GS CL9GS NL1GS NL6GS'),
    ],
    [
      seriesCodes('PLE PLF PLG PLM PLS PLV PLX PLZ', '', RADIAL),
      decadeVoltages('0E 0G 0J 1A 1C 1D 1E 1V 1H'),
      microfarads,
      tolerances('M'),
      bareCodes('configuration', 'CO1 CO8 DO1 DO8 EO1 CL1 DL1 CL1TD DL1TD DO1TD CO1TD DN1'),
    ],
    [
      seriesCodes('RNE RNL RNS RNU RHS RL8 RR7 RS8', '', RADIAL),
      decadeVoltages('0E 0G 0J 1A 1C 1D 1E 1V 1H'),
      microfarads,
      tolerances('M'),
      bareCodes('configuration', 'DN1 DN1PX DN1KX DN1PH DS1 DS1PX DS1KX BN1 CN1 CN1PX'),
    ],
  ],
};

export const chemiConPolymer: SeriesTable = {
  id: 'chemi-con-polymer',
  manufacturer: 'Chemi-Con',
  category: CATEGORY,
  series: 'A',
  description: DESCRIPTION,
  reference: {
    title: 'Conductive polymer aluminum solid capacitors, part numbering system',
    url: 'https://www.chemi-con.co.jp/products/relatedfiles/capacitor/catalog/al-all-e.pdf',
  },
  forms: () => [
    [
      joined('A', seriesCodes('PXA PXC PXD PXE PXF PXG PXH PXJ PXK PXL PXN PXS PXT')),
      zerosVoltages('2R0 2R5 4R0 6R3 100 160 200 250 350 500 630 800 101'),
      { literal: 'ARA' },
      microfarads,
      tolerances('M'),
      cans('SMD can', 'D46 E46 E55 E61 F45 F46 F55 F60 F61 F80=6.3x7.7 H70 HA0=8x10 HC0 J80 JA0=10x10 JC0'),
      bareCodes('code', 'G S'),
    ],
    [
      joined('A', seriesCodes('PSA PSB PSC PSE PSF PSG PSJ PSK PSL PSN', '', RADIAL)),
      zerosVoltages('2R0 2R5 4R0 6R3 100 160 200 250 350 500 630'),
      { literal: 'E' },
      bareCodes('leads', 'LL TD TC TE C3 CD'),
      microfarads,
      tolerances('M'),
      bareCodes(
        'size',
        'E08 EC0 F08 F09 F11 F12 FA5 FA8 FC0 FC2 H08 H09 H11 H12 HA5 HB5 HC0 HC5 J08 J12 J13 JB5 JC0 JC5',
      ),
      bareCodes('code', 'G S'),
    ],
  ],
};

export const chemiConHybrid: SeriesTable = {
  id: 'chemi-con-hybrid',
  manufacturer: 'Chemi-Con',
  category: CATEGORY,
  series: 'HX',
  description: 'Conductive polymer hybrid aluminium capacitor',
  reference: {
    title: 'Conductive polymer hybrid aluminum electrolytic capacitors, part numbering system',
    url: 'https://www.chemi-con.co.jp/products/relatedfiles/capacitor/catalog/al-all-e.pdf',
  },
  forms: () => [[
    joined('H', seriesCodes('HXA HXB HXC HXD HXE HXF HXJ HXK', '', { feature: 'hybrid' })),
    zerosVoltages('160 250 350 500 630 800'),
    { literal: 'ARA' },
    microfarads,
    tolerances('M'),
    cans('SMD can', 'E61 F61 F80=6.3x7.7 HA0=8x10 JA0=10x10 JC5'),
    bareCodes('code', 'G S'),
  ]],
};

export const lelonPolymer: SeriesTable = {
  id: 'lelon-polymer',
  manufacturer: 'Lelon',
  category: CATEGORY,
  series: 'OVZ',
  description: DESCRIPTION,
  reference: {
    title: 'Conductive polymer aluminum solid capacitors, part numbering system',
    url: 'https://www.lelon.com.tw/',
  },
  forms: () => [[
    seriesCodes('OVZ OVD OVK OVH OVE OVS'),
    { separator: '-' },
    microfarads,
    tolerances('M'),
    decadeVoltages('0E 0G 0J 1A 1C 1D 1E 1V 1H 1J'),
    codes('packaging', 'packaging', { TR: 'tape and reel' }),
    { separator: '-' },
    cans('SMD can', '0505 0506 0605 0606 0607=6.3x7.7 0807 0810 0812 1008 1010 1012'),
  ]],
};

export const kemetPolymer: SeriesTable = {
  id: 'kemet-polymer',
  manufacturer: 'KEMET',
  category: CATEGORY,
  series: 'A7',
  description: DESCRIPTION,
  reference: {
    title: 'Radial solid polymer aluminum capacitors, A750, 105 °C',
    url: 'https://content.kemet.com/datasheets/KEM_A4067_A750.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        ...seriesCodes('A750 A755 A758 A759', '', RADIAL).codes,
        ...seriesCodes('A765 A766 A767 A768', '', SMD).codes,
      },
    },
    // Size code, which only a table with dimensions explains.
    { free: 2 },
    picofarads,
    tolerances('M'),
    decadeVoltages('0E 0G 0J 1A 1C 1D 1E 1V 1H 1J 1K 2A 2C 2D 2E'),
    bareCodes('packaging', 'AA BA CA EA KA LA FA JA DA'),
    { name: 'grade', codes: { E: {}, S: { qualification: 'AEC-Q200' } } },
    // Maximum series resistance in milliohms.
    ...digits(3),
  ]],
};

export const murataEcas: SeriesTable = {
  id: 'murata-ecas',
  manufacturer: 'Murata',
  category: CATEGORY,
  series: 'ECAS',
  description: DESCRIPTION,
  reference: {
    title: 'Polymer aluminum electrolytic capacitors, ECAS series',
    url: 'https://www.murata.com/en-us/products/capacitor/polymer',
  },
  forms: () => [[
    { literal: 'ECAS' },
    bareCodes('size', 'D4 D6 D9'),
    decadeVoltages('0D 0E 0G 0J 1A 1C 1E', { '1B': 12.5 }),
    picofarads,
    tolerances('M'),
    // Maximum series resistance in milliohms.
    ...digits(3),
    { literal: 'K00' },
  ]],
};
