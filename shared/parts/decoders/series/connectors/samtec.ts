import type { Forms, SeriesTable } from '../../table.ts';
import { alike, type Connector, type Family, family, listed } from './pattern.ts';

const PLATING = '[F|FM|G|H|L|LM|S|SM|T|TM|STL]';

const UPRIGHT = { orientation: 'vertical', mounting: 'through-hole' } as const;
const LYING = { orientation: 'right angle', mounting: 'through-hole' } as const;
const UPRIGHT_SMD = { orientation: 'vertical', mounting: 'surface mount' } as const;
const LYING_SMD = { orientation: 'right angle', mounting: 'surface mount' } as const;

/** `S`, `D` and `T` are one, two and three rows of so many positions each. */
const ROWS = { S: 1, D: 2, T: 3 } as const;

type Spec = Connector & { readonly from?: number; readonly to?: number };

const full = (said: Spec): Family => ({ from: 1, to: 50, ...said });

/** Pins or sockets through the board: lead style, plating, rows, and `-RA` where they lie. */
function through(series: string, leads: string, said: Spec, rows: readonly (keyof typeof ROWS)[]): Forms {
  return rows.flatMap((row) => [
    family(
      `${series}-1##-[${leads}]-${PLATING}-${row}`,
      full({ series, rows: ROWS[row], ...UPRIGHT, ...said }),
    ),
    family(
      `${series}-1##-[${leads}]-${PLATING}-${row}-RA`,
      full({ series, rows: ROWS[row], ...said, ...LYING }),
    ),
  ]);
}

const TAIL = '[|-ES|-EC|-EJ|-EL|-EP][|-K][|-A][|-P][|-TR=tape and reel]';

/** Two rows in the middle of `-D-`, with a height or lead style before the plating. */
const mated = (series: string, numbers: string, leads: string, end: string, said: Spec) =>
  family(`${series}-${numbers}-[${leads}]-${PLATING}-${end}`, full({ series, rows: 2, ...said }));

const header = (pitch: number) => ({ category: 'pin_header', description: 'Pin header', pitch }) as const;
const socket = (pitch: number) => ({ category: 'socket', description: 'Socket strip', pitch }) as const;
const mezzanine = (pitch: number) =>
  ({ category: 'board_to_board_connector', description: 'Board-to-board connector', pitch }) as const;

/** Rows of positions beside planes: what they have of pins is more than their positions. */
function withPlanes(pattern: string, said: Family): Forms[number] {
  return family(pattern, said).map((segment) => {
    if (!('name' in segment) || !('codes' in segment) || segment.name !== 'positions') return segment;
    const codes = Object.fromEntries(
      Object.entries(segment.codes).map(([code, { pins: _, ...others }]) => [code, others]),
    );
    return { ...segment, codes };
  });
}

const HEIGHTS = '[01|02|03|04|05|06|07|09|11|14|16|19]';

function planes(socket: string, terminal: string, pitch: number, step: number): Forms {
  return [socket, terminal].map((series) =>
    withPlanes(`${series}-###-${HEIGHTS}-${PLATING}-D-A[|-K][|-TR=tape and reel]`, {
      series,
      rows: 2,
      from: step,
      to: step * 5,
      step,
      ...mezzanine(pitch),
      ...UPRIGHT_SMD,
    })
  );
}

const arrayRows = [4, 5, 6, 8, 10, 14];

export const samtec: SeriesTable = {
  id: 'samtec-connectors',
  manufacturer: 'Samtec',
  category: 'connector',
  series: 'Board connectors',
  description: 'Connector',
  reference: { title: 'Board-to-board and cable connectors', url: 'https://www.samtec.com/connectors/' },
  forms: () => [
    ...through('TSW', '05|06|07|08|09|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24|25|26', header(2.54), [
      'S',
      'D',
      'T',
    ]),
    ...through('HTSW', '05|06|07|08|09|10|11|14|15|16|17|18|19|20|21|22|23|24|25|26', header(2.54), [
      'S',
      'D',
      'T',
    ]),
    ...through('SSW', '01|02|03|04|21|22|23|24', socket(2.54), ['S', 'D', 'T']),
    ...through('SSQ', '01|02|03|04|21|22|23|24', socket(2.54), ['S', 'D', 'T']),
    ...through('TMM', '01|02|03|04|05|06|07|08', header(2), ['S', 'D']),
    ...(['S', 'D'] as const).flatMap((row) => [
      family(`ESQ-1##-[12|13|14|23|24|33|34|37|38|39|44|48|49|58|59|68|69]-${PLATING}-${row}`, {
        ...full({ series: 'ESQ', rows: ROWS[row], ...socket(2.54), ...UPRIGHT }),
      }),
      family(
        `SLW-1##-01-${PLATING}-${row}`,
        full({ series: 'SLW', rows: ROWS[row], ...socket(2.54), ...UPRIGHT }),
      ),
      family(`TLW-1##-[05|06]-${PLATING}-${row}`, {
        ...full({ series: 'TLW', rows: ROWS[row], ...header(2.54), ...UPRIGHT }),
      }),
      family(
        `SMM-1##-02-${PLATING}-${row}`,
        full({ series: 'SMM', rows: ROWS[row], ...socket(2), ...UPRIGHT }),
      ),
      family(`SQT-1##-[01|02|03]-${PLATING}-${row}`, {
        ...full({ series: 'SQT', rows: ROWS[row], ...socket(2), ...UPRIGHT }),
      }),
      family(`BCS-1##-${PLATING}-${row}-[DE|PE|TE]`, {
        ...full({ series: 'BCS', rows: ROWS[row], ...socket(2.54) }),
      }),
      family(`BCS-1##-${PLATING}-${row}-HE`, {
        ...full({ series: 'BCS', rows: ROWS[row], ...socket(2.54), orientation: 'right angle' }),
      }),
      family(`TSM-1##-[01|02|03|04]-${PLATING}-${row}V${TAIL}`, {
        ...full({ series: 'TSM', rows: ROWS[row], ...header(2.54), ...UPRIGHT_SMD }),
      }),
      family(`TSM-1##-[01|02|03|04]-${PLATING}-${row}H${TAIL}`, {
        ...full({ series: 'TSM', rows: ROWS[row], ...header(2.54), ...LYING_SMD }),
      }),
      family(`SSM-1##-${PLATING}-${row}V${TAIL}`, {
        ...full({ series: 'SSM', rows: ROWS[row], ...socket(2.54), ...UPRIGHT_SMD }),
      }),
      family(`SSM-1##-${PLATING}-${row}H${TAIL}`, {
        ...full({ series: 'SSM', rows: ROWS[row], ...socket(2.54), ...LYING_SMD }),
      }),
    ]),
    mated('TST', '1##', '01|02|03|04', 'D', {
      category: 'pin_header',
      description: 'Pin header, shrouded',
      pitch: 2.54,
      ...UPRIGHT,
    }),
    mated('TST', '1##', '01|02|03|04', 'D-RA', {
      category: 'pin_header',
      description: 'Pin header, shrouded',
      pitch: 2.54,
      ...LYING,
    }),
    mated('HLE', '1##', '02', `DV[|-BE|-TE|-PE][|-A][|-K][|-P][|-TR=tape and reel]`, {
      ...socket(2.54),
      orientation: 'vertical',
    }),
    mated('STMM', '1##', '01|02', 'D', {
      category: 'pin_header',
      description: 'Pin header, shrouded',
      pitch: 2,
      ...UPRIGHT,
    }),
    mated('STMM', '1##', '01|02', 'D-RA', {
      category: 'pin_header',
      description: 'Pin header, shrouded',
      pitch: 2,
      ...LYING,
    }),
    mated('CLT', '1##', '02', `D[|-BE][|-A][|-K][|-P][|-TR=tape and reel]`, { ...socket(2), ...UPRIGHT_SMD }),
    mated('FTSH', '1##', '01|02|03|04|05', `DV${TAIL}`, { ...header(1.27), ...UPRIGHT_SMD }),
    mated('FTSH', '1##', '01|02|03|04|05', `DH${TAIL}`, { ...header(1.27), ...LYING_SMD }),
    mated('FTSH', '1##', '01|02|03|04|05', 'D[|-K]', { ...header(1.27), ...UPRIGHT }),
    mated('FTSH', '1##', '01|02|03|04|05', 'D-RA[|-K]', { ...header(1.27), ...LYING }),
    mated('FTS', '1##', '01|02|03', `DV[|-P][|-TR=tape and reel]`, { ...header(1.27), ...UPRIGHT_SMD }),
    mated('FTS', '1##', '01|02|03', 'D', { ...header(1.27), ...UPRIGHT }),
    mated('FTS', '1##', '01|02|03', 'S', { ...header(1.27), ...UPRIGHT, rows: 1 }),
    mated('SHF', '1##', '01', 'D-SM[|-LC][|-K][|-P][|-TR=tape and reel]', {
      category: 'pin_header',
      description: 'Pin header, shrouded',
      pitch: 1.27,
      ...UPRIGHT_SMD,
    }),
    mated('SHF', '1##', '01', 'D-TH', {
      category: 'pin_header',
      description: 'Pin header, shrouded',
      pitch: 1.27,
      ...UPRIGHT,
    }),
    mated('SHF', '1##', '01', 'D-RA', {
      category: 'pin_header',
      description: 'Pin header, shrouded',
      pitch: 1.27,
      ...LYING,
    }),
    mated('CLP', '1##', '02', `D[|-BE][|-A][|-K][|-P][|-TR=tape and reel]`, {
      ...socket(1.27),
      ...UPRIGHT_SMD,
    }),
    mated('CLP', '1##', '02', `DH[|-A][|-K][|-P][|-TR=tape and reel]`, { ...socket(1.27), ...LYING_SMD }),
    mated('FLE', '1##', '01', `DV[|-A][|-K][|-P][|-TR=tape and reel]`, { ...socket(1.27), ...UPRIGHT_SMD }),
    mated('CLM', '1##', '02', `D[|-BE][|-A][|-K][|-P][|-TR=tape and reel]`, { ...socket(1), ...UPRIGHT_SMD }),
    mated('MLE', '1##', '01', `DV[|-A][|-K][|-P][|-TR=tape and reel]`, { ...socket(1), ...UPRIGHT_SMD }),
    mated('FTM', '1##', '02|03', `DV[|-A][|-K][|-P][|-TR=tape and reel]`, { ...header(1), ...UPRIGHT_SMD }),
    mated('FTMH', '1##', '02|03', `DV[|-A][|-K][|-P][|-TR=tape and reel]`, { ...header(1), ...UPRIGHT_SMD }),
    ...['TFM', 'SFM'].flatMap((series) => [
      mated(
        series,
        '1##',
        '01|02|03|11|12|13|21|22|23|31|32',
        'D[|-DS|-LC][|-A][|-K][|-P][|-TR=tape and reel]',
        {
          ...mezzanine(1.27),
          ...UPRIGHT_SMD,
        },
      ),
      mated(
        series,
        '1##',
        '01|02|03|11|12|13|21|22|23|31|32',
        'DH[|-DS|-LC][|-A][|-K][|-P][|-TR=tape and reel]',
        {
          ...mezzanine(1.27),
          ...LYING_SMD,
        },
      ),
    ]),
    family('T1M-##-[F|GF|T]-SH-L[|-TR=tape and reel]', {
      from: 2,
      to: 20,
      series: 'T1M',
      category: 'wire_to_board_connector',
      description: 'Wire-to-board header',
      pitch: 1,
      ...LYING_SMD,
    }),
    family('T1M-##-[F|GF|T]-SV-L[|-TR=tape and reel]', {
      from: 2,
      to: 20,
      series: 'T1M',
      category: 'wire_to_board_connector',
      description: 'Wire-to-board header',
      pitch: 1,
      ...UPRIGHT_SMD,
    }),
    listed({
      ...alike('ASP-134486-01 ASP-134488-01', {
        category: 'board_to_board_connector',
        description: 'FMC connector, high pin count',
        package: '10 rows x 40 positions, 1.27 mm, vertical, surface mount',
        pins: 400,
        pitch: 1.27,
        orientation: 'vertical',
      }),
      ...alike('ASP-134603-01 ASP-134604-01', {
        category: 'board_to_board_connector',
        description: 'FMC connector, low pin count',
        package: '160 contacts, 1.27 mm, vertical, surface mount',
        pins: 160,
        pitch: 1.27,
        orientation: 'vertical',
      }),
      ...alike('SMA-J-P-H-ST-EM1 SMA-J-P-X-ST-EM1 SMA-J-P-H-ST-EM2 SMA-J-P-H-ST-EM3', {
        category: 'rf_connector',
        description: 'SMA jack, 50 ohm',
        package: 'edge mount',
      }),
      ...alike('SMA-J-P-H-ST-TH1 SMA-J-P-X-ST-TH1', {
        category: 'rf_connector',
        description: 'SMA jack, 50 ohm',
        package: 'through-hole, vertical',
        orientation: 'vertical',
      }),
      ...alike('MMCX-J-P-H-ST-TH1 MCX-J-P-H-ST-TH1 SMB-J-P-H-ST-TH1', {
        category: 'rf_connector',
        description: 'Coaxial jack, 50 ohm',
        package: 'through-hole, vertical',
        orientation: 'vertical',
      }),
    }),
    ...planes('QSH', 'QTH', 0.5, 30),
    ...planes('QSE', 'QTE', 0.8, 20),
    ...planes('QSS', 'QTS', 0.635, 25),
    ...planes('BSH', 'BTH', 0.5, 30),
    ...planes('BSE', 'BTE', 0.8, 20),
    ...planes('BSS', 'BTS', 0.635, 25),
    mated('LSHM', '1##', '01.0|02.5|03.0|04.0|06.0', 'DV-A-[S|N][|-K][|-TR=tape and reel]', {
      ...mezzanine(0.5),
      ...UPRIGHT_SMD,
    }),
    mated('LSHM', '1##', '01.0|02.5|03.0|04.0|06.0', 'DH-A-[S|N][|-K][|-TR=tape and reel]', {
      ...mezzanine(0.5),
      ...LYING_SMD,
    }),
    ...['ERM8', 'ERF8'].map((series) =>
      mated(series, '0##', '02.0|03.0|05.0|07.0|08.0|09.0|10.0', 'DV[|-DS|-L][|-K][|-TR=tape and reel]', {
        to: 75,
        ...mezzanine(0.8),
        ...UPRIGHT_SMD,
      })
    ),
    ...['ERM5', 'ERF5'].map((series) =>
      mated(series, '0##', '02.0|03.0|05.0|07.0', 'DV[|-DS|-L][|-K][|-TR=tape and reel]', {
        to: 75,
        ...mezzanine(0.5),
        ...UPRIGHT_SMD,
      })
    ),
    ...['SEAF', 'SEAM'].flatMap((series) =>
      arrayRows.map((rows) =>
        family(
          `${series}-##-[02.0|03.0|03.5|05.0|06.5|07.0|09.0|11.0]-${PLATING}-${
            String(rows).padStart(2, '0')
          }-[1|2]-A[|-K][|-TR=tape and reel]`,
          full({ series, rows, ...mezzanine(1.27), ...UPRIGHT_SMD }),
        )
      )
    ),
  ],
};
