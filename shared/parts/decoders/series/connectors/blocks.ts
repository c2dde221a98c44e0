/** Terminal blocks and headers of manufacturers whose numbers spell pitch and poles. */
import type { Forms, SeriesTable } from '../../table.ts';
import { alike, type Connector, family, listed } from './pattern.ts';

const BLOCK = { category: 'terminal_block', description: 'Terminal block', from: 1, to: 24 } as const;
const TOP = { orientation: 'vertical', mounting: 'through-hole' } as const;

/** One form for each pitch, in which `PITCH` stands in the pattern. */
const pitches = (list: string, pattern: string, said: Connector): Forms =>
  list.split(' ').map((pitch) =>
    family(pattern.replace('PITCH', pitch), { ...BLOCK, ...said, pitch: Number(pitch) })
  );

const PITCHES = '2.54 3.5 3.81 5.0 5.08 7.5 7.62';

export const kefa: SeriesTable = {
  id: 'kefa-blocks',
  manufacturer: 'Cixi Kefa',
  category: 'terminal_block',
  series: 'KF',
  description: 'Terminal block',
  reference: { title: 'Terminal blocks', url: 'https://www.cnkefa.com/' },
  forms: () => [
    ...pitches(
      PITCHES,
      '[KF103|KF120|KF124|KF126|KF126R|KF127|KF127S|KF128|KF128L|KF128R|KF129|KF141R|KF141V|KF142R|KF142V|KF235|KF236|KF243|' +
        'KF250|KF300|KF301|KF301R|KF332K|KF333|KF350|KF396|KF500|KF700|KF950|KF7620|KFM736H|KFM736L]-PITCH-#P',
      { mounting: 'through-hole' },
    ),
    ...pitches(PITCHES, '[KF2EDGV|KF2EDGVC|KF15EDGV|KF15EDGVC]-PITCH-#P', {
      description: 'Header for pluggable terminal block',
      ...TOP,
    }),
    ...pitches(PITCHES, '[KF2EDGR|KF2EDGRC|KF15EDGR|KF15EDGRC]-PITCH-#P', {
      description: 'Header for pluggable terminal block',
      orientation: 'right angle',
      mounting: 'through-hole',
    }),
    ...pitches(PITCHES, '[KF2EDGK|KF15EDGK|KF2EDGKM|KF2EDGKD]-PITCH-#P', {
      description: 'Pluggable terminal block, plug',
      mounting: 'cable housing',
    }),
  ],
};

export const degson: SeriesTable = {
  id: 'degson-blocks',
  manufacturer: 'Degson',
  category: 'terminal_block',
  series: 'DG',
  description: 'Terminal block',
  reference: { title: 'PCB terminal blocks', url: 'https://www.degson.com/' },
  forms: () =>
    pitches(
      PITCHES,
      '[DG103|DG126|DG127|DG128|DG128R|DG129|DG141R|DG141V|DG142R|DG142V|DG235|DG236|DG300|DG301|DG305|DG306|DG308|DG330|DG332K|' +
        'DG350|DG360|DG381|DG500|DG635]-PITCH-##P-[11|12|13|14]-[00A(H)|00AH|1000A|1000AH]',
      { mounting: 'through-hole' },
    ),
};

export const onShore: SeriesTable = {
  id: 'on-shore-connectors',
  manufacturer: 'On Shore Technology',
  category: 'terminal_block',
  series: 'Terminal blocks',
  description: 'Terminal block',
  reference: { title: 'Terminal blocks', url: 'https://www.on-shore.com/' },
  forms: () => [
    family('OSTTC##0162', { ...BLOCK, pitch: 5, mounting: 'through-hole' }),
    family('OSTTC##2162', { ...BLOCK, pitch: 5.08, mounting: 'through-hole' }),
    family('OSTTC##3162', { ...BLOCK, pitch: 10.16, mounting: 'through-hole' }),
    family('OSTVN##A150', { ...BLOCK, pitch: 2.54, mounting: 'through-hole' }),
    family('OSTTE##0161', { ...BLOCK, pitch: 3.5, mounting: 'through-hole' }),
    family('ED555/#DS', { ...BLOCK, pitch: 3.5, mounting: 'through-hole' }),
    family('ED120/#DS', { ...BLOCK, pitch: 5.08, mounting: 'through-hole' }),
    family('302-S##1', {
      category: 'pin_header',
      description: 'Pin header, shrouded',
      from: 6,
      to: 64,
      step: 2,
      rows: 2,
      counts: 'all',
      pitch: 2.54,
      ...TOP,
    }),
    listed({
      ...Object.fromEntries(
        [['ED08DT', 8], ['ED14DT', 14], ['ED16DT', 16], ['ED18DT', 18], ['ED20DT', 20], ['ED281DT', 28]].map((
          [number, pins],
        ) => [number, {
          category: 'socket',
          description: 'DIP socket',
          package: `DIP-${pins}, 7.62 mm, through-hole`,
          pins: Number(pins),
          pitch: 2.54,
        }]),
      ),
    }),
  ],
};

export const wago: SeriesTable = {
  id: 'wago-blocks',
  manufacturer: 'Wago',
  category: 'terminal_block',
  series: 'PCB terminal blocks',
  description: 'Terminal block, spring clamp',
  reference: {
    title: 'PCB terminal blocks',
    url: 'https://www.wago.com/global/c/pcb-terminal-blocks-and-connectors',
  },
  forms: () => [
    ...['236-4##', '2601-11##', '2601-31##', '250-1##', '250-2##', '250-4##'].map((pattern) =>
      family(pattern, {
        ...BLOCK,
        from: 2,
        description: 'Terminal block, spring clamp',
        mounting: 'through-hole',
      })
    ),
    ...['2059-3##/998-403', '2060-4##/998-404', '2061-6##/998-404', '2059-30#', '2060-40#', '2061-60#'].map((
      pattern,
    ) =>
      family(pattern, {
        ...BLOCK,
        to: pattern.includes('##') ? 24 : 9,
        description: 'Terminal block, spring clamp',
        mounting: 'surface mount',
      })
    ),
  ],
};

export const connfly: SeriesTable = {
  id: 'connfly-headers',
  manufacturer: 'CONNFLY',
  category: 'pin_header',
  series: 'DS',
  description: 'Pin header',
  reference: { title: 'Pin headers and female headers', url: 'https://www.connfly.com/' },
  forms: () =>
    ([['1', 1], ['2', 2]] as const).flatMap(([code, rows]) => [
      family(`DS1021-${code}*#S[F|G]11[|-B]`, {
        category: 'pin_header',
        rows,
        pitch: 2.54,
        from: 1,
        to: 40,
        ...TOP,
      }),
      family(`DS1023-${code}*#S[F|G]11[|-B]`, {
        category: 'socket',
        description: 'Socket header',
        rows,
        pitch: 2.54,
        from: 1,
        to: 40,
        ...TOP,
      }),
    ]),
};

export const megastar: SeriesTable = {
  id: 'megastar-headers',
  manufacturer: 'Megastar',
  category: 'pin_header',
  series: 'ZX-PM',
  description: 'Pin header',
  reference: { title: 'Pin headers', url: 'https://www.zxconn.com/' },
  forms: () =>
    ([['1', 1], ['2', 2]] as const).map(([code, rows]) =>
      family(`ZX-PM2.54-${code}-#PY`, { rows, pitch: 2.54, from: 1, to: 40, ...TOP })
    ),
};

export const ckmtw: SeriesTable = {
  id: 'ckmtw-headers',
  manufacturer: 'Ckmtw',
  category: 'pin_header',
  series: 'B-2',
  description: 'Pin header',
  reference: { title: 'Pin headers and female headers', url: 'https://www.ckmtw.com/' },
  forms: () => [
    family('B-2100S##P-A110', { pitch: 2.54, from: 1, to: 40, ...TOP }),
    family('B-2200S##P-A120', {
      category: 'socket',
      description: 'Socket header',
      pitch: 2.54,
      from: 1,
      to: 40,
      ...TOP,
    }),
  ],
};

export const adamTech: SeriesTable = {
  id: 'adam-tech-headers',
  manufacturer: 'Adam Tech',
  category: 'pin_header',
  series: 'PH, RS, BHR',
  description: 'Pin header',
  reference: { title: 'Pin headers', url: 'https://www.adam-tech.com/' },
  forms: () => [
    family('PH1-##-UA', { pitch: 2.54, from: 1, to: 40, ...TOP }),
    family('PH2-##-UA', { pitch: 2.54, rows: 2, counts: 'all', step: 2, from: 4, to: 80, ...TOP }),
    family('PH1RA-##-UA', {
      pitch: 2.54,
      from: 1,
      to: 40,
      orientation: 'right angle',
      mounting: 'through-hole',
    }),
    family('PH2RA-##-UA', {
      pitch: 2.54,
      rows: 2,
      counts: 'all',
      step: 2,
      from: 4,
      to: 80,
      orientation: 'right angle',
      mounting: 'through-hole',
    }),
    family('RS1-##-G', {
      category: 'socket',
      description: 'Socket header',
      pitch: 2.54,
      from: 1,
      to: 40,
      ...TOP,
    }),
    family('BHR-##-VUA', {
      description: 'Pin header, shrouded',
      pitch: 2.54,
      rows: 2,
      counts: 'all',
      step: 2,
      from: 6,
      to: 64,
      ...TOP,
    }),
  ],
};

export const threeM: SeriesTable = {
  id: '3m-connectors',
  manufacturer: '3M',
  category: 'connector',
  series: 'Headers and sockets',
  description: 'Connector',
  reference: {
    title: 'Board and wire interconnects',
    url: 'https://www.3m.com/3M/en_US/p/c/electronics-components/connectors/',
  },
  forms: () => [
    family('[N25|303]##-6002[RB|HB]', {
      category: 'pin_header',
      description: 'Pin header, shrouded',
      pitch: 2.54,
      rows: 2,
      counts: 'all',
      step: 2,
      from: 10,
      to: 64,
      ...TOP,
    }),
    family('[N25|303]##-5002[RB|HB]', {
      category: 'pin_header',
      description: 'Pin header, shrouded',
      pitch: 2.54,
      rows: 2,
      counts: 'all',
      step: 2,
      from: 10,
      to: 64,
      orientation: 'right angle',
      mounting: 'through-hole',
    }),
    family('9611##-6404-AR', {
      category: 'pin_header',
      description: 'Pin header',
      pitch: 2.54,
      from: 1,
      to: 40,
      ...TOP,
    }),
    family('9612##-6404-AR', {
      category: 'pin_header',
      description: 'Pin header',
      pitch: 2.54,
      rows: 2,
      counts: 'all',
      step: 2,
      from: 4,
      to: 80,
      ...TOP,
    }),
    family('929850[|E]-01-##-RA', {
      category: 'socket',
      description: 'Socket header',
      pitch: 2.54,
      from: 2,
      to: 36,
      mounting: 'through-hole',
    }),
    family('48##-300[0|4]-CP', {
      category: 'socket',
      description: 'DIP socket',
      pitch: 2.54,
      rows: 2,
      counts: 'all',
      step: 2,
      from: 8,
      to: 40,
      mounting: 'through-hole',
    }),
    listed({
      '2340-6111TG': {
        category: 'pin_header',
        description: 'Pin header',
        package: '1 row x 40 positions, 2.54 mm',
        pins: 40,
        pitch: 2.54,
      },
      '969102-0000-DA': {
        category: 'connector',
        description: 'Jumper socket',
        package: '1 row x 2 positions, 2.54 mm',
        pins: 2,
        pitch: 2.54,
      },
      '2908-05WB-MG': {
        category: 'card_connector',
        description: 'microSD card connector',
        package: 'surface mount, right angle',
      },
      'SD-RSMT-2-MQ-WF': {
        category: 'card_connector',
        description: 'SD card connector',
        package: 'surface mount',
      },
    }),
  ],
};

export const millMax: SeriesTable = {
  id: 'mill-max-sockets',
  manufacturer: 'Mill-Max',
  category: 'socket',
  series: 'Interconnects',
  description: 'Socket strip',
  reference: { title: 'Interconnect products', url: 'https://www.mill-max.com/products' },
  forms: () => [
    family('310-[13|41|43|44|47|83|87|91|93|99]-1##-41-00[1|5]000', { pitch: 2.54, from: 1, to: 64, ...TOP }),
    family('350-10-1##-00-006000', {
      category: 'pin_header',
      description: 'Pin header',
      pitch: 2.54,
      from: 1,
      to: 64,
      ...TOP,
    }),
    ...[['3', 28], ['6', 64]].map(([width, to]) =>
      family(`110-[13|41|43|44|47|83|87|91|93|99]-${width}##-41-001000`, {
        description: 'DIP socket',
        pitch: 2.54,
        rows: 2,
        counts: 'all',
        step: 2,
        from: 6,
        to: Number(to),
        mounting: 'through-hole',
      })
    ),
    listed({
      ...alike(
        '0906-0-15-20-75-14-11-0 0906-1-15-20-75-14-11-0 0906-2-15-20-75-14-11-0 0965-0-15-20-80-14-11-0',
        {
          category: 'connector',
          description: 'Spring-loaded contact',
        },
      ),
      '1508-0-57-15-00-00-03-0': {
        category: 'mechanical',
        description: 'Test point',
        package: 'surface mount',
      },
    }),
  ],
};

export const assmann: SeriesTable = {
  id: 'assmann-connectors',
  manufacturer: 'Assmann WSW Components',
  category: 'connector',
  series: 'Connectors',
  description: 'Connector',
  reference: { title: 'Connectors', url: 'https://www.assmann-wsw.com/' },
  forms: () => [
    family('A ##-LC-TT', {
      category: 'socket',
      description: 'DIP socket',
      pitch: 2.54,
      rows: 2,
      counts: 'all',
      step: 2,
      from: 6,
      to: 40,
      mounting: 'through-hole',
    }),
    family('AWHW##G-0202-T[|-R]', {
      category: 'pin_header',
      description: 'Pin header, shrouded',
      pitch: 2.54,
      rows: 2,
      counts: 'all',
      step: 2,
      from: 6,
      to: 64,
      ...TOP,
    }),
    listed({
      'A 24-LC/7-T': {
        category: 'socket',
        description: 'DIP socket',
        package: '2 rows x 12 positions, 2.54 mm, through-hole',
        pins: 24,
        pitch: 2.54,
      },
      'AU-Y1006-3': {
        category: 'usb_connector',
        description: 'USB 3.0 A receptacle',
        package: 'right angle, 9 contacts',
        pins: 9,
      },
      'A-DF 09 A/KG-T2S': {
        category: 'connector',
        description: 'D-sub receptacle',
        package: 'through-hole, right angle, 9 contacts',
        pins: 9,
      },
    }),
  ],
};

export const omron: SeriesTable = {
  id: 'omron-connectors',
  manufacturer: 'Omron',
  category: 'flat_cable_connector',
  series: 'XF2',
  description: 'FFC/FPC connector',
  reference: { title: 'FPC connectors', url: 'https://components.omron.com/us-en/products/connectors/fpc' },
  forms: () => [
    family('XF2[M|L]-##[15|35]-1A[|H]', {
      pitch: 0.5,
      from: 4,
      to: 60,
      orientation: 'right angle',
      mounting: 'surface mount',
      description: 'FFC/FPC connector',
    }),
  ],
};

export const cncTech: SeriesTable = {
  id: 'cnc-tech-connectors',
  manufacturer: 'CNC Tech',
  category: 'pin_header',
  series: 'Headers',
  description: 'Pin header, shrouded',
  reference: { title: 'Connectors', url: 'https://www.cnctech.us/' },
  forms: () => [
    family('3020-##-0100-00', { pitch: 2.54, rows: 2, counts: 'all', step: 2, from: 6, to: 64, ...TOP }),
    family('3220-##-0300-00', {
      pitch: 1.27,
      rows: 2,
      counts: 'all',
      step: 2,
      from: 6,
      to: 64,
      orientation: 'vertical',
      mounting: 'surface mount',
    }),
    family('3220-##-0100-00', {
      pitch: 1.27,
      rows: 2,
      counts: 'all',
      step: 2,
      from: 6,
      to: 64,
      orientation: 'vertical',
    }),
    listed({
      '2000-1-2-41-00-BK': {
        category: 'connector',
        description: 'HDMI type A receptacle',
        package: 'surface mount, right angle, 19 contacts',
        pins: 19,
      },
      '2001-1-2-21-00-BK': {
        category: 'connector',
        description: 'HDMI type C receptacle',
        package: 'surface mount, right angle, 19 contacts',
        pins: 19,
      },
    }),
  ],
};

export const xfcn: SeriesTable = {
  id: 'xfcn-headers',
  manufacturer: 'XFCN',
  category: 'pin_header',
  series: 'PZ254, PM254',
  description: 'Pin header',
  reference: { title: 'Pin headers and female headers', url: 'https://www.xfcn.com/' },
  forms: () => [
    family('PZ254V-11-##P', { pitch: 2.54, from: 1, to: 40, ...TOP }),
    family('PZ254V-12-##P', { pitch: 2.54, rows: 2, counts: 'all', step: 2, from: 4, to: 80, ...TOP }),
    family('PZ254R-11-##P', {
      pitch: 2.54,
      from: 1,
      to: 40,
      orientation: 'right angle',
      mounting: 'through-hole',
    }),
    family('PM254V-11-##-H85', {
      category: 'socket',
      description: 'Socket header',
      pitch: 2.54,
      from: 1,
      to: 40,
      ...TOP,
    }),
  ],
};

export const cjt: SeriesTable = {
  id: 'cjt-connectors',
  manufacturer: 'CJT',
  category: 'wire_to_board_connector',
  series: 'A',
  description: 'Wire-to-board header',
  reference: { title: 'Wire-to-board connectors', url: 'https://www.cjtconn.com/' },
  forms: () =>
    [['1001', 1], ['1251', 1.25], ['1501', 1.5], ['2001', 2], ['2501', 2.5], ['2541', 2.54]].flatMap((
      [code, pitch],
    ) => [
      family(`A${code}WV-#P`, { pitch: Number(pitch), from: 2, to: 16, ...TOP }),
      family(`A${code}WR-#P`, {
        pitch: Number(pitch),
        from: 2,
        to: 16,
        orientation: 'right angle',
        mounting: 'through-hole',
      }),
      family(`A${code}WV-S-#P`, {
        pitch: Number(pitch),
        from: 2,
        to: 16,
        orientation: 'vertical',
        mounting: 'surface mount',
      }),
      family(`A${code}WR-S-#P`, {
        pitch: Number(pitch),
        from: 2,
        to: 16,
        orientation: 'right angle',
        mounting: 'surface mount',
      }),
    ]),
};

export const jushuo: SeriesTable = {
  id: 'jushuo-connectors',
  manufacturer: 'JUSHUO',
  category: 'flat_cable_connector',
  series: 'AFC',
  description: 'FFC/FPC connector',
  reference: { title: 'FFC/FPC connectors', url: 'https://www.jushuo.com.cn/' },
  forms: () => [
    family('AFC01-S##FCA-00', {
      pitch: 0.5,
      from: 4,
      to: 60,
      orientation: 'right angle',
      mounting: 'surface mount',
    }),
    family('AFC07-S##ECA-00', {
      pitch: 0.5,
      from: 4,
      to: 60,
      orientation: 'right angle',
      mounting: 'surface mount',
    }),
    family('AFC12-S##DCA-00', {
      pitch: 1.25,
      from: 4,
      to: 40,
      orientation: 'right angle',
      mounting: 'surface mount',
    }),
  ],
};
